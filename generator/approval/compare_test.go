package approval_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"trustpress/generator/approval"
)

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		name, approved, today string
		want                  approval.Difference
	}{
		{"the same", "a b c", "a b c", approval.Difference{Of: 3, First: 3}},
		{"one word for another", "a b c", "a x c", approval.Difference{Words: 1, Of: 3, First: 1, Was: "b", Now: "x"}},
		{"two words for one", "a b c", "a x y c", approval.Difference{Words: 2, Of: 4, First: 1, Was: "b", Now: "x"}},
		{"a word more", "a c", "a b c", approval.Difference{Words: 1, Of: 3, First: 1, Now: "b"}},
		{"a word less", "a b c", "a c", approval.Difference{Words: 1, Of: 3, First: 1, Was: "b"}},
		{"words at the end", "a b", "a b c d", approval.Difference{Words: 2, Of: 4, First: 2, Now: "c"}},
		{"the end is gone", "a b c d", "a b", approval.Difference{Words: 2, Of: 4, First: 2, Was: "c"}},
		{"changes far apart", "a b c d e f", "x b c d e y", approval.Difference{Words: 2, Of: 6, Was: "a", Now: "x"}},
		{"one of two equal words is gone", "a a b", "a b", approval.Difference{Words: 1, Of: 3, First: 1, Was: "a"}},
		{"a word that moved", "a b c d", "b c d a", approval.Difference{Words: 1, Of: 4, Was: "a", Now: "b"}},
		{"all of it", "a b", "c", approval.Difference{Words: 2, Of: 2, Was: "a", Now: "c"}},
		{"nothing before", "", "a", approval.Difference{Words: 1, Of: 1, Now: "a"}},
	} {
		if got := approval.Compare(lines(tt.approved), lines(tt.today)); got != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func lines(text string) string { return strings.ReplaceAll(text, " ", "\n") + "\n" }

// Long texts that have little in common are counted without their order, which takes no time.
func TestCompareLongTexts(t *testing.T) {
	text := func(seed uint64) string {
		r := rand.New(rand.NewPCG(seed, 0))
		var b strings.Builder
		for range 50_000 {
			b.WriteString(string(rune('a'+r.IntN(20))) + "\n")
		}
		return b.String()
	}
	d := approval.Compare("x\n"+text(1)+"y\n", text(2))
	if d.Of != 50_002 || d.Words < 2 || d.Words > d.Of {
		t.Errorf("%+v", d)
	}
}
