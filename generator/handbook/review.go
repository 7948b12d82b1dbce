package handbook

import (
	"html/template"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// reviewDue returns the day by which a record is to be looked at again, or the zero Day if nobody said.
func reviewDue(rec program.Any) node.Day {
	switch rec := rec.(type) {
	case *program.Policy:
		return rec.ReviewDue()
	case *program.Procedure:
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

// nextReview shows the day by which a record is to be looked at again, and whether that day has passed.
func (s *sheet) nextReview(rec program.Any) template.HTML {
	day := reviewDue(rec)
	switch {
	case day.IsZero():
		return s.absent()
	case day.Before(s.staff.Day()) && !retired(rec):
		return text(day.String()).HTML + " " + s.state("state-overdue")
	}
	return text(day.String()).HTML
}

// retired reports whether a record holds no longer, as it says itself.
func retired(rec program.Any) bool {
	switch rec := rec.(type) {
	case *program.Policy:
		return rec.Status == "retired"
	case *program.Procedure:
		return rec.Status == "retired"
	case *program.Control:
		return rec.Retired()
	}
	return false
}
