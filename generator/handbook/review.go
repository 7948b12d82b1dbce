package handbook

import (
	"html/template"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// governedRecord is a policy or a procedure.
type governedRecord interface {
	ReviewDue() node.Day
	Overdue(day node.Day) bool
}

// reviewDue returns the day by which a record is to be looked at again, or the zero Day if nobody said.
func reviewDue(rec program.Any) node.Day {
	switch rec := rec.(type) {
	case governedRecord:
		return rec.ReviewDue()
	case *program.Vendor:
		return next(rec.ReviewedOn, rec.ReviewEvery)
	case *program.Question:
		return next(rec.ReviewedOn, rec.ReviewEvery)
	}
	return node.Day{}
}

func next(last node.Day, every node.Duration) node.Day {
	if last.IsZero() || every.IsZero() {
		return node.Day{}
	}
	return every.After(last)
}

// overdue reports whether a record should have been looked at again before a day.
func overdue(rec program.Any, day node.Day) bool {
	if g, ok := rec.(governedRecord); ok {
		return g.Overdue(day)
	}
	due := reviewDue(rec)
	return !due.IsZero() && due.Before(day)
}

// nextReview shows the day by which a record is to be looked at again, and whether that day has passed.
func (s *sheet) nextReview(rec program.Any) template.HTML {
	day := reviewDue(rec)
	switch {
	case day.IsZero():
		return s.absent()
	case overdue(rec, s.staff.Day()):
		return text(day.String()).HTML + " " + s.state("state-overdue")
	}
	return text(day.String()).HTML
}

// retired reports whether a record holds no longer, as it says itself.
func retired(rec program.Any) bool {
	r, can := rec.(interface{ Retired() bool })
	return can && r.Retired()
}
