package trace

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

func TestBetween(t *testing.T) {
	tests := []struct{ period, others, want string }{
		{"2026-01-01/2026-12-31", "", "2026-01-01/2026-12-31"},
		{"2026-01-01/2026-12-31", "2025-01-01/2027-01-01", ""},
		{"2026-01-01/2026-12-31", "2026-01-01/2026-12-31", ""},
		{"2026-01-01/2026-12-31", "2025-01-01/2025-12-31", "2026-01-01/2026-12-31"},
		{"2026-01-01/2026-12-31", "2027-01-01/2027-12-31", "2026-01-01/2026-12-31"},
		{"2026-01-01/2026-12-31", "2025-06-01/2026-05-31", "2026-06-01/2026-12-31"},
		{"2026-01-01/2026-12-31", "2026-06-01/2027-05-31", "2026-01-01/2026-05-31"},
		{"2026-01-01/2026-12-31", "2026-07-01/2026-07-31 2025-01-01/2026-03-31 2026-02-01/2026-02-02", "2026-04-01/2026-06-30 2026-08-01/2026-12-31"},
	}
	for _, test := range tests {
		var got []string
		for _, p := range between(periods(t, test.period)[0], periods(t, test.others)) {
			got = append(got, fmt.Sprintf("%s/%s", p.From, p.To))
		}
		if text := strings.Join(got, " "); text != test.want {
			t.Errorf("%s without %q: got %q, want %q", test.period, test.others, text, test.want)
		}
	}
}

func periods(t *testing.T, text string) []program.Period {
	t.Helper()
	var out []program.Period
	for field := range strings.FieldsSeq(text) {
		from, to, _ := strings.Cut(field, "/")
		first, err := node.ParseDay(from)
		last, err2 := node.ParseDay(to)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		out = append(out, program.Period{From: first, To: last})
	}
	return out
}
