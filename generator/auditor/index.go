package auditor

import (
	"trustpress/generator/criteria"
)

// index is the first page: what the bundle is, what is missing, and the ways to what is there.
type index struct {
	Head        head
	Missing     missing
	Frameworks  []frameworkRows
	Controls    []controlRow
	Policies    []policyRow
	Evidence    []evidenceRow
	Description []sectionRow
	Registers   []registerRow
	Verify      string
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
	out := index{Head: w.head(), Missing: v.missing(), Frameworks: v.frameworks(), Description: v.sections(), Registers: v.registerRows(), Verify: verifyPath}
	for _, c := range w.Program.Controls {
		out.Controls = append(out.Controls, v.controlRow(c))
	}
	for _, p := range w.Program.Policies {
		out.Policies = append(out.Policies, v.policyRow(p, &p.Governed))
	}
	for _, p := range w.Program.Procedures {
		out.Policies = append(out.Policies, v.policyRow(p, &p.Governed))
	}
	for _, e := range w.Program.Evidence {
		out.Evidence = append(out.Evidence, v.evidenceRow(e))
	}
	return out
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
	return f.Name.In(w.lang) + " (" + f.Edition + ")"
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
