package trace_test

import (
	"testing"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

func day(t *testing.T, s string) node.Day {
	t.Helper()
	d, err := node.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWindows(t *testing.T) {
	for _, c := range []struct {
		name, from, to, frequency string
		want                      []string
	}{
		{"a year in quarters", "2025-10-01", "2026-09-30", "quarterly",
			[]string{"2025-10-01 2025-12-31", "2026-01-01 2026-03-31", "2026-04-01 2026-06-30", "2026-07-01 2026-09-30"}},
		{"from the period's own first day", "2025-11-15", "2026-05-14", "quarterly", []string{"2025-11-15 2026-02-14", "2026-02-15 2026-05-14"}},
		{"a last window of at least half counts", "2026-01-01", "2026-05-16", "quarterly", []string{"2026-01-01 2026-03-31", "2026-04-01 2026-05-16"}},
		{"a last window of less than half does not", "2026-01-01", "2026-05-15", "quarterly", []string{"2026-01-01 2026-03-31"}},
		{"a period shorter than half a window has none", "2026-01-01", "2026-05-31", "annual", nil},
		{"a period of half a window has one", "2026-01-01", "2026-07-02", "annual", []string{"2026-01-01 2026-07-02"}},
		{"months begin where the period does, at the end of short ones", "2026-01-31", "2026-04-29", "monthly",
			[]string{"2026-01-31 2026-02-27", "2026-02-28 2026-03-30", "2026-03-31 2026-04-29"}},
		{"a leap year", "2024-02-29", "2025-02-27", "annual", []string{"2024-02-29 2025-02-27"}},
		{"a frequency without windows", "2025-10-01", "2026-09-30", "weekly", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, w := range trace.Windows(program.Period{From: day(t, c.from), To: day(t, c.to)}, c.frequency) {
				got = append(got, w.From.String()+" "+w.To.String())
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %v, want %v", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("window %d is %s, want %s", i, got[i], c.want[i])
				}
			}
		})
	}
}

// Every day of a period lies in one window at most, and windows follow each other without a gap.
func TestWindowsAreSeamless(t *testing.T) {
	for from := day(t, "2024-01-01"); from.Before(day(t, "2024-04-05")); from = from.AddDays(1) {
		for _, frequency := range []string{"monthly", "quarterly", "semi-annual", "annual"} {
			period := program.Period{From: from, To: from.AddMonths(18)}
			next := from
			for _, w := range trace.Windows(period, frequency) {
				if w.From != next {
					t.Fatalf("%s from %s: a window begins on %s, want %s", frequency, from, w.From, next)
				}
				if w.Days() < 1 || period.To.Before(w.To) {
					t.Fatalf("%s from %s: window %s to %s", frequency, from, w.From, w.To)
				}
				next = w.To.AddDays(1)
			}
		}
	}
}
