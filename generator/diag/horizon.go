package diag

import (
	"bytes"
	"cmp"
	"fmt"
)

// Horizon is what lies ahead of a day: it is no finding, and fails nothing.
type Horizon struct {
	From   string // the day, ISO 8601
	Within string // how far ahead it looks: "60 days"
	Dates  []Date // the soonest first
}

// Date is a day on which something expires, begins or falls due.
type Date struct {
	Span
	Day    string // ISO 8601
	Days   int    // until then; less than 0 if it has passed
	What   string // "the certificate expires"
	Record string // the id of the record it is about, or ""
}

// CompareDates orders dates by day, then place, then what they are about.
func CompareDates(a, b Date) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), a.Span.Compare(b.Span), cmp.Compare(a.What, b.What), cmp.Compare(a.Record, b.Record))
}

// Left says how many days are left.
func (d Date) Left() string {
	switch {
	case d.Days < 0:
		return "past"
	case d.Days == 0:
		return "today"
	}
	return plural(d.Days, "day")
}

// Says names what the date is about, with its record.
func (d Date) Says() string {
	if d.Record == "" {
		return d.What
	}
	return d.Record + ": " + d.What
}

// dates returns what lies ahead, if that was asked for.
func (r Report) dates() []Date {
	if r.Horizon == nil {
		return nil
	}
	return r.Horizon.Dates
}

// textHorizon prints a date a line, below one that counts them.
func textHorizon(b *bytes.Buffer, h *Horizon, color bool) {
	if h == nil {
		return
	}
	count := "nothing"
	if n := len(h.Dates); n > 0 {
		count = plural(n, "date")
	}
	fmt.Fprintf(b, "%s %s\n", paint(fmt.Sprintf("within %s of %s:", h.Within, h.From), bold, color), count)
	for _, d := range h.Dates {
		fmt.Fprintf(b, "%s %9s  %s", d.Day, d.Left(), Visible(d.Says()))
		if p := position(d.Span); p != "" {
			fmt.Fprintf(b, " (%s)", p)
		}
		fmt.Fprintln(b)
	}
}
