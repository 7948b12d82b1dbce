package auditor

import (
	"bytes"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/bag"
	"trustpress/generator/theme"
)

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
