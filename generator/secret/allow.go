package secret

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// An allowlist holds reasons why a match is no secret.
type allowlist struct {
	all     bool   // every reason must hold, not any one
	target  string // what the patterns look at: "match", "line", or "" for the secret
	pattern func() *regexp.Regexp
	words   func() *automaton
}

// allowlists keeps what can apply to a text. Paths and commits never do: a list that needs one of them along with the rest is
// dropped, and one that has nothing else is empty.
func allowlists(lists []list) []allowlist {
	var out []allowlist
	for _, l := range lists {
		all := strings.EqualFold(l.Condition, "and") || l.Condition == "&&"
		if all && len(l.Paths)+len(l.Commits) > 0 || len(l.Regexes)+len(l.StopWords) == 0 {
			continue
		}
		a := allowlist{all: all, target: l.RegexTarget}
		if len(l.Regexes) > 0 {
			a.pattern = compile("(?:" + strings.Join(l.Regexes, "|") + ")")
		}
		if len(l.StopWords) > 0 {
			a.words = sync.OnceValue(func() *automaton { return newAutomaton(l.StopWords) })
		}
		out = append(out, a)
	}
	return out
}

// A sighting is a match in its text, before anything has judged it.
type sighting struct {
	text         []byte
	match, value span
}

func (s sighting) secret() []byte { return s.text[s.value.start:s.value.end] }

// name is what stands before the value in the match: `api_key = "`.
func (s sighting) name() []byte { return s.text[s.match.start:s.value.start] }

// before is what stands on the line before the match, at most n bytes of it.
func (s sighting) before(n int) []byte {
	b := s.text[max(0, s.match.start-n):s.match.start]
	return b[bytes.LastIndexByte(b, '\n')+1:]
}

// lines is every line that the match touches, up to a kilobyte on either side of it: a text may be one line throughout.
func (s sighting) lines() []byte {
	const most = 1 << 10
	after := s.text[s.match.end:min(len(s.text), s.match.end+most)]
	if i := bytes.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	return s.text[s.match.start-len(s.before(most)) : s.match.end+len(after)]
}

func (s sighting) target(name string) []byte {
	switch name {
	case "match":
		return s.text[s.match.start:s.match.end]
	case "line":
		return s.lines()
	}
	return s.secret()
}

// allowed reports whether one of the lists knows the match.
func (s sighting) allowed(lists []allowlist) bool {
	for _, a := range lists {
		if a.allows(s) {
			return true
		}
	}
	return false
}

func (a allowlist) allows(s sighting) bool {
	pattern, word := false, false
	if a.pattern != nil {
		re := a.pattern()
		pattern = re != nil && re.Match(s.target(a.target))
	}
	if a.words != nil {
		word = a.words().occurs(s.secret())
	}
	if a.all {
		return (pattern || a.pattern == nil) && (word || a.words == nil)
	}
	return pattern || word
}
