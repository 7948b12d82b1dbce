package secret

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/zricethezav/gitleaks/v8/config"
)

// A rule knows one sort of secret.
type rule struct {
	id, says string
	keywords []string
	entropy  float64
	group    int // the group of the pattern that holds the secret; 0 is the first one that is not empty
	allow    []allowlist
	pattern  func() *regexp.Regexp
	shape    func() shape
}

// rules is the detector: every rule, the allowlists that hold for all, and the automaton that finds keywords.
type rules struct {
	rules    []rule
	allow    []allowlist
	keywords *automaton
	byWord   [][]int // the rules of each keyword
	always   []int   // the rules without a keyword
}

// entry, list and file mirror the fields of gitleaks' configuration that mean something for a text.
type entry struct {
	ID, Description, Path, Regex string
	SecretGroup                  int
	Entropy                      float64
	Keywords                     []string
	Allowlists                   []list
}

type list struct {
	Condition, RegexTarget  string
	Commits, Paths, Regexes []string
	StopWords               []string
}

type file struct {
	Allowlist list
	Rules     []entry
}

// load reads the configuration. It is compiled into the program, so that it cannot fail to decode outside a test: one that
// did would leave a detector without rules, which the tests refuse.
func load() *rules {
	var f file
	if _, err := toml.Decode(config.DefaultConfig, &f); err != nil {
		f = file{}
	}
	d := &rules{allow: allowlists([]list{f.Allowlist})}
	for _, e := range append(f.Rules, inAddress) {
		if e.Path == "" && e.Regex != "" {
			d.rules = append(d.rules, newRule(e))
		}
	}
	d.index()
	return d
}

// index makes the automaton, and the way back from a keyword to its rules.
func (d *rules) index() {
	var words []string
	at := map[string]int{}
	for i, r := range d.rules {
		if len(r.keywords) == 0 {
			d.always = append(d.always, i)
		}
		for _, k := range r.keywords {
			n, ok := at[k]
			if !ok {
				n, at[k] = len(words), len(words)
				words, d.byWord = append(words, k), append(d.byWord, nil)
			}
			d.byWord[n] = append(d.byWord[n], i)
		}
	}
	d.keywords = newAutomaton(words)
}

func newRule(e entry) rule {
	r := rule{id: e.ID, says: describe(e.ID, e.Description), entropy: e.Entropy, group: e.SecretGroup}
	for _, k := range e.Keywords {
		if k = strings.ToLower(k); k != "" && !slices.Contains(r.keywords, k) {
			r.keywords = append(r.keywords, k)
		}
	}
	r.allow = allowlists(e.Allowlists)
	r.pattern = compile(e.Regex)
	keywords := r.keywords
	r.shape = sync.OnceValue(func() shape { return shapeOf(e.Regex, keywords, e.Entropy) })
	return r
}

// compile defers the work until the pattern is needed. A pattern that does not compile matches nothing.
func compile(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp {
		re, err := regexp.Compile(source)
		if err != nil {
			return nil
		}
		return re
	})
}

// general reports whether the rule is the one for any key whatever.
func (r *rule) general() bool { return strings.Contains(r.id, "generic") }

func (r *rule) rank() int {
	if r.general() {
		return 1
	}
	return 0
}

// find appends the secrets that the rule sees in a window of the text.
func (r *rule) find(found []finding, text []byte, w span, allow []allowlist) []finding {
	re := r.pattern()
	if re == nil {
		return found
	}
	for _, m := range re.FindAllSubmatchIndex(text[w.start:w.end], -1) {
		if m[1] == w.end-w.start && w.end < len(text) {
			continue // it may have ended only because the window did; a window that holds it whole finds it again
		}
		s := r.sighting(text, w, m)
		if s.value.end == s.value.start || r.entropy != 0 && entropy(s.secret()) <= r.entropy {
			continue
		}
		if !s.allowed(allow) && !s.allowed(r.allow) && !s.benign(r) {
			found = append(found, finding{r, s.value})
		}
	}
	return found
}

// sighting turns the indexes of a match within a window into places in the text.
func (r *rule) sighting(text []byte, w span, m []int) sighting {
	s := sighting{text: text, match: span{w.start + m[0], w.start + m[1]}}
	for s.match.end > s.match.start && text[s.match.end-1] == '\n' {
		s.match.end--
	}
	for s.match.start < s.match.end && text[s.match.start] == '\n' {
		s.match.start++
	}
	s.value = s.match
	for g := 1; 2*g+1 < len(m); g++ {
		if r.group != 0 && g != r.group || m[2*g] == m[2*g+1] {
			continue
		}
		s.value = span{w.start + m[2*g], w.start + m[2*g+1]}
		break
	}
	return s
}

// entropy is Shannon's, in bits per byte.
func entropy(b []byte) float64 {
	var count [256]int
	for _, c := range b {
		count[c]++
	}
	var h float64
	for _, n := range count {
		if n > 0 {
			p := float64(n) / float64(len(b))
			h -= p * math.Log2(p)
		}
	}
	return h
}

// verb is how gitleaks' descriptions, which are sentences about risk, lead up to the name of a secret.
var verb = compile(`^(?:Detected|Discovered|Found|Identified|Uncovered) (?:an? )?(?:pattern (?:that may indicate|that resembles|resembling) )?(?:an? )?(?:potential |possible )?`)

// describe makes a noun of a description: "Uncovered a GitHub App Token, which may …" is "GitHub App Token".
func describe(id, text string) string {
	says, _, _ := strings.Cut(text, ",")
	says = strings.TrimSuffix(strings.TrimSpace(says), ".")
	if m := verb().FindString(says); m != "" && m != says {
		return says[len(m):]
	}
	return strings.ReplaceAll(id, "-", " ")
}
