package program

import (
	"cmp"

	"trustpress/generator/node"
)

// Standing says how far a public statement goes: who stands behind it, as of which day it is told, and the day until which it holds.
// Each is empty where nobody said.
type Standing struct {
	Level       string // examined, certified, tested, self-assessed, commitment, planned
	AsOf, Until node.Day
}

const (
	BridgeMonths = 3  // how long a bridge letter can be, and of any use after its last day: it does not take a report's place
	ReportMonths = 12 // after the end of its period, or its one day, that a report is taken for the present
)

// StandingOf returns the standing of what everybody reads of a record, from what everybody may read alone. What does not say until
// when it holds, holds for a time after its day.
func StandingOf(rec Any, holds node.Duration) Standing {
	if r, ok := rec.(*Report); ok {
		return r.standing()
	}
	out := stated(rec)
	if out.Until.IsZero() && !out.AsOf.IsZero() && !holds.IsZero() {
		out.Until = holds.After(out.AsOf)
	}
	return out
}

// stated returns what a record itself says of its standing: the day until which it holds is what a person wrote as that, else the day
// on which everybody knows that it is looked at again.
func stated(rec Any) Standing {
	r := rec.Base()
	out := Standing{cmp.Or(r.Public.Level, usual(rec)), r.Public.ReviewedOn, r.Public.ValidUntil}
	if Known(rec) && r.Public.Text.Empty() {
		out = whole(rec, out)
	}
	if out.Until.IsZero() {
		out.Until = lookedAtAgain(rec)
	}
	return out
}

// whole adds what the fields say of a record that everybody may read all of.
func whole(rec Any, out Standing) Standing {
	switch rec := rec.(type) {
	case *Page:
		return Standing{cmp.Or(rec.Level, out.Level), node.Later(rec.AsOf, out.AsOf), cmp.Or(rec.ValidUntil, out.Until)}
	case *Claim:
		return Standing{cmp.Or(rec.Level, out.Level), node.Later(rec.AsOf, out.AsOf), cmp.Or(rec.ValidUntil, out.Until)}
	case *Question:
		out.AsOf = node.Later(rec.ReviewedOn, out.AsOf)
	case *Vendor:
		out.AsOf = node.Later(rec.ReviewedOn, out.AsOf)
	case *Policy:
		out.AsOf = node.Later(rec.ApprovedOn, out.AsOf)
	case *Procedure:
		out.AsOf = node.Later(rec.ApprovedOn, out.AsOf)
	}
	return out
}

// lookedAtAgain returns the day of a record's next review, if everybody knows it, else the zero Day.
func lookedAtAgain(rec Any) node.Day {
	reviewed, can := rec.(Reviewable)
	policy, rule := rec.(*Policy)
	switch {
	case can && Known(rec) && rec.Base().Public.Text.Empty():
		return reviewed.ReviewDue()
	case rule && Publishes(rec, "next_review"):
		return policy.NextReview
	}
	return node.Day{}
}

// usual returns the level of what is told of a kind of record. Notices, documents, rules and what customers do are no claims.
func usual(rec Any) string {
	switch rec.(type) {
	case *Update, *Document, *Policy, *Procedure, *CUEC, *Responsibility:
		return ""
	case *Commitment:
		return "commitment"
	}
	return "self-assessed"
}

// standing returns what the fields that everybody reads say: whose work a report is, and until when it is taken for the present.
func (r *Report) standing() Standing {
	out := Standing{Level: r.level(), AsOf: r.Public.ReviewedOn, Until: r.Public.ValidUntil}
	if !out.Until.IsZero() {
		return out
	}
	for _, end := range []struct {
		field  string
		day    node.Day
		months int
	}{{"valid_until", r.ValidUntil, 0}, {"period", r.Period.To, r.lasts()}, {"as_of", r.AsOf, ReportMonths}} {
		if !end.day.IsZero() && Publishes(r, end.field) {
			out.Until = end.day.AddMonths(end.months)
			return out
		}
	}
	return out
}

func (r *Report) lasts() int {
	if r.Kind == "bridge-letter" {
		return BridgeMonths
	}
	return ReportMonths
}

func (r *Report) level() string {
	switch {
	case r.Public.Level != "":
		return r.Public.Level
	case !Publishes(r, "kind"):
		return ""
	case r.Examination():
		return "examined"
	case r.Certified():
		return "certified"
	case r.Kind == "pentest":
		return "tested"
	}
	return "self-assessed"
}
