package auditor

import (
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/criteria"
)

// catalogue is a framework with some of its criteria.
type catalogue struct {
	framework *criteria.Framework
	families  []family
}

// family is the criteria below one heading of a framework.
type family struct {
	group    *criteria.Group // nil: the framework has no headings
	anchor   string
	criteria []*criteria.Criterion
}

// catalogues sorts criteria by framework and heading, both in the order in which they come.
func catalogues(list []*criteria.Criterion) []catalogue {
	var out []catalogue
	for _, c := range list {
		if len(out) == 0 || out[len(out)-1].framework != c.Framework {
			out = append(out, catalogue{framework: c.Framework})
		}
		out[len(out)-1].add(c)
	}
	return out
}

func (k *catalogue) add(c *criteria.Criterion) {
	for i := range k.families {
		if k.families[i].group == c.Group {
			k.families[i].criteria = append(k.families[i].criteria, c)
			return
		}
	}
	anchor := k.anchor() + partEnd
	if c.Group != nil {
		anchor += bag.Name(strings.ToLower(c.Group.ID))
	}
	k.families = append(k.families, family{c.Group, anchor, []*criteria.Criterion{c}})
}

// anchor names the framework on a page.
func (k *catalogue) anchor() string { return "tp.in." + bag.Name(strings.ToLower(k.framework.ID)) }

// familyTitle names a family.
func (w *writer) familyTitle(f family) string {
	if f.group == nil {
		return f.criteria[0].Framework.Name.In(w.lang)
	}
	return f.group.ID + " " + f.group.Title.In(w.lang)
}
