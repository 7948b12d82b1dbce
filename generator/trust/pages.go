package trust

import (
	"cmp"
	"strings"

	"trustpress/generator/audience"
)

// page is one page of the trust center.
type page struct {
	name         string // of its words, and of its template
	template     string // its template, where several pages have one
	section      bool   // it holds what is told under its name
	path         string // below the folder of its language
	group        string // the heading under which the overview offers it
	main         bool   // every page leads to it
	pictures     bool   // it may hold some
	facts        func(*audience.Public) int
	compose      func(*sheet) any
	title, about string // of a page about one record; else they are words of the interface
	titleLang    string
	former       []string // the paths that it had
	to           string   // the path at which it stands now, if it has moved
	rooted       bool     // it is shown at any address
}

// The groups of pages, as the overview offers them.
const (
	assurance = "assurance"
	data      = "data"
	operation = "operation"
	reader    = "reader"
)

var groups = []string{assurance, data, operation, reader}

// pages lists the pages in the order in which a reader is offered them. One without facts does not appear.
var pages = []page{
	{name: "overview", path: "index.html", main: true, facts: always, compose: overview},
	{name: "reviewers", path: "reviewers/index.html", main: true, facts: answered, compose: reviewers},
	{name: "reports", path: reportsPath, group: assurance, main: true, pictures: true, facts: func(p *audience.Public) int { return len(p.Reports) }, compose: reports},
	{name: "documents", path: documentsPath, group: assurance, main: true, facts: func(p *audience.Public) int { return len(p.Documents) }, compose: documents},
	{name: "requests", template: "topic", section: true, path: requestsPath, group: assurance, facts: about("requests"), compose: instruction("requests")},
	{name: "system", path: systemPath, group: assurance, facts: described, compose: system},
	{name: "controls", path: controlsPath, group: assurance, main: true, facts: func(p *audience.Public) int { return len(p.Controls) }, compose: controls},
	{name: "criteria", path: criteriaPath, group: assurance, pictures: true, facts: named, compose: coverage},
	{name: "frameworks", path: frameworksPath, group: assurance, facts: beside, compose: frameworks},
	{name: "policies", path: policiesPath, group: assurance, facts: func(p *audience.Public) int { return len(p.Policies) }, compose: policies},
	{name: "privacy", template: "topic", section: true, path: "privacy/index.html", group: data, main: true, facts: about("privacy"), compose: topic("privacy")},
	{name: "subprocessors", path: subprocessorsPath, group: data, main: true, facts: func(p *audience.Public) int { return len(p.Subprocessors) }, compose: subprocessors},
	{name: "eu", section: true, path: euPath, group: data, facts: about("eu"), compose: eu},
	{name: "ai", template: "topic", section: true, path: "ai/index.html", group: data, facts: about("ai"), compose: topic("ai")},
	{name: "availability", template: "topic", section: true, path: "availability/index.html", group: operation, facts: about("availability"), compose: topic("availability")},
	{name: "security", template: "topic", section: true, path: "security/index.html", group: operation, facts: about("security"), compose: instruction("security")},
	{name: "updates", path: updatesPath, group: operation, main: true, facts: ofClass(""), compose: updates("")},
	{name: "incidents", template: "updates", path: "incidents/index.html", group: operation, facts: ofClass("incident"), compose: updates("incident")},
	{name: "advisories", template: "updates", path: "advisories/index.html", group: operation, facts: ofClass("advisory"), compose: updates("advisory")},
	{name: "questions", path: questionsPath, group: reader, main: true, facts: func(p *audience.Public) int { return len(p.Questions) }, compose: questions},
	{name: "customers", path: customersPath, group: reader, facts: func(p *audience.Public) int { return len(p.CUECs) + len(p.Responsibilities) }, compose: customers},
	{name: "verify", template: "topic", section: true, path: "verify/index.html", group: reader, facts: about("verify"), compose: instruction("verify")},
	{name: "accessibility", template: "topic", section: true, path: "accessibility/index.html", group: reader, facts: about("accessibility"), compose: instruction("accessibility")},
	{name: "more", path: morePath, group: reader, facts: remaining, compose: more},
	{name: "contact", path: "contact/index.html", group: reader, main: true, facts: func(p *audience.Public) int { return len(contacts(p)) }, compose: contact},
}

// The pages that others lead to.
const (
	reportsPath       = "reports/index.html"
	documentsPath     = "documents/index.html"
	requestsPath      = "request/index.html"
	systemPath        = "system/index.html"
	controlsPath      = "controls/index.html"
	criteriaPath      = "criteria/index.html"
	frameworksPath    = "frameworks/index.html"
	policiesPath      = "policies/index.html"
	customersPath     = "customers/index.html"
	subprocessorsPath = "subprocessors/index.html"
	euPath            = "eu/index.html"
	updatesPath       = "updates/index.html"
	questionsPath     = "questions/index.html"
	morePath          = "more/index.html"
)

// records returns the pages of single records: what is long enough to be read, or asked for, by itself.
func (c *center) records() []page {
	var out []page
	for i := range c.Policies {
		if p := &c.Policies[i]; p.Whole {
			out = append(out, record("policy", "policies", p.PublicText, func(s *sheet) any { return s.policy(p, i) }))
		}
	}
	for i := range c.Updates {
		u := &c.Updates[i]
		out = append(out, record("update", "updates", u.PublicText, func(s *sheet) any { return s.update(u, i) }))
	}
	for i := range c.Reports {
		if r := &c.Reports[i]; r.ID != "" {
			out = append(out, record("report", "reports", r.PublicText, func(s *sheet) any { return s.report(r, i, 0) }))
		}
	}
	return out
}

// record is the page of a record that has an id.
func record(name, folder string, t audience.PublicText, compose func(*sheet) any) page {
	return page{name: name, path: recordPath(folder, t.ID), facts: always, compose: compose, title: cmp.Or(t.Title, t.ID), titleLang: t.TitleLang,
		former: formerPaths(folder, t)}
}

func recordPath(folder, id string) string { return folder + "/" + strings.ToLower(id) + "/index.html" }

func always(*audience.Public) int { return 1 }

// about returns how much is told in a section of the trust center.
func about(section string) func(*audience.Public) int {
	return func(p *audience.Public) int {
		n := 0
		for _, one := range p.Pages {
			if one.Section == section {
				n++
			}
		}
		for _, one := range p.Claims {
			if one.Section == section {
				n++
			}
		}
		return n
	}
}
