package check

import (
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Horizon returns what expires, begins or falls due from the day of a run on, the soonest first. Of what has passed it holds only what no
// rule reports.
func Horizon(t *trace.Trace, ahead node.Duration) *diag.Horizon {
	h := horizon{Trace: t, last: ahead.After(t.AsOf)}
	if !t.AsOf.IsZero() {
		h.look()
	}
	slices.SortFunc(h.dates, diag.CompareDates)
	return &diag.Horizon{From: t.AsOf.String(), Within: ahead.String(), Dates: h.dates}
}

// horizon is the dates from a day on up to another.
type horizon struct {
	*trace.Trace
	last  node.Day
	dates []diag.Date
}

func (h *horizon) look() {
	h.date("", h.Site.Tree.At("trust", "security_txt", "expires"), h.Site.Trust.SecurityTxt.Expires, "security.txt expires")
	after := followed(h.Trace)
	for _, rec := range h.Program.Records() {
		if rec.Base().Broken {
			continue
		}
		switch rec := rec.(type) {
		case *program.Report:
			if isTold(rec) && !after[rec] {
				h.report(rec)
			}
			continue
		case *program.Vendor:
			h.subprocessor(rec)
		case *program.Document:
			h.of(rec, "expires", rec.Expires, "the document expires")
		case *program.Update:
			h.of(rec, "expires", rec.Expires, "the notice expires")
		case *program.Waiver:
			h.of(rec, "expires", rec.Expires, "the waiver expires")
		case *program.Disclosure:
			if rec.Ended.IsZero() {
				h.of(rec, "expires", rec.Expires, "the disclosure ends")
			}
		}
		h.standing(rec, h.review(rec))
	}
}

// of adds the day of a field of a record.
func (h *horizon) of(rec program.Any, field string, day node.Day, what string) {
	h.date(rec.Base().ID, rec.Base().At(field), day, what)
}

// date adds a day, unless it lies beyond the horizon or has passed.
func (h *horizon) date(record string, at diag.Span, day node.Day, what string) {
	if !day.Before(h.AsOf) {
		h.any(record, at, day, what)
	}
}

// any adds a day, unless it lies beyond the horizon.
func (h *horizon) any(record string, at diag.Span, day node.Day, what string) {
	if !day.IsZero() && !h.last.Before(day) {
		h.dates = append(h.dates, diag.Date{Span: at, Day: day.String(), Days: h.AsOf.Until(day), What: what, Record: record})
	}
}

// report adds the days of a report that none has taken the place of.
func (h *horizon) report(r *program.Report) {
	what, at := "the report is taken for the present until then", r.At("period", "to")
	switch {
	case r.Certified():
		what = "the certificate expires"
	case r.Kind == "bridge-letter":
		what = "the bridge letter is of use until then"
	}
	if r.Period.IsZero() {
		at = r.At("as_of")
	}
	if !r.ValidUntil.IsZero() {
		at = r.At("valid_until")
	}
	if !r.Public.ValidUntil.IsZero() {
		at = r.At("public", "valid_until")
	}
	h.date(r.ID, at, program.StandingOf(r, h.Site.Trust.Holds).Until, what)
	h.any(r.ID, r.At("next_expected"), r.NextExpected, "the next report is expected")
}

func (h *horizon) subprocessor(v *program.Vendor) {
	s := v.Subprocessor
	if s == nil {
		return
	}
	h.date(v.ID, v.At("subprocessor", "objection_until"), s.ObjectionUntil, "the last day to object to the subprocessor")
	h.date(v.ID, v.At("subprocessor", "effective"), s.Effective, "the subprocessor begins")
	h.date(v.ID, v.At("subprocessor", "ended"), s.Ended, "the subprocessor ends")
}

// review adds the day of a record's review, and returns it.
func (h *horizon) review(rec program.Any) node.Day {
	reviewed, can := rec.(program.Reviewable)
	if !can || reviewed.Overdue(h.AsOf) { // which has its finding
		return node.Day{}
	}
	if held, can := rec.(interface{ Retired() bool }); can && held.Retired() {
		return node.Day{}
	}
	h.date(rec.Base().ID, reviewAt(rec.Base()), reviewed.ReviewDue(), "the review is due")
	return reviewed.ReviewDue()
}

// standing adds the day until which what everybody reads of a record holds, unless that is the day of its review.
func (h *horizon) standing(rec program.Any, review node.Day) {
	r := rec.Base()
	if !isTold(rec) {
		return
	}
	until := program.StandingOf(rec, h.Site.Trust.Holds).Until
	if reviewed, can := rec.(program.Reviewable); until == review || can && reviewed.Overdue(h.AsOf) {
		return
	}
	at := r.Span
	for _, path := range [][]string{{"reviewed_on"}, {"as_of"}, {"valid_until"}, {"public", "reviewed_on"}, {"public", "valid_until"}} {
		if h.written(r, path) {
			at = r.At(path...)
		}
	}
	h.any(r.ID, at, until, "the public statement holds until then")
}

func (h *horizon) written(r *program.Record, path []string) bool {
	n := r.Fields.Get(path[0])
	if len(path) > 1 {
		n = n.Get(path[1])
	}
	return n != nil
}
