package program

import (
	"reflect"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Ref is a reference in a field to a record of one kind. An identifier of another kind cannot stand in its place.
type Ref[T any] struct {
	ID     string
	Anchor string // a heading of that record
	Span   diag.Span
	To     *T // nil until it is bound, and for good if it cannot be
}

// DecodeNode reads an identifier with or without a heading.
func (r *Ref[T]) DecodeNode(n *node.Node, d *node.Decoder) {
	var t node.Text
	t.DecodeNode(n, d)
	r.ID, r.Anchor = source.Split(t.Text)
	r.Span = n.Span
}

// Written reports whether the author wrote a reference.
func (r *Ref[T]) Written() bool { return r.ID != "" }

// Wants returns the kind of record that the field takes.
func (r *Ref[T]) Wants() *Kind { return KindOf(reflect.TypeFor[T]()) }

// Label returns what the author wrote, and where.
func (r *Ref[T]) Label() (id, anchor string, at diag.Span) { return r.ID, r.Anchor, r.Span }

// Bind sets the record, if it is of the kind that the field takes.
func (r *Ref[T]) Bind(rec Any) bool {
	to, ok := rec.(interface{ Base() *Record })
	t, right := any(to).(*T)
	if ok && right {
		r.To = t
	}
	return right
}

// Reference is a Ref of any kind.
type Reference interface {
	Written() bool
	Wants() *Kind
	Label() (id, anchor string, at diag.Span)
	Bind(rec Any) bool
}

// Mention is free text that may name a record: a collector that is a person or a service account.
type Mention[T any] struct {
	Ref[T]
	Text string
}

// DecodeNode reads a text.
func (m *Mention[T]) DecodeNode(n *node.Node, d *node.Decoder) {
	var t node.Text
	t.DecodeNode(n, d)
	m.Text, m.ID, m.Span = t.Text, t.Text, n.Span
}

// CriterionRef is a reference in a field to a criterion of some catalogue.
type CriterionRef struct {
	Text string
	Span diag.Span
	To   *criteria.Criterion // nil until it is bound, and for good if it cannot be
}

// DecodeNode reads a criterion's identifier.
func (c *CriterionRef) DecodeNode(n *node.Node, d *node.Decoder) {
	var t node.Text
	t.DecodeNode(n, d)
	c.Text, c.Span = t.Text, n.Span
}

// Prose is a text with its references and, once they are bound, where each leads.
type Prose struct {
	*source.Prose
	Span    diag.Span
	Targets []Target // one for each of Refs
}

// Target is where a reference of a text leads: to one of a record, a criterion or a file; to nothing if it is broken.
type Target struct {
	Record    Any
	Criterion *criteria.Criterion
	File      string // a file of the content that is no record
	Slug      string // of the heading, or ""
}

// DecodeNode reads the prose of a value.
func (p *Prose) DecodeNode(n *node.Node, d *node.Decoder) {
	if n.Kind == node.List || n.Kind == node.Map {
		d.Fail(n.Span, "text is expected here, not "+n.Kind.String(), "")
		return
	}
	var findings []diag.Finding
	p.Span = n.Span
	p.Prose, findings = d.Env.(*source.Parser).Field(n.Text, n.Places())
	d.Report(findings)
}
