package auditor

import (
	"path"

	"trustpress/generator/config"
)

// sectionHead is what a page begins with that is a section of the report, or stands beside it.
type sectionHead struct {
	head
	Title string
}

// section returns what a section of the report is called everywhere in the bundle: with the firm's number, if it has one.
func (w *writer) section(of string) string {
	if n := w.Site.Auditor.Number(of); n != "" {
		return w.text("section-n", n, w.sectionName(of))
	}
	return w.sectionName(of)
}

func (w *writer) sectionName(of string) string {
	if of == config.Tests && w.Site.Audit.Type == 1 {
		return w.text("section-tests-1")
	}
	return w.text("section-" + of)
}

func (w *writer) sectionHead(title string) sectionHead { return sectionHead{w.head(), title} }

// sectionPages are where the sections of the report stand.
var sectionPages = map[string]string{
	config.Opinion: opinionPage, config.Assertion: assertionPage, config.Description: descriptionPage, config.Tests: testsPage, config.Other: otherPage,
}

// sectionLink returns the way to a section of the report.
func (v view) sectionLink(of string) link {
	return link{Title: v.section(of), Href: v.root + sectionPages[of]}
}

// reportPages lists the pages of the report, and of what management discloses beside it.
func (w *writer) reportPages() []page {
	return []page{
		{path: reportPage, template: "report", title: w.text("sections-title"), data: w.reportSections},
		{path: opinionPage, template: "opinion", title: w.section(config.Opinion), data: w.opinion},
		{path: assertionPage, template: "assertion", title: w.section(config.Assertion), data: w.assertion},
		{path: descriptionPage, template: "description", title: w.section(config.Description), data: w.description},
		{path: testsPage, template: "tests", title: w.section(config.Tests), data: w.tests},
		{path: byCriterionPage, template: "tests-by-criterion", title: w.section(config.Tests), data: w.testsByCriterion},
		{path: otherPage, template: "other", title: w.section(config.Other), data: w.other},
		{path: disclosuresPage, template: "disclosures", title: w.text("disclosures-title"), data: w.disclosures},
	}
}

// reportIndex is the report as it will be: who writes each section, and what of it is here.
type reportIndex struct {
	Section  sectionHead
	Sections []reportRow
	Beside   []reportRow
}

type reportRow struct {
	To    link
	Also  *link // the same in another layout, or as CSV
	By    string
	Here  []string // what of it is here
	Lacks []string
}

func (w *writer) reportSections(v view) any {
	out := reportIndex{Section: w.sectionHead(w.text("sections-title"))}
	for _, of := range w.Site.Auditor.Sections {
		row := reportRow{To: v.sectionLink(of), By: w.text("sections-by-management")}
		sectionRows[of](v, &row)
		out.Sections = append(out.Sections, row)
	}
	beside := reportRow{To: link{Title: w.text("disclosures-title"), Href: v.root + disclosuresPage}, By: w.text("sections-by-management"),
		Also: &link{Title: path.Base(statementsTwin), Href: v.root + statementsTwin}}
	beside.Here = append(beside.Here, w.text("sections-n-statements", len(w.Program.Statements)))
	if n := len(v.silences()); n > 0 {
		beside.Lacks = append(beside.Lacks, w.text("sections-n-open", n))
	}
	out.Beside = append(out.Beside, beside)
	return out
}

// sectionRows says what of each section is here.
var sectionRows = map[string]func(view, *reportRow){
	config.Opinion: func(v view, row *reportRow) {
		row.By = v.text("sections-by-auditor")
		row.Here = []string{v.text("sections-empty-place")}
	},
	config.Assertion:   view.assertionRow,
	config.Description: view.descriptionRow,
	config.Tests: func(v view, row *reportRow) {
		row.Here = []string{v.text("sections-n-controls", len(v.Program.Controls)), v.text("sections-no-tests")}
		if v.Site.Audit.Type == 2 {
			row.By, row.Here[1] = v.text("sections-by-both"), v.text("sections-empty-columns")
		}
		row.Also = &link{Title: v.text("tests-by-criterion"), Href: v.root + byCriterionPage}
	},
	config.Other: func(v view, row *reportRow) {
		known, prepared := v.responses()
		row.Here = []string{v.text("sections-n-responses", len(known)), v.text("sections-n-prepared", len(prepared))}
	},
}

func (v view) assertionRow(row *reportRow) {
	row.Here = []string{v.text("sections-draft")}
	if len(v.Stated(aboutAssertion)) > 0 {
		row.Here = []string{v.text("sections-own-text")}
	}
	n := 0
	for _, l := range v.limbs() {
		n += len(l.Against)
	}
	if n > 0 {
		row.Lacks = append(row.Lacks, v.text("sections-n-against", n))
	}
	for _, a := range v.vendorAssertions() {
		if a.Text.Empty() {
			row.Lacks = append(row.Lacks, a.Vendor.label()+": "+v.text("auditor-no-assertion"))
		}
	}
}

func (v view) descriptionRow(row *reportRow) {
	text := v.description(v).(descriptionText)
	row.Here = []string{v.text("sections-n-sections", len(text.Sections)-len(text.Missing), len(text.Sections))}
	for _, s := range text.Missing {
		row.Lacks = append(row.Lacks, v.text("auditor-section-missing", s.Label()))
	}
}
