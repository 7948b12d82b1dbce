package auditor

import (
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

// page is one page of the bundle, before it is rendered.
type page struct {
	path     string // below data/
	template string
	title    string
	from     diag.Span
	data     func(view) any
	sheets   []string // the style sheets that it needs beside those of all
}

// pages lists every page.
func (w *writer) pages() []page {
	out := []page{
		{path: indexPage, template: "index", title: w.text("auditor-title"), data: w.index},
		{path: criteriaPage, template: "by-criterion", title: w.text("auditor-by-criterion"), data: w.criteriaIndex},
		{path: controlsPage, template: "by-control", title: w.text("auditor-by-control"), data: w.controlsIndex},
		{path: matrixPage, template: "matrix", title: w.text("auditor-matrix"), data: w.matrix},
		{path: policiesPage, template: "by-policy", title: w.text("auditor-by-policy"), data: w.policiesIndex},
		{path: evidencePage, template: "by-evidence", title: w.text("kinds-evidence"), data: w.evidenceIndex},
		{path: calendarPage, template: "calendar", title: w.text("evidence-calendar"), data: w.calendar, sheets: []string{"chart"}},
		{path: readinessPage, template: "readiness", title: w.text("auditor-readiness"), data: w.readiness},
		{path: rolesPage, template: "roles", title: w.text("auditor-who"), data: w.who},
	}
	if w.asked() {
		out = append(out, page{path: requestsPage, template: "requests", title: w.text("kinds-request"), data: w.requestsPage})
	}
	out = append(out, w.reportPages()...)
	for _, c := range w.Cited() {
		out = append(out, page{path: w.criteria[c], template: "criterion", title: c.ID + " " + c.Title.In(w.lang), data: w.criterion(c)})
	}
	for _, r := range w.registers {
		out = append(out, page{path: r.page, template: "register", title: w.registerName(r.kind), data: w.register(r)})
	}
	out = append(out, w.wordingPages()...)
	return append(out, w.recordPages()...)
}

// recordPages lists the pages of the records that have one each.
func (w *writer) recordPages() []page {
	var out []page
	for _, c := range w.Program.Controls {
		out = append(out, w.recordPage(c, "control", w.control(c)))
	}
	for _, p := range w.Program.Policies {
		out = append(out, w.recordPage(p, "policy", w.policy(p, &p.Governed)))
	}
	for _, p := range w.Program.Procedures {
		out = append(out, w.recordPage(p, "policy", w.policy(p, &p.Governed)))
	}
	for _, e := range w.Program.Evidence {
		out = append(out, w.recordPage(e, "evidence", w.sheet(e)))
	}
	return out
}

func (w *writer) recordPage(rec program.Any, template string, data func(view) any) page {
	return page{path: w.records[rec].page, template: template, title: title(rec), from: rec.Base().Span, data: data}
}

// title returns what heads a record: its id and its title.
func title(rec program.Any) string {
	id, name := rec.Base().ID, program.Name(rec)
	switch {
	case id == "" || id == name:
		return name
	case rec.Base().Kind.Name == "person":
		return name
	}
	return id + " " + name
}

// tablePaths are the places of what is no page and no raw file, below data/.
func (w *writer) tablePaths() []string {
	var out []string
	for _, t := range w.twins() {
		out = append(out, t.path)
	}
	return slices.Concat(out, matrixPaths(), w.requestPaths())
}

// paths are the places of all pages and tables.
func (w *writer) paths() map[string]bool {
	out := map[string]bool{}
	for _, p := range w.pages() {
		out[p.path] = true
	}
	for _, path := range w.tablePaths() {
		out[path] = true
	}
	out[sincePage] = w.earlier != nil // which is rendered when all others are
	return out
}
