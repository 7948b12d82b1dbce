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
	if p, ok := rec.(*Policy); ok && Publishes(p, "next_review") && !p.NextReview.IsZero() && p.NextReview.Before(out.Until) {
		out.Until = p.NextReview // everybody knows that it is looked at again on that day
	}
	return out
}

// stated returns what a record itself says of its standing.
func stated(rec Any) Standing {
	r := rec.Base()
	own := Standing{r.Public.Level, r.Public.ReviewedOn, r.Public.ValidUntil}
	own.Level = cmp.Or(own.Level, usual(rec))
	if !Known(rec) || !r.Public.Text.Empty() {
		return own
	}
	switch rec := rec.(type) {
	case *Page:
		return Standing{cmp.Or(rec.Level, own.Level), later(rec.AsOf, own.AsOf), later(rec.ValidUntil, own.Until)}
	case *Claim:
		return Standing{cmp.Or(rec.Level, own.Level), later(rec.AsOf, own.AsOf), later(rec.ValidUntil, own.Until)}
	case *Question:
		return Standing{own.Level, later(rec.ReviewedOn, own.AsOf), later(own.Until, rec.ReviewDue())}
	case *Vendor:
		return Standing{own.Level, later(rec.ReviewedOn, own.AsOf), later(own.Until, rec.ReviewDue())}
	case *Policy:
		return Standing{own.Level, later(rec.ApprovedOn, own.AsOf), later(own.Until, rec.ReviewDue())}
	case *Procedure:
		return Standing{own.Level, later(rec.ApprovedOn, own.AsOf), later(own.Until, rec.ReviewDue())}
	}
	return own
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

func later(a, b node.Day) node.Day {
	if a.Before(b) {
		return b
	}
	return a
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
