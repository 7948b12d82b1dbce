package auditor

import (
	"html/template"
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// testsPlace is the section of the controls in the second of the layouts that the field knows: each control once, and a table of the criteria
// apart. Management writes the controls. What was tested, how and with what result is the service auditor's: her columns are there, empty,
// for Type 2; in a report of Type 1 there are none.
type testsPlace struct {
	Section  sectionHead
	Type     int
	Other    link // the same in the other layout
	Sheet    link // the same as a work sheet
	Controls []testedControl
	Vendors  []vendorControls
	Cross    []frameworkRows
}

// testedControl is a control as the report states it.
type testedControl struct {
	Control   link
	Retired   bool
	Statement template.HTML
	Criteria  []link
}

// vendorControls are those of a subservice organization that are in the description (the inclusive method).
type vendorControls struct {
	Vendor   link
	Controls []testedControl
}

func (w *writer) tests(v view) any {
	out := testsPlace{Section: w.sectionHead(w.section(config.Tests)), Type: w.Site.Audit.Type, Sheet: v.workbook(), Cross: v.frameworkRows(w.Scope),
		Other: link{Title: w.text("tests-by-criterion"), Href: v.root + byCriterionPage}, Vendors: v.included(nil, "")}
	for _, c := range w.Program.Controls {
		out.Controls = append(out.Controls, v.testedControl(c, strings.ToLower(c.ID)))
	}
	return out
}

func (v view) testedControl(c *program.Control, part string) testedControl {
	return testedControl{Control: v.record(c), Retired: c.Retired(), Statement: v.prose(c.Body, part), Criteria: v.criteriaOf(c.Criteria)}
}

// included returns the controls of subservice organizations that are in the description: those that serve a criterion, or all.
func (v view) included(of *criteria.Criterion, part string) []vendorControls {
	var out []vendorControls
	for _, vendor := range v.vendorsBy("inclusive") {
		one := vendorControls{Vendor: v.record(vendor)}
		for i, c := range vendor.Subservice.CSOCs {
			if of != nil && !serves(c.Criteria, of) {
				continue
			}
			to := one.Vendor
			to.ID, to.Title = v.text("tests-control-of", to.label(), i+1), ""
			one.Controls = append(one.Controls, testedControl{Control: to, Statement: v.prose(c.Text, part+strings.ToLower(vendor.ID)+itoa(i)), Criteria: v.criteriaOf(c.Criteria)})
		}
		if len(one.Controls) > 0 {
			out = append(out, one)
		}
	}
	return out
}
