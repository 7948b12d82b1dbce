package program

import (
	"cmp"
	"strings"

	"trustpress/generator/source"
)

// Fill returns the HTML of a text with every slot filled: fill is given the reference, where it leads and the HTML that the
// author sees, and returns what stands in its place.
func (p Prose) Fill(fill func(ref source.Ref, to Target, inner string) string) string {
	if p.Prose == nil {
		return ""
	}
	if len(p.Refs) == 0 {
		return p.HTML
	}
	var b strings.Builder
	b.Grow(len(p.HTML) + 96*len(p.Refs)) // a link to a record is about as long
	at := 0
	for i, ref := range p.Refs {
		b.WriteString(p.HTML[at:ref.Start])
		b.WriteString(fill(ref, p.Targets[i], p.HTML[ref.Start:ref.End]))
		at = ref.End
	}
	b.WriteString(p.HTML[at:])
	return b.String()
}

// Path returns where a record's page stands in every output that has one: its kind's folder and its id in lower case.
func (r *Record) Path() string { return r.Kind.Folder + "/" + strings.ToLower(r.ID) }

// Name returns what a reader calls a record: its title, a person's name, else its id; of a record that needs neither, what it is about.
func Name(rec Any) string {
	if p, ok := rec.(*Person); ok && p.Name != "" {
		return p.Name
	}
	if r := rec.Base(); r.Title != "" || r.ID != "" {
		return cmp.Or(r.Title, r.ID)
	}
	switch x := rec.(type) {
	case *Approval:
		return strings.TrimSpace(x.Policy.ID + " " + x.Version)
	case *Release:
		return x.Version
	case *Statement:
		return x.About
	case *Waiver:
		return x.Rule + " " + x.Target.Text
	}
	return ""
}
