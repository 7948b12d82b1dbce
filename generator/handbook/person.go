package handbook

import (
	"html/template"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// person is the page of a person, of whom staff see name and role, and what they own.
type person struct {
	Common  common
	Audited bool
	Owned   []template.HTML // rows of a table
}

func (s *sheet) person(p *program.Person) face {
	out := person{Audited: s.staff.Audited()}
	owned, others := s.owned(p)
	for _, rec := range owned {
		out.Owned = append(out.Owned, s.ownedRow(rec))
	}
	r := p.Base()
	out.Common = common{ID: r.ID, Kind: s.say("kind-person"), Title: program.Name(p), Gaps: s.gapsOf()[strings.ToLower(r.ID)],
		Facts: append(s.facts(p, "role"), s.wrote(p, "former_ids")...), Used: s.uses(others, p, nil)}
	return face{"person", out.Common.Title, r.Kind.Folder + "/index.html", out}
}

// owned returns the records that have a page and that a person owns, and the other references to the person.
func (b *book) owned(p *program.Person) (records []program.Any, others []trace.Use) {
	for _, u := range b.staff.Uses(p) {
		switch {
		case u.Field != "owner":
			others = append(others, u)
		case b.has(u.From):
			records = append(records, u.From)
		}
	}
	return records, others
}

// ownedRow returns the cells of a record that a person owns.
func (s *sheet) ownedRow(rec program.Any) template.HTML {
	var state, review template.HTML
	if c, ok := rec.(*program.Control); ok {
		state = s.state(stateWord(s.staff.State(c)))
	}
	if !reviewDue(rec).IsZero() {
		review = s.nextReview(rec)
	}
	out := `<th scope="row">` + s.name(rec, "").HTML() + "</th><td>" + text(s.say("kind-"+rec.Base().Kind.Name)).HTML + "</td>"
	if s.staff.Audited() {
		out += "<td>" + state + "</td>"
	}
	return out + "<td>" + review + "</td>"
}
