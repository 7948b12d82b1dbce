package secret

import (
	"bytes"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// A release of gitleaks that cannot be read must not pass as one without secrets.
func TestRulesLoad(t *testing.T) {
	d := detector()
	if got := len(d.rules); got < 200 {
		t.Errorf("got %d rules, want over 200", got)
	}
	if len(d.allow) == 0 {
		t.Error("the allowlist for all rules is missing")
	}
	for _, r := range d.rules {
		if r.pattern() == nil {
			t.Errorf("%s: the pattern does not compile", r.id)
		}
		for _, a := range r.allow {
			if a.pattern != nil && a.pattern() == nil {
				t.Errorf("%s: the pattern of an allowlist does not compile", r.id)
			}
		}
		if r.group > r.pattern().NumSubexp() {
			t.Errorf("%s: the pattern has no group %d", r.id, r.group)
		}
		if len(r.keywords) == 0 {
			t.Errorf("%s: a rule without a keyword runs over every text", r.id)
		}
		if r.says == "" || strings.HasSuffix(r.says, ".") || strings.Contains(r.says, "ected ") {
			t.Errorf("%s: described as %q", r.id, r.says)
		}
	}
	for _, why := range reasons {
		if !slices.ContainsFunc(d.rules, func(r rule) bool { return why.about(&r) }) {
			t.Error("a reason is about no rule")
		}
	}
}

// everywhere is Find without the first look: every rule with a keyword in the text sees all of it.
func everywhere(text []byte) []Match {
	d := detector()
	low := bytes.ToLower(text)
	var found []finding
	for i := range d.rules {
		r := &d.rules[i]
		if slices.ContainsFunc(r.keywords, func(k string) bool { return bytes.Contains(low, []byte(k)) }) {
			found = r.find(found, text, span{0, len(text)}, d.allow)
		}
	}
	return settle(found)
}

// For each rule, texts that its pattern matches are made from the pattern. The first look must lose none of them, and each rule
// must find some.
func TestFirstLookLosesNothing(t *testing.T) {
	for _, r := range detector().rules {
		t.Run(r.id, func(t *testing.T) {
			re, err := syntax.Parse(r.pattern().String(), syntax.Perl)
			if err != nil {
				t.Fatal(err)
			}
			g, found := &maker{seed: 1}, 0
			for range 20 {
				text := []byte(r.keywords[g.below(len(r.keywords))] + ", said\n\nthe author: " + g.make(re) + "\n\n[more](../more.md)\n")
				got, want := Find(text), everywhere(text)
				if !slices.Equal(got, want) {
					t.Fatalf("got %v, want %v, in\n%s", got, want, text)
				}
				found += len(r.find(nil, text, span{0, len(text)}, detector().allow))
			}
			if found == 0 {
				t.Error("the rule never found anything")
			}
		})
	}
}

// A maker makes texts that a pattern matches, the same ones on every run.
type maker struct{ seed uint64 }

func (g *maker) below(n int) int {
	g.seed = g.seed*6364136223846793005 + 1442695040888963407
	return int(g.seed >> 33 % uint64(n))
}

func (g *maker) make(re *syntax.Regexp) string {
	n := 1
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return string(rune('a' + g.below(26)))
	case syntax.OpCharClass:
		return g.pick(re.Rune)
	case syntax.OpAlternate:
		return g.make(re.Sub[g.below(len(re.Sub))])
	case syntax.OpQuest:
		n = g.below(2)
	case syntax.OpStar, syntax.OpPlus:
		n = 1 + g.below(30)
	case syntax.OpRepeat:
		n = re.Min + g.below(max(1, min(20, re.Max-re.Min+1)))
		if re.Max < 0 {
			n = re.Min + g.below(30)
		}
	}
	var b strings.Builder
	for range n {
		for _, sub := range re.Sub {
			b.WriteString(g.make(sub))
		}
	}
	return b.String()
}

// pick prefers the characters of a class that a text would hold.
func (g *maker) pick(pairs []rune) string {
	var all []rune
	for i := 0; i+1 < len(pairs); i += 2 {
		for r := pairs[i]; r <= min(pairs[i+1], unicode.MaxASCII); r++ {
			if unicode.IsPrint(r) || r == '\n' {
				all = append(all, r)
			}
		}
	}
	if len(all) == 0 {
		return string(pairs[0])
	}
	return string(all[g.below(len(all))])
}
