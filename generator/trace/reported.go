package trace

import (
	"slices"

	"trustpress/generator/program"
)

// Unreported returns the days of the audit's period of which no report on a vendor that was read speaks, and no bridge letter after it.
func (t *Trace) Unreported(vendor *program.Vendor) []program.Period {
	if t.Period.IsZero() {
		return nil
	}
	var spoken []program.Period
	for _, r := range vendor.Reports {
		if p := r.Period; !p.IsZero() {
			if p.To.Before(r.BridgeLetter) {
				p.To = r.BridgeLetter
			}
			spoken = append(spoken, p)
		}
	}
	return between(t.Period, spoken)
}

// between returns the parts of a period that no other touches.
func between(period program.Period, others []program.Period) []program.Period {
	slices.SortFunc(others, func(a, b program.Period) int { return a.From.Time().Compare(b.From.Time()) })
	var out []program.Period
	next := period.From
	for _, p := range append(others, program.Period{From: period.To.AddDays(1), To: period.To.AddDays(1)}) {
		if next.Before(p.From) && !period.To.Before(next) {
			last := p.From.AddDays(-1)
			if period.To.Before(last) {
				last = period.To
			}
			out = append(out, program.Period{From: next, To: last})
		}
		if next.Before(p.To.AddDays(1)) {
			next = p.To.AddDays(1)
		}
	}
	return out
}
