package program

import (
	"strings"

	"trustpress/generator/node"
)

// Outline is a record in short: what the versions of a handbook ask about the records of each other.
type Outline struct {
	Kind, ID, Title string
	FormerIDs       []string `json:",omitempty"`
	Confidential    bool     `json:",omitempty"`

	// Of a policy or a procedure.
	Version     string   `json:",omitempty"`
	Status      string   `json:",omitempty"`
	EffectiveOn node.Day `json:",omitzero"`
	SHA256      string   `json:",omitempty"` // of its words

	Parts []Part `json:",omitempty"` // of a control
}

// Outlines returns the records that have an id, in short.
func (p *Program) Outlines() []Outline {
	var out []Outline
	for _, rec := range p.records {
		if rec.Base().Kind.Anonymous() {
			continue
		}
		out = append(out, OutlineOf(rec))
	}
	return out
}

// OutlineOf returns a record in short.
func OutlineOf(rec Any) Outline {
	r := rec.Base()
	out := Outline{Kind: r.Kind.Name, ID: r.ID, Title: Name(rec), FormerIDs: r.FormerIDs, Confidential: r.IsConfidential()}
	if out.Confidential { // whose title is nobody's to keep
		out.Title = ""
	}
	if own, ok := rec.(Controlled); ok {
		g := own.Control()
		out.Version, out.Status, out.EffectiveOn, out.SHA256 = g.Version, g.Status, g.EffectiveOn, g.SHA256
	}
	if c, ok := rec.(*Control); ok {
		out.Parts = c.Parts
	}
	return out
}

// Tentative reports whether a document said of itself that it was not to be followed yet.
func (o Outline) Tentative() bool { return tentative(o.Status) }

// Was reports whether a record had an id, or has it.
func (o Outline) Was(id string) bool {
	if strings.EqualFold(o.ID, id) {
		return true
	}
	for _, former := range o.FormerIDs {
		if strings.EqualFold(former, id) {
			return true
		}
	}
	return false
}
