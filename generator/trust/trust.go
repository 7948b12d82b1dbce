// Package trust owns the public trust center: what management tells everybody, made from the public projection alone, once in each
// language of the site. It returns names and functions that write.
//
// It refuses everything that is not in audience.Public, and it refuses to be taken for an auditor's report: each page says who
// prepared it. A page is as of the newest date on which somebody said something that stands on it.
package trust

import (
	"io"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/theme"
)

// Write lays the trust center out: the first language at the root, each other one below its code. Without a theme the tree has the
// names of the pages, which is enough to check them, and no assets.
func Write(all []audience.Public, t *theme.Theme) *output.Tree {
	tree := &output.Tree{}
	for i := range all {
		c := &center{Public: &all[i], theme: t, all: all, places: places(&all[i])}
		for _, p := range pages {
			if p.facts(c.Public) > 0 {
				c.pages = append(c.pages, p)
			}
		}
		for _, p := range c.pages {
			tree.Add(c.folder(c.Language)+p.path, diag.Span{}, func(w io.Writer) error { return c.write(w, p) })
		}
	}
	if t != nil {
		for _, a := range t.Assets() {
			tree.AddBytes(a.Path, diag.Span{}, a.Bytes)
		}
	}
	return tree
}

// page is one page of the trust center.
type page struct {
	name    string                     // of its template, and of its words
	path    string                     // below the folder of its language
	facts   func(*audience.Public) int // how many stand on it; a page without facts does not appear
	counted bool                       // the number says something to a reader
	compose func(*sheet) any
}

// pages lists the pages in the order in which a reader is offered them.
var pages = []page{
	{"overview", "index.html", func(*audience.Public) int { return 1 }, false, overview},
	{"reports", reportsPath, func(p *audience.Public) int { return len(p.Reports) }, true, reports},
	{"system", systemPath, described, false, system},
	{"controls", controlsPath, func(p *audience.Public) int { return len(p.Controls) }, true, controls},
	{"criteria", criteriaPath, named, false, coverage},
	{"policies", policiesPath, func(p *audience.Public) int { return len(p.Policies) }, true, policies},
	{"customers", customersPath, func(p *audience.Public) int { return len(p.CUECs) + len(p.Responsibilities) }, true, customers},
	{"subprocessors", subprocessorsPath, func(p *audience.Public) int { return len(p.Subprocessors) }, true, subprocessors},
	{"more", morePath, func(p *audience.Public) int { return len(p.Texts) + len(p.Vendors) }, false, more},
	{"contact", "contact/index.html", func(p *audience.Public) int { return len(contacts(p)) }, false, contact},
}

// The pages that others lead to.
const (
	reportsPath       = "reports/index.html"
	systemPath        = "system/index.html"
	controlsPath      = "controls/index.html"
	criteriaPath      = "criteria/index.html"
	policiesPath      = "policies/index.html"
	customersPath     = "customers/index.html"
	subprocessorsPath = "subprocessors/index.html"
	morePath          = "more/index.html"
)

// center is the trust center in one language.
type center struct {
	*audience.Public
	theme  *theme.Theme
	all    []audience.Public
	pages  []page
	places map[string]string // the page of each public id, in lower case
}

// folder returns where the pages of a language stand.
func (c *center) folder(lang string) string {
	if lang == c.all[0].Language {
		return ""
	}
	return lang + "/"
}

// has reports whether there is a page of a path.
func (c *center) has(path string) bool {
	return slices.ContainsFunc(c.pages, func(p page) bool { return p.path == path })
}
