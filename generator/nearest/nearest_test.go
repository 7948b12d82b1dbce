package nearest_test

import (
	"testing"

	"trustpress/generator/nearest"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "abc", 3}, {"title", "title", 0}, {"titel", "title", 1}, {"ttle", "title", 1}, {"tittle", "title", 1},
		{"CC6.11", "CC6.1", 1}, {"polices", "policies", 1}, {"kitten", "sitting", 3}, {"ab", "ba", 1}, {"ca", "abc", 3},
	} {
		if got := nearest.Distance(c.a, c.b, 10); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := nearest.Distance(c.b, c.a, 10); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.b, c.a, got, c.want)
		}
		if c.want > 0 && nearest.Distance(c.a, c.b, c.want-1) <= c.want-1 {
			t.Errorf("%q to %q lies within %d edits", c.a, c.b, c.want-1)
		}
	}
}

func TestWithin(t *testing.T) {
	known := []string{"owner", "other", "order"}
	for word, want := range map[string]string{"ownr": "owner", "oder": "order", "xyz": "", "other": "other"} {
		got, ok := nearest.Within(word, known, 2)
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", word, got, ok, want)
		}
	}
	if got, _ := nearest.Within("ower", []string{"owen", "owner"}, 2); got != "owen" {
		t.Errorf("of equals the first is to win, got %q", got)
	}
}
