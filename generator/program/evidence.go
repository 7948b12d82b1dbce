package program

import (
	"fmt"
	"strings"

	"trustpress/generator/node"
)

// Evidence is something that shows that a control was carried out, with its provenance.
type Evidence struct {
	Record
	Controls     []Ref[Control]  `field:"controls"`
	Kind         string          `field:"kind" of:"population|sample|configuration|report|ticket|screenshot|attestation|nil"`
	Source       node.Text       `field:"source"`        // a file below the evidence root, or a URL
	OriginalName string          `field:"original_name"` // of the file, where it came from
	SHA256       string          `field:"sha256"`
	Size         *int64          `field:"size"` // bytes
	System       string          `field:"system"`
	Environment  string          `field:"environment"` // production, test: which one of the system
	Query        string          `field:"query"`
	Filters      string          `field:"filters"` // what was left out
	CollectedAt  node.Moment     `field:"collected_at"`
	CollectedBy  Mention[Person] `field:"collected_by"`
	Method       string          `field:"method"`
	RowCount     *int64          `field:"row_count"`
	ControlTotal string          `field:"control_total"` // a sum or a count that the system showed, in its own words
	Completeness string          `field:"completeness"`  // what it rests on that nothing is missing
	Covers       Period          `field:"covers"`
	OccurredOn   node.Day        `field:"occurred_on"`
	PersonalData *bool           `field:"personal_data"`
	Companion    string          `field:"companion"` // the export beside a screenshot
	Statement    Prose           `field:"statement"` // of kind nil: that nothing occurred
}

// Period is a span of days, both ends included.
type Period struct {
	From node.Day `field:"from,required"`
	To   node.Day `field:"to,required"`
}

// DecodeNode reads a table with both ends. A period that ends before it begins is none.
func (p *Period) DecodeNode(n *node.Node, d *node.Decoder) {
	if n.Kind != node.Map {
		d.Fail(n.Span, fmt.Sprintf("%q takes a table, not %s", d.Key(), n.Kind), "write { from = 2026-01-01, to = 2026-03-31 }")
		return
	}
	type table Period // without this method
	d.Struct(n, (*table)(p))
	if !p.IsZero() && p.To.Before(p.From) {
		d.Fail(n.At("to"), "the period ends before it begins", "")
		*p = Period{}
	}
}

// IsZero reports whether no period is written.
func (p Period) IsZero() bool { return p.From.IsZero() || p.To.IsZero() }

// Days returns the number of days in the period.
func (p Period) Days() int { return p.From.Until(p.To) + 1 }

// UpTo returns the part of the period that has come by a day. It is zero if none of it has.
func (p Period) UpTo(day node.Day) Period {
	if day.Before(p.From) {
		return Period{}
	}
	return Period{p.From, node.Earlier(p.To, day)}
}

// Overlap returns the number of days that two periods share.
func (p Period) Overlap(q Period) int {
	return max(0, node.Later(p.From, q.From).Until(node.Earlier(p.To, q.To))+1)
}

// Months returns the first day of the period, and of each month that begins in it; none of a zero one.
func (p Period) Months() []node.Day {
	if p.IsZero() {
		return nil
	}
	var out []node.Day
	for day := p.From; !p.To.Before(day); day = day.AddDays(1 - day.Time().Day()).AddMonths(1) {
		out = append(out, day)
	}
	return out
}

// Holds reports whether a day lies in the period.
func (p Period) Holds(day node.Day) bool {
	return !day.IsZero() && !day.Before(p.From) && !p.To.Before(day)
}

// need asks evidence that nothing occurred for a person's word.
func (e *Evidence) need(dec *node.Decoder) {
	if e.Kind == "nil" {
		dec.Require(e.Fields, "statement")
	}
}

// IsURL reports whether the evidence is held elsewhere, under an address.
func (e *Evidence) IsURL() bool { return strings.Contains(e.Source.Text, "://") }

// IsLocal reports whether the address is of a file on the machine that reads it, which holds nothing for anybody else.
func (e *Evidence) IsLocal() bool {
	return strings.HasPrefix(strings.ToLower(e.Source.Text), "file://")
}

// HasFile reports whether the evidence names a file below the evidence root.
func (e *Evidence) HasFile() bool { return e.Source.Text != "" && !e.IsURL() }

// Waiver accepts one known finding for a time.
type Waiver struct {
	Record
	Rule    string    `field:"rule"`
	Target  node.Text `field:"target"`
	Reason  string    `field:"reason"`
	Expires node.Day  `field:"expires"`
}
