package trust

import (
	"cmp"
	"slices"

	"trustpress/generator/audience"
)

// frameworksData is the frameworks beside the criteria of the reports, item by item.
type frameworksData struct{ Frameworks []framework }

// framework is a catalogue with its items, under its own headings.
type framework struct {
	Anchor, Name, Note string
	Families           []itemFamily
}

// itemFamily is the items under one heading, and of how many of them something is told.
type itemFamily struct {
	Anchor, Title, Count string
	Rows                 []item
}

// item is an item of a framework with the public controls that name it, and those that name a criterion of the same matter.
type item struct {
	Anchor, ID, Title string
	Controls          []mention
	Shared            []shared
}

// shared is a criterion of the same matter, with the public controls that name it.
type shared struct {
	criterion
	Controls []mention
}

// beside returns how many items of other frameworks than that of the reports there are.
func beside(p *audience.Public) int {
	n := 0
	for _, f := range p.Frameworks {
		n += len(f.Items)
	}
	for _, c := range p.Criteria {
		if c.FrameworkID != tsc {
			n++
		}
	}
	return n
}

func frameworks(s *sheet) any {
	var out frameworksData
	controls := s.controlsOf()
	for _, f := range s.catalogues() {
		one := framework{Anchor: "tp.framework." + f.ID, Name: f.Name, Note: f.Note}
		for i, it := range f.Items {
			if i == 0 || areaAnchor(f.Items[i-1].PublicCriterion) != areaAnchor(it.PublicCriterion) {
				one.Families = append(one.Families, itemFamily{Anchor: areaAnchor(it.PublicCriterion), Title: join(it.Family, it.FamilyOf)})
			}
			last := &one.Families[len(one.Families)-1]
			last.Rows = append(last.Rows, s.item(it, controls))
		}
		for i := range one.Families {
			one.Families[i].Count = s.countItems(one.Families[i].Rows)
		}
		out.Frameworks = append(out.Frameworks, one)
	}
	return out
}

// catalogues returns the frameworks that the site is held against, and after them the items of others that public statements name.
func (s *sheet) catalogues() []audience.PublicFramework {
	out := slices.Clone(s.Frameworks)
	for _, c := range s.Criteria {
		at := slices.IndexFunc(out, func(f audience.PublicFramework) bool { return f.ID == c.FrameworkID })
		switch {
		case c.FrameworkID == tsc || at >= 0 && at < len(s.Frameworks):
			continue
		case at < 0:
			at = len(out)
			out = append(out, audience.PublicFramework{ID: c.FrameworkID, Name: c.Framework})
		}
		out[at].Items = append(out[at].Items, audience.PublicItem{PublicCriterion: c})
	}
	return out
}

func (s *sheet) item(it audience.PublicItem, controls map[string][]mention) item {
	out := item{Anchor: criterionAnchor(it.Key), ID: it.ID, Title: it.Title, Controls: controls[it.Key]}
	for _, key := range it.Shared {
		if with := s.named([]string{key}); len(with) > 0 && len(controls[key]) > 0 {
			out.Shared = append(out.Shared, shared{with[0], controls[key]})
		}
	}
	return out
}

// countItems says how many items of a family a public control names, and to how many others one leads.
func (s *sheet) countItems(rows []item) string {
	named, paired := 0, 0
	for _, r := range rows {
		switch {
		case len(r.Controls) > 0:
			named++
		case len(r.Shared) > 0:
			paired++
		}
	}
	if named == 0 {
		return s.say("count-items-paired", len(rows), paired)
	}
	return s.say("count-items", len(rows), named, paired)
}

// join puts the id of a heading before what it is called.
func join(id, title string) string {
	if id == "" || title == "" {
		return cmp.Or(title, id)
	}
	return id + " " + title
}
