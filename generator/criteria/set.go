package criteria

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/nearest"
)

// maxID is the length that no identifier exceeds; longer text is neither looked at nor guessed about.
const maxID = 64

// Set is every framework that a site knows. It is safe for use by many goroutines.
type Set struct {
	frameworks []*Framework
	pairs      func() *pairs
	names      map[string][]string // folded id, name or alias of a category → ids
}

// add appends a framework, whose place in the set orders its criteria.
func (s *Set) add(f *Framework) {
	f.order = len(s.frameworks)
	s.frameworks = append(s.frameworks, f)
}

// index collects the names of the categories.
func (s *Set) index() {
	s.names = map[string][]string{}
	for _, f := range s.frameworks {
		for _, c := range f.Categories {
			if c.Always {
				continue
			}
			for _, name := range append([]string{c.ID, c.Name.EN, c.Name.SV}, c.Aliases...) {
				name = foldName(name)
				if name != "" && !slices.Contains(s.names[name], c.ID) {
					s.names[name] = append(s.names[name], c.ID)
				}
			}
		}
	}
}

func foldName(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), "-")
}

// Frameworks returns the built-in frameworks and then the site's own by id.
func (s *Set) Frameworks() []*Framework { return slices.Clone(s.frameworks) }

// Framework returns the framework of an id, in any letter case, or nil.
func (s *Set) Framework(id string) *Framework {
	for _, f := range s.frameworks {
		if strings.EqualFold(f.ID, id) {
			return f
		}
	}
	return nil
}

// Category returns the id of the category that an author named by its id, its name in either language or an alias, in any letter
// case. A name that two categories bear is refused; CategoryHint then names both.
func (s *Set) Category(name string) (id string, ok bool) {
	if ids := s.names[foldName(name)]; len(ids) == 1 {
		return ids[0], true
	}
	return "", false
}

// CategoryName returns the name of the category of an id in a language, or "" if no framework has it.
func (s *Set) CategoryName(id, lang string) string {
	for _, f := range s.frameworks {
		for _, c := range f.Categories {
			if c.ID == id {
				return c.Name.In(lang)
			}
		}
	}
	return ""
}

// CategoryHint returns what to say to an author whose category is none.
func (s *Set) CategoryHint(name string) string {
	folded := foldName(name)
	if ids := s.names[folded]; len(ids) > 1 {
		return fmt.Sprintf("%q can mean either; write %s", name, quoted(ids, " or "))
	}
	names := make([]string, 0, len(s.names))
	for known := range s.names {
		names = append(names, known)
	}
	slices.Sort(names)
	if meant, ok := nearest.Within(folded, names, 2); ok && len(s.names[meant]) == 1 {
		return didYouMean(s.names[meant][0])
	}
	return "one of " + strings.Join(s.categories(), ", ")
}

// categories returns the ids that can be chosen, in catalogue order.
func (s *Set) categories() []string {
	var out []string
	for _, f := range s.frameworks {
		for _, c := range f.Categories {
			if !c.Always && !slices.Contains(out, c.ID) {
				out = append(out, c.ID)
			}
		}
	}
	return out
}

// InScope returns the listed criteria that the frameworks and categories chosen bring in and that ask to be covered, in
// catalogue order. Categories may be named as Category takes them.
func (s *Set) InScope(frameworks, categories []string) []*Criterion {
	chosen := make([]string, len(categories))
	for i, name := range categories {
		chosen[i], _ = s.Category(name)
	}
	var out []*Criterion
	for _, f := range s.frameworks {
		for _, c := range f.Criteria {
			if c.Relevance != Context && c.InScope(frameworks, chosen) {
				out = append(out, c)
			}
		}
	}
	return out
}

// Short returns the shortest spelling that means the criterion wherever an author writes it: "CC6.1", "iso27001:5.1".
func (s *Set) Short(c *Criterion) string {
	if hasLetter(c.ID) && len(s.exact(query{text: c.ID, in: s.frameworks})) == 1 {
		return c.ID
	}
	return c.String()
}

func didYouMean(s string) string { return fmt.Sprintf("did you mean %q?", s) }

func quoted(all []string, between string) string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(out, between)
}
