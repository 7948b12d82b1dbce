package program_test

import (
	"testing"

	"trustpress/generator/program"
)

func TestPeriodsAreWrittenShort(t *testing.T) {
	for _, c := range []struct{ text, days, name string }{
		{"2026", "2026-01-01..2026-12-31", "2026"},
		{"2026H2", "2026-07-01..2026-12-31", "2026H2"},
		{"2026-q1", "2026-01-01..2026-03-31", "2026Q1"},
		{"2026Q4", "2026-10-01..2026-12-31", "2026Q4"},
		{"2024-02", "2024-02-01..2024-02-29", "2024-02"},
		{"2026-03-31", "2026-03-31..2026-03-31", "2026-03-31"},
		{" 2025-11-15 .. 2026-02-14 ", "2025-11-15..2026-02-14", "2025-11-15..2026-02-14"},
		{"2025-10-01..2026-09-30", "2025-10-01..2026-09-30", "2025-10-01..2026-09-30"},
		{"2026-02-01..2026-04-30", "2026-02-01..2026-04-30", "2026-02-01..2026-04-30"},
		{"2026-01-01..2026-01-31", "2026-01-01..2026-01-31", "2026-01"},
	} {
		p, ok := program.ParsePeriod(c.text)
		if got := p.From.String() + ".." + p.To.String(); !ok || got != c.days || p.Name() != c.name {
			t.Errorf("%q is %s, %q, %t; want %s, %q", c.text, got, p.Name(), ok, c.days, c.name)
		}
	}
	for _, text := range []string{"", "26", "2026H3", "2026Q5", "2026Q0", "2026-13", "2026-02-30", "2026-03-31..2026-03-30", "2026Q1..2026Q2", "spring", "2026-1", ".."} {
		if p, ok := program.ParsePeriod(text); ok {
			t.Errorf("%q is %s", text, p.Name())
		}
	}
	if name := (program.Period{}).Name(); name != "" {
		t.Errorf("no period is %q", name)
	}
}
