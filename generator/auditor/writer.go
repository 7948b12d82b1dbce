package auditor

import (
	"bytes"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/readiness"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// writer lays out one bundle.
type writer struct {
	*audience.Auditor
	*places
	theme *theme.Theme
	lang  string

	evidenceOf map[*program.Control][]*program.Evidence
	amendedOf  map[*program.Control]*trace.Amended // empty where no period is examined
	shows      map[*program.Evidence][]shown       // which occurrences a piece of evidence shows
	findings   map[string][]diag.Finding           // by the id of the record, in lower case
	wordings   map[spoken]*wording                 // absent: nobody has the text
	unspoken   atomic.Pointer[error]               // the first word of the interface that the theme does not have

	checklist func() *readiness.List // derived once
	holds     func(path string) bool // whether the bundle has a page or a table, below data/
}

// shown is one occurrence of a control that a piece of evidence shows.
type shown struct {
	control    *program.Control
	occurrence trace.Occurrence
}

func newWriter(a *audience.Auditor, t *theme.Theme, p *places) *writer {
	w := &writer{Auditor: a, places: p, theme: t, lang: a.Site.Site.Languages[0], evidenceOf: map[*program.Control][]*program.Evidence{},
		shows: map[*program.Evidence][]shown{}, findings: map[string][]diag.Finding{}}
	if t != nil && !t.Speaks(w.lang) {
		w.lang = "en"
	}
	w.checklist = sync.OnceValue(func() *readiness.List { return readiness.Of(a.Trace, a.Report) })
	paths := sync.OnceValue(w.paths)
	w.holds = func(path string) bool { return paths()[path] }
	w.evidence()
	w.amendedOf = w.amendments()
	w.report()
	return w
}

// evidence finds the evidence of each control, and what each piece of evidence shows.
func (w *writer) evidence() {
	for _, e := range w.Program.Evidence {
		for _, ref := range e.Controls {
			if list := w.evidenceOf[ref.To]; ref.To != nil && (len(list) == 0 || list[len(list)-1] != e) {
				w.evidenceOf[ref.To] = append(list, e)
			}
		}
	}
	for _, c := range w.Program.Controls {
		for _, o := range w.occurrences(c) {
			for _, e := range o.Evidence {
				w.shows[e] = append(w.shows[e], shown{c, o})
			}
		}
	}
}

// report files the findings under what they are about.
func (w *writer) report() {
	for _, f := range w.Report.Findings {
		key := strings.ToLower(f.Record)
		w.findings[key] = append(w.findings[key], f)
	}
}

// missingOccurrence is the rule whose findings the bundle shows window by window.
const missingOccurrence = "missing-occurrence"

func (w *writer) occurrences(c *program.Control) []trace.Occurrence {
	if s := w.Schedules[c]; s != nil {
		return s.Occurrences
	}
	return nil
}

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

// render renders every page, each once, by as many workers as there are processors.
func (w *writer) render() ([]bag.Entry, error) {
	pages := w.pages()
	out := make([]bag.Entry, len(pages))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range pages {
		g.Go(func() (err error) {
			out[i], err = w.renderPage(p)
			return err
		})
	}
	return out, g.Wait()
}

// renderPage renders one page, or fails if the theme does not have a word of it.
func (w *writer) renderPage(p page) (bag.Entry, error) {
	v := view{writer: w, root: strings.Repeat("../", strings.Count(p.path, "/")), page: p.path}
	var text bytes.Buffer
	err := w.theme.Render(&text, theme.Page{Output: "auditor", Template: p.template, Lang: w.lang, Root: v.root, Title: p.title,
		Site: w.Site.Service.Name + " · " + w.id, Nav: w.nav(v), Foot: w.foot(), Data: p.data(v), Sheets: append([]string{"gaps"}, p.sheets...)})
	if unspoken := w.unspoken.Load(); err == nil && unspoken != nil {
		err = *unspoken
	}
	return entry(p.path, text.Bytes()), err
}

// paths are the places of all pages and tables.
func (w *writer) paths() map[string]bool {
	out := map[string]bool{}
	for _, p := range w.pages() {
		out[p.path] = true
	}
	for _, t := range w.twins() {
		out[t.path] = true
	}
	for _, path := range matrixPaths() {
		out[path] = true
	}
	out[sincePage] = w.earlier != nil // which is rendered when all others are
	return out
}

// nav returns the links that stand on every page. What the first page alone leads to belongs to one of them.
func (w *writer) nav(v view) []theme.Link {
	var out []theme.Link
	link := func(key, href string, below ...string) {
		here := slices.ContainsFunc(below, func(folder string) bool { return strings.HasPrefix(v.page, folder) })
		out = append(out, theme.Link{Text: w.text(key), Href: v.root + href, Current: here})
	}
	link("auditor-start", indexPage, indexPage, "readiness/", "roles/", "since/")
	link("auditor-missing", indexPage+"#tp.missing")
	link("auditor-by-criterion", criteriaPage, "criteria/")
	link("auditor-by-control", controlsPage, "controls/", "matrix/", "calendar/")
	link("auditor-by-policy", policiesPage, "policies/", "procedures/")
	link("kinds-evidence", evidencePage, "evidence/")
	if w.holds(requestsPage) {
		link("auditor-requests", requestsPage, "requests/")
	}
	if w.holds(reportPage) {
		link("auditor-report", reportPage, "report/", "description/")
	} else {
		link("kinds-description", descriptionPage, "description/")
	}
	link("auditor-registers", indexPage+"#tp.registers", "registers/")
	return out
}

func (w *writer) foot() []string {
	out := []string{w.text("prepared-by", w.Site.Organization.Name) + " " + w.text("auditor-no-conclusion"), w.text("as-of-line", w.AsOf)}
	if w.Commit != "" {
		out = append(out, w.text("commit-line", w.Commit))
	}
	if w.earlier != nil {
		out = append(out, w.text("follow-both", w.earlier.ID))
	}
	return out
}

// text returns words of the interface, where code chooses which. Without a theme there are none, and nothing is printed. A key
// that the theme does not have fails the bundle once its pages are rendered.
func (w *writer) text(key string, args ...any) string {
	if w.theme == nil {
		return ""
	}
	word, err := w.theme.Word(w.lang, key, args...)
	if err != nil {
		w.unspoken.CompareAndSwap(nil, &err)
	}
	return word
}

// chosen prints a word out of a fixed list of a field: the word of the interface for it, else as it is written.
func (w *writer) chosen(of string) string {
	if of == "" || w.theme == nil {
		return ""
	}
	word, err := w.theme.Word(w.lang, theme.ValueKey(of))
	if err != nil {
		return of
	}
	return word
}

func itoa(n int) string { return strconv.Itoa(n) }
