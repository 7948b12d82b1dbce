package program

import "trustpress/generator/node"

// Reviewable is a record that somebody is to look at again.
type Reviewable interface {
	Any
	ReviewDue() node.Day       // or the zero Day if nobody said
	Overdue(day node.Day) bool // it should have been looked at before that day
}

// Reviewed says how often a record is to be looked at, and when somebody last did.
type Reviewed struct {
	ReviewEvery node.Duration `field:"review_every"`
	ReviewedOn  node.Day      `field:"reviewed_on"`
}

// ReviewDue returns the day by which the record is to be looked at again, or the zero Day if nobody said.
func (r *Reviewed) ReviewDue() node.Day {
	if r.ReviewedOn.IsZero() || r.ReviewEvery.IsZero() {
		return node.Day{}
	}
	return r.ReviewEvery.After(r.ReviewedOn)
}

// Overdue reports whether the record should have been looked at before a day.
func (r *Reviewed) Overdue(day node.Day) bool { return before(r.ReviewDue(), day) }

// before reports whether a day that somebody set has passed.
func before(due, day node.Day) bool { return !due.IsZero() && due.Before(day) }
