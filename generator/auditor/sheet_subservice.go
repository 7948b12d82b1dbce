package auditor

import (
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// expectation is a subservice organization with one control that is expected of it, or with none (DC 200 DC 7).
type expectation struct {
	vendor *program.Vendor
	csoc   *program.CSOC
}

// fillSubservice is each control that a subservice organization is expected to have, or has. An organization of which none is stated
// has a row too.
func fillSubservice(b *book, s *spreadsheet.Sheet) {
	var list []expectation
	for _, v := range b.Program.Vendors {
		if v.Subservice == nil {
			continue
		}
		if len(v.Subservice.CSOCs) == 0 {
			list = append(list, expectation{v, nil})
		}
		for i := range v.Subservice.CSOCs {
			list = append(list, expectation{v, &v.Subservice.CSOCs[i]})
		}
	}
	fillIn(b, s, list, append(organizationColumns, expectedColumns...))
}

// organizationColumns say of an organization by which method it is described, and what is lacking.
var organizationColumns = []column[expectation]{
	{"vendor_id", "kind-vendor", func(b *book, x expectation) spreadsheet.Cell { return b.nameCell(x.vendor) }},
	{"name", "field-name", func(_ *book, x expectation) spreadsheet.Cell { return textCell(program.Name(x.vendor)) }},
	{"lacking", "auditor-missing", func(b *book, x expectation) spreadsheet.Cell { return lineCell(b.lacking(x.vendor)...) }},
	{"method", "field-method", func(b *book, x expectation) spreadsheet.Cell { return b.wordCell(x.vendor.Subservice.Method) }},
	{"services", "field-services", func(_ *book, x expectation) spreadsheet.Cell { return textCell(joined(x.vendor.Subservice.Services)) }},
}

var expectedColumns = []column[expectation]{
	{"control", "sheet-csoc", func(b *book, x expectation) spreadsheet.Cell {
		if x.csoc == nil {
			return spreadsheet.Cell{}
		}
		return textCell(b.said(x.csoc.Text))
	}},
	{"criteria", "criteria", func(b *book, x expectation) spreadsheet.Cell {
		if x.csoc == nil {
			return spreadsheet.Cell{}
		}
		var out []spreadsheet.Cell
		for _, ref := range x.csoc.Criteria {
			out = append(out, b.refCell(ref))
		}
		return listCell(b.record(x.vendor).Href, out...)
	}},
	{"monitored_by", "field-monitored_by", func(b *book, x expectation) spreadsheet.Cell {
		var out []spreadsheet.Cell
		for _, ref := range x.vendor.Subservice.MonitoredBy {
			if ref.To == nil {
				out = append(out, textCell(ref.ID))
				continue
			}
			out = append(out, b.nameCell(ref.To))
		}
		return listCell(b.record(x.vendor).Href, out...)
	}},
	{"reports", "auditor-vendor-reports", func(b *book, x expectation) spreadsheet.Cell {
		var out []string
		for _, r := range x.vendor.Reports {
			out = append(out, joined([]string{r.Type, daysOf(r.Period).plain(), r.Opinion}))
		}
		return lineCell(out...)
	}},
	{"days_without_report", "auditor-unreported", func(b *book, x expectation) spreadsheet.Cell {
		if b.Site.Audit.Type != 2 || x.vendor.Subservice.Method != "carve-out" {
			return spreadsheet.Cell{}
		}
		var out []string
		for _, gap := range b.unreported(x.vendor) {
			out = append(out, gap.Days.plain())
		}
		return textCell(joined(out))
	}},
	{"assertion", "field-assertion", func(_ *book, x expectation) spreadsheet.Cell { return addressCell(x.vendor.Subservice.Assertion) }},
}
