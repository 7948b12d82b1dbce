package audience

import (
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"trustpress/generator/criteria"
)

// criteria returns the criteria that the public statements name, and all of the categories that a public report covers.
func (s speaker) criteria(p Public) []PublicCriterion {
	reported := s.reported(p)
	for _, c := range reported {
		s.named[c] = true
	}
	var out []PublicCriterion
	for _, c := range slices.SortedFunc(maps.Keys(s.named), (*criteria.Criterion).Compare) {
		one := s.criterion(c)
		one.Reported = slices.Contains(reported, c)
		out = append(out, one)
	}
	return out
}

// reported returns the criteria of the categories that the public reports cover.
func (s speaker) reported(p Public) []*criteria.Criterion {
	var categories []string
	for _, r := range p.Reports {
		categories = append(categories, r.Categories...)
	}
	if len(categories) == 0 {
		return nil
	}
	return s.Catalogues.InScope([]string{"tsc"}, categories)
}

func (s speaker) criterion(c *criteria.Criterion) PublicCriterion {
	out := PublicCriterion{Key: c.String(), ID: c.Label(s.lang), Title: c.Title.In(s.lang), Framework: c.Framework.Name.In(s.lang),
		FrameworkID: c.Framework.ID}
	if c.Group != nil {
		out.Family, out.FamilyOf = c.Group.ID, c.Group.Title.In(s.lang)
	}
	return out
}

// categories returns the names of categories as readers know them, where a catalogue has them, as a list that is read in one line.
func (s speaker) categories(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		if id, ok := s.Catalogues.Category(name); ok {
			out[i] = s.Catalogues.CategoryName(id, s.lang)
			if i > 0 {
				out[i] = within(out[i])
			}
		}
	}
	return out
}

// within returns a name as it stands within a line.
func within(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}

// frameworks returns those that the site wants to be held against, with what their items share with the criteria. Which do is
// common knowledge, and so is in nobody's record.
func (s speaker) frameworks() []PublicFramework {
	_, note := s.Catalogues.AboutPairs()
	var out []PublicFramework
	for _, id := range s.Site.Trust.Frameworks {
		f := s.Catalogues.Framework(id.Text)
		if f == nil {
			continue
		}
		one := PublicFramework{ID: f.ID, Name: f.Name.In(s.lang), Note: f.Note.In(s.lang) + " " + note.In(s.lang)}
		for _, c := range f.Criteria {
			if c.Relevance != criteria.Context {
				one.Items = append(one.Items, s.item(c))
			}
		}
		out = append(out, one)
	}
	return out
}

func (s speaker) item(c *criteria.Criterion) PublicItem {
	out := PublicItem{PublicCriterion: s.criterion(c)}
	for _, with := range s.Catalogues.Pairs(c) {
		out.Shared = append(out.Shared, with.String())
	}
	return out
}
