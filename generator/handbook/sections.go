package handbook

import (
	"cmp"
	"html/template"
	"slices"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// section is a part of a policy or procedure that has to do with a criterion: a control that is mapped to the criterion carries it
// out, or it names the criterion itself.
type section struct {
	place
	document, heading int // where it stands: by the first that was found of its document, and among that document's headings
	by                []value
	names             bool
}

type place struct {
	rec  program.Any
	slug string // of a heading; "" for the whole document
}

// sections gathers sections.
type sections struct {
	list      []*section
	at        map[place]*section
	documents map[program.Any]int
}

func (s *sections) find(rec program.Any, slug string) *section {
	p := place{rec, slug}
	if s.at[p] == nil {
		if _, known := s.documents[rec]; !known {
			s.documents[rec] = len(s.documents)
		}
		heading := slices.IndexFunc(headings(rec), func(h source.Heading) bool { return h.Slug == slug })
		s.at[p] = &section{place: p, document: s.documents[rec], heading: heading}
		s.list = append(s.list, s.at[p])
	}
	return s.at[p]
}

// sorted returns the sections document by document, each from its beginning.
func (s *sections) sorted() []*section {
	slices.SortFunc(s.list, func(a, b *section) int {
		return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.heading, b.heading))
	})
	return s.list
}

// sections lists the parts of documents that have to do with a criterion, as rows of a table.
func (s *sheet) sections(c *criteria.Criterion) []template.HTML {
	found := sections{at: map[place]*section{}, documents: map[program.Any]int{}}
	s.carriedOut(c, &found)
	s.naming(c, &found)
	rows := make([]template.HTML, len(found.list))
	for i, f := range found.sorted() {
		rows[i] = s.sectionRow(f)
	}
	return rows
}

// carriedOut finds the sections that the controls of a criterion carry out.
func (s *sheet) carriedOut(c *criteria.Criterion, found *sections) {
	whole := s.staff.Coverage(c)
	if whole == nil {
		return
	}
	for _, control := range whole.Controls {
		for _, ref := range control.Policies {
			if ref.To == nil || !s.has(ref.To) {
				continue
			}
			h, _ := ref.To.Body.Heading(ref.Anchor)
			name := s.name(control, "")
			name.Hint, name.Title = name.Title, ""
			if name.ID == "" {
				name.ID = control.ID
			}
			f := found.find(ref.To, h.Slug)
			f.by = append(f.by, value{Name: &name})
		}
	}
}

// naming finds the sections that name a criterion.
func (s *sheet) naming(c *criteria.Criterion, found *sections) {
	for _, u := range s.staff.CriterionUses(c) {
		if !governed(u.From) || !s.has(u.From) {
			continue
		}
		slug := ""
		if u.Field == "body" {
			slug = above(headings(u.From), u.Span)
		}
		found.find(u.From, slug).names = true
	}
}

// governed reports whether a record is a policy or a procedure.
func governed(rec program.Any) bool {
	switch rec.(type) {
	case *program.Policy, *program.Procedure:
		return true
	}
	return false
}

// above returns the slug of the heading below which a place stands, or "".
func above(all []source.Heading, place diag.Span) string {
	slug := ""
	for _, h := range all {
		if h.Span.File == place.File && !place.Before(h.Span) {
			slug = h.Slug
		}
	}
	return slug
}

func (s *sheet) sectionRow(f *section) template.HTML {
	names := template.HTML("")
	if f.names {
		names = text(s.say("yes")).HTML
	}
	return `<th scope="row">` + s.name(f.rec, f.slug).HTML() + "</th><td>" + joined(f.by) + "</td><td>" + names + "</td>"
}
