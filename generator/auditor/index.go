package auditor

import (
	"trustpress/generator/bundle"
	"trustpress/generator/criteria"
)

// index is the first page: what the bundle is, what is missing, and the ways to what is there.
type index struct {
	Head       head
	Scope      scope
	Missing    missing
	Twin       link // of what is missing
	Frameworks []frameworkCounts
	Ways       []wayGroup
	Registers  []registerRow
	Verify     string
}

// frameworkCounts is how the criteria of a framework are covered, family by family.
type frameworkCounts struct {
	Name     string
	Families []familyCount
	Total    familyCount
}

type familyCount struct {
	Family                                link
	Criteria                              int
	Mapped, CarvedOut, NotApplicable, Gap int
}

// head says what was examined, and when.
type head struct {
	Organization, Service  string
	Type                   int
	Period                 days
	AsOf                   string
	Stage, Firm            string
	Categories, Frameworks []string
	Bundle, Commit         string
}

func (w *writer) index(v view) any {
	return index{Head: w.head(), Scope: v.scope(), Missing: v.missing(), Twin: link{ID: bundle.GapsPath, Href: v.root + bundle.GapsPath}, Frameworks: v.frameworkCounts(), Ways: v.ways(),
		Registers: v.registerRows(), Verify: verifyPath}
}

func (v view) frameworkCounts() []frameworkCounts {
	var out []frameworkCounts
	for _, k := range catalogues(v.Scope) {
		f := frameworkCounts{Name: v.frameworkName(k.framework), Total: familyCount{Family: link{Title: v.text("auditor-total")}}}
		for _, family := range k.families {
			n := familyCount{Family: link{Title: v.familyTitle(family), Href: v.root + criteriaPage + "#" + family.anchor}}
			for _, c := range family.criteria {
				n.count(v, c)
				f.Total.count(v, c)
			}
			f.Families = append(f.Families, n)
		}
		out = append(out, f)
	}
	return out
}

func (n *familyCount) count(v view, c *criteria.Criterion) {
	n.Criteria++
	switch s := v.criterionState(c); {
	case s.Gap:
		n.Gap++
	case s.Name == "state-not-applicable":
		n.NotApplicable++
	case s.Name == "state-carved-out":
		n.CarvedOut++
	default:
		n.Mapped++
	}
}

func (w *writer) head() head {
	s, a := w.Site, w.Site.Audit
	h := head{Organization: s.Organization.Name, Service: s.Service.Name, Type: a.Type, Firm: a.Firm, AsOf: w.AsOf.String(),
		Period: daysOf(w.Period), Stage: w.text("stage-" + a.Stage), Bundle: w.id, Commit: w.Commit}
	if a.Type == 1 {
		h.Period = days{From: a.AsOf.String()}
	}
	for _, f := range w.Catalogues.Frameworks() {
		if w.Chosen(f) {
			h.Frameworks = append(h.Frameworks, w.frameworkName(f))
			h.Categories = append(h.Categories, w.categories(f)...)
		}
	}
	return h
}

// frameworkName names a framework with its edition, if it has one.
func (w *writer) frameworkName(f *criteria.Framework) string {
	if f.Edition == "" {
		return f.Name.In(w.lang)
	}
	return f.Name.In(w.lang) + ": " + f.Edition
}

// categories returns the names of the chosen categories of a framework, in catalogue order.
func (w *writer) categories(f *criteria.Framework) []string {
	chosen := map[string]bool{}
	for _, name := range w.Site.Audit.Categories {
		id, _ := w.Catalogues.Category(name.Text)
		chosen[id] = true
	}
	var out []string
	for _, c := range f.Categories {
		if chosen[c.ID] {
			out = append(out, c.Name.In(w.lang))
		}
	}
	return out
}
