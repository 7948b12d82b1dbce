package criteria

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// matcher is a set of expressions behind what every match of them has: most text in brackets is no identifier, and its first
// byte, or that it holds no digit, tells.
type matcher struct {
	whole *regexp.Regexp
	first [128]bool // the bytes that a match can begin with
	digit bool      // every match holds a digit
}

func newMatcher(all []expression) *matcher {
	var b strings.Builder
	for _, e := range all {
		if e.text != "" {
			fmt.Fprintf(&b, "|(?:%s)", e.text)
		}
	}
	if b.Len() == 0 {
		return nil
	}
	m := &matcher{whole: regexp.MustCompile("^(?:" + b.String()[1:] + ")$")}
	m.begin(b.String()[1:])
	return m
}

// begin fills the table from the instructions that can be reached before the first byte is read.
func (m *matcher) begin(text string) {
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return
	}
	m.digit = needsDigit(parsed)
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return
	}
	seen := make([]bool, len(prog.Inst))
	next := []int{prog.Start}
	for len(next) > 0 {
		pc := next[len(next)-1]
		next = next[:len(next)-1]
		if !seen[pc] {
			seen[pc] = true
			next = m.step(&prog.Inst[pc], next)
		}
	}
}

func (m *matcher) step(i *syntax.Inst, next []int) []int {
	switch i.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		return append(next, int(i.Out), int(i.Arg))
	case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
		return append(next, int(i.Out))
	case syntax.InstFail:
		return next
	}
	for b := range m.first {
		m.first[b] = m.first[b] || i.Op == syntax.InstMatch || i.MatchRune(rune(b))
	}
	return next
}

func (m *matcher) match(s string) bool {
	if m == nil || s == "" || s[0] < 128 && !m.first[s[0]] || m.digit && !strings.ContainsAny(s, "0123456789") {
		return false
	}
	return m.whole.MatchString(s)
}

// needsDigit reports whether no text without a digit can match.
func needsDigit(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral:
		return slices.ContainsFunc(re.Rune, isDigit)
	case syntax.OpCharClass:
		return len(re.Rune) > 0 && !slices.ContainsFunc(re.Rune, func(r rune) bool { return !isDigit(r) })
	case syntax.OpConcat:
		return slices.ContainsFunc(re.Sub, needsDigit)
	case syntax.OpAlternate:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !needsDigit(sub) })
	case syntax.OpCapture, syntax.OpPlus:
		return needsDigit(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min > 0 && needsDigit(re.Sub[0])
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
