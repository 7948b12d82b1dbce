package secret

import (
	"math"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// A pattern over a whole text is slow, three megabytes a second for the general rule, and its keywords ("access", "key")
// stand in every policy. So each pattern is read for what any match of it must have, and is run only where that is found.
// The bounds below are generous: a place looked at in vain costs time, a place not looked at would cost a secret.

// shape is what every match of a pattern is known to have.
type shape struct {
	named    bool // the pattern is NAME = VALUE; what follows is about the value
	run      int  // so many token bytes in a row
	distinct int  // so many different bytes in the secret, for its entropy to be reached; 0 if not known
	single   bool // the match is one run of token bytes but for an edge of a few bytes
	longest  int  // no match is longer, in bytes; unbounded if nothing is known
}

const (
	edge      = 5       // how much of a match may stand outside its run: quotes, spaces, a terminator
	unbounded = 1 << 30 // longer than any match of interest
)

// assignment is how gitleaks writes the sign between a name and its value. About half of its rules are NAME sign VALUE, and
// have their keyword in the name.
const assignment = `(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)`

// shapeOf reads a pattern; of one that is NAME = VALUE it reads the value.
func shapeOf(source string, keywords []string, entropy float64) shape {
	re, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return shape{longest: unbounded}
	}
	s := shape{}
	if value := valueOf(source, re, keywords); value != nil {
		s.named, re = true, value
	}
	s.run, s.single, s.longest = runsOf(re).best, isSingle(re), longest(re)
	if s.single && entropy > 0 {
		s.distinct = int(math.Exp2(entropy)) + 1
	}
	return s
}

// valueOf returns the VALUE of a pattern that is NAME = VALUE as a whole, not as one of its alternatives, and whose keywords
// stand in the name, where the first look expects them. Some rules have theirs in the value.
func valueOf(source string, re *syntax.Regexp, keywords []string) *syntax.Regexp {
	name, value, ok := strings.Cut(source, assignment)
	if !ok || re.Op != syntax.OpConcat {
		return nil
	}
	names, err := regexp.Compile(name)
	if err != nil {
		return nil
	}
	for _, k := range keywords {
		if !names.MatchString(k) {
			return nil
		}
	}
	v, err := syntax.Parse(value, syntax.Perl)
	if err != nil {
		return nil
	}
	return v
}

// token tells the bytes that keys are made of.
var token = func() (t [256]bool) {
	for c := range 256 {
		t[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c < 128 && strings.ContainsRune(`_-.+/=~\`, rune(c))
	}
	return t
}()

// isToken counts the two letters beyond ASCII that a pattern without case means by s and k as those letters.
func isToken(r rune) bool {
	return r < 128 && token[r] || r == '\u017f' || r == '\u212a'
}

// runs is the composition of a match from runs of token bytes: the least length of the run it begins with, of the one it ends
// with, and of its longest. In a whole one, everything is token bytes.
type runs struct {
	first, best, last int
	whole             bool
}

func runsOf(re *syntax.Regexp) runs {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpConcat:
		all := runs{whole: true}
		for _, r := range re.Rune {
			all = all.then(runsOfRune(isToken(r)))
		}
		for _, sub := range re.Sub {
			all = all.then(runsOf(sub))
		}
		return all
	case syntax.OpCharClass:
		return runsOfRune(allTokens(re.Rune))
	case syntax.OpCapture:
		return runsOf(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return runsOf(re.Sub[0]).times(0)
	case syntax.OpPlus:
		return runsOf(re.Sub[0]).times(1)
	case syntax.OpRepeat:
		return runsOf(re.Sub[0]).times(re.Min)
	case syntax.OpAlternate:
		any := runsOf(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			any = any.or(runsOf(sub))
		}
		return any
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return runs{}
	}
	return runs{whole: true} // a place, not a character
}

func runsOfRune(token bool) runs {
	if token {
		return runs{1, 1, 1, true}
	}
	return runs{}
}

// allTokens reports whether a class, given as pairs of bounds, holds nothing but token bytes.
func allTokens(pairs []rune) bool {
	for i := 0; i+1 < len(pairs); i += 2 {
		for r := pairs[i]; r <= pairs[i+1]; r++ {
			if !isToken(r) {
				return false
			}
		}
	}
	return true
}

func (a runs) then(b runs) runs {
	c := runs{a.first, max(a.best, b.best, a.last+b.first), b.last, a.whole && b.whole}
	if a.whole {
		c.first += b.first
	}
	if b.whole {
		c.last += a.last
	}
	return c
}

func (a runs) or(b runs) runs {
	return runs{min(a.first, b.first), min(a.best, b.best), min(a.last, b.last), a.whole && b.whole}
}

// times is at least n repetitions.
func (a runs) times(n int) runs {
	switch {
	case a.whole:
		return runs{n * a.first, n * a.best, n * a.last, true}
	case n == 0:
		return runs{}
	case n == 1:
		return a
	}
	return runs{a.first, max(a.best, a.last+a.first), a.last, false}
}

// isSingle reports whether the pattern, without short parts at both ends, is token bytes throughout.
func isSingle(re *syntax.Regexp) bool {
	parts := flatten(re)
	small := func(p *syntax.Regexp) bool { return !runsOf(p).whole && longest(p) <= edge }
	for len(parts) > 0 && small(parts[0]) {
		parts = parts[1:]
	}
	for len(parts) > 0 && small(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	for _, p := range parts {
		if !runsOf(p).whole {
			return false
		}
	}
	return len(parts) > 0
}

// flatten lists the parts of a pattern that follow each other.
func flatten(re *syntax.Regexp) []*syntax.Regexp {
	switch re.Op {
	case syntax.OpConcat, syntax.OpCapture:
		var parts []*syntax.Regexp
		for _, sub := range re.Sub {
			parts = append(parts, flatten(sub)...)
		}
		return parts
	}
	return []*syntax.Regexp{re}
}

// longest bounds the length of a match in bytes.
func longest(re *syntax.Regexp) int {
	n := 0
	switch re.Op {
	case syntax.OpLiteral:
		return utf8.UTFMax * len(re.Rune)
	case syntax.OpCharClass:
		if len(re.Rune) > 0 && re.Rune[len(re.Rune)-1] < utf8.RuneSelf {
			return 1
		}
		return utf8.UTFMax
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return utf8.UTFMax
	case syntax.OpStar, syntax.OpPlus:
		return unbounded
	case syntax.OpRepeat:
		if re.Max < 0 {
			return unbounded
		}
		return min(unbounded, re.Max*longest(re.Sub[0]))
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			n = max(n, longest(sub))
		}
		return n
	}
	for _, sub := range re.Sub {
		n = min(unbounded, n+longest(sub))
	}
	return n
}
