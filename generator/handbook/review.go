package handbook

import (
	"html/template"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// reviewDue returns the day by which a record is to be looked at again, or the zero Day if nobody said.
func reviewDue(rec program.Any) node.Day {
	if r, can := rec.(program.Reviewable); can {
		return r.ReviewDue()
	}
	return node.Day{}
}

// nextReview shows the day by which a record is to be looked at again, and whether that day has passed.
func (s *sheet) nextReview(rec program.Any) template.HTML {
	day := reviewDue(rec)
	if day.IsZero() {
		return s.absent()
	}
	out := "<time>" + text(day.String()).HTML + "</time>"
	if rec.(program.Reviewable).Overdue(s.staff.Day()) {
		out += " " + s.state("state-overdue")
	}
	return out
}

// retired reports whether a record holds no longer, as it says itself.
func retired(rec program.Any) bool {
	r, can := rec.(interface{ Retired() bool })
	return can && r.Retired()
}
