package auditor

import (
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/trace"
)

// fillCriteria is each criterion in scope with what meets it.
func fillCriteria(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Scope, []column[*criteria.Criterion]{
		{"criterion_id", "criterion", func(b *book, c *criteria.Criterion) spreadsheet.Cell {
			return spreadsheet.Cell{Text: c.Label(b.lang), Code: c.String(), Href: b.criterionLink(c).Href}
		}},
		{"title", "field-title", func(b *book, c *criteria.Criterion) spreadsheet.Cell { return textCell(c.Title.In(b.lang)) }},
		{"state", "state", func(b *book, c *criteria.Criterion) spreadsheet.Cell { return b.stateCell(b.criterionState(c)) }},
		{"framework", "sheet-framework", func(b *book, c *criteria.Criterion) spreadsheet.Cell { return textCell(b.frameworkName(c.Framework)) }},
		{"category", "field-category", func(b *book, c *criteria.Criterion) spreadsheet.Cell {
			return textCell(b.Catalogues.CategoryName(c.Category, b.lang))
		}},
		{"controls", "kinds-control", func(b *book, c *criteria.Criterion) spreadsheet.Cell {
			return namesCell(b, b.criterionLink(c).Href, b.mapped(c))
		}},
		{"missing_occurrences", "auditor-windows", func(b *book, c *criteria.Criterion) spreadsheet.Cell { return numberCell(int64(b.missingOf(c))) }},
		{"policies", "kinds-policy", (*book).policiesOfCell},
		{"carved_out_to", "carved-out-to", (*book).carvedOutCell},
		{"expected_there", "auditor-csoc", (*book).expectedCell},
		{"monitored_by", "field-monitored_by", (*book).monitorsCell},
		{"cuecs", "sheet-cuecs", func(b *book, c *criteria.Criterion) spreadsheet.Cell {
			return namesCell(b, b.criterionLink(c).Href, b.cuecs(c))
		}},
		{"reason", "sheet-not-applicable", func(b *book, c *criteria.Criterion) spreadsheet.Cell {
			if cov := b.Coverage[c]; cov != nil {
				return textCell(cov.Reason)
			}
			return spreadsheet.Cell{}
		}},
	})
}

// mapped are the controls that a criterion is mapped to.
func (v view) mapped(c *criteria.Criterion) []*program.Control {
	if cov := v.Coverage[c]; cov != nil {
		return cov.Controls
	}
	return nil
}

func (v view) carved(c *criteria.Criterion) []trace.CarveOut {
	if cov := v.Coverage[c]; cov != nil {
		return cov.CarveOuts
	}
	return nil
}

// policiesOfCell names the policies that name a criterion, and those that its controls carry out.
func (b *book) policiesOfCell(c *criteria.Criterion) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, u := range b.Criteria[c] {
		if p, ok := u.From.(*program.Policy); ok {
			out = append(out, b.nameCell(p))
		}
	}
	for _, control := range b.mapped(c) {
		for _, ref := range control.Policies {
			if ref.To != nil {
				out = append(out, b.nameCell(ref.To))
			}
		}
	}
	return listCell(b.criterionLink(c).Href, out...)
}

func (b *book) carvedOutCell(c *criteria.Criterion) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, carve := range b.carved(c) {
		out = append(out, b.nameCell(carve.Vendor))
	}
	return listCell(b.criterionLink(c).Href, out...)
}

func (b *book) expectedCell(c *criteria.Criterion) spreadsheet.Cell {
	var out []string
	for _, carve := range b.carved(c) {
		out = append(out, b.said(carve.CSOC.Text))
	}
	return lineCell(out...)
}

func (b *book) monitorsCell(c *criteria.Criterion) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, carve := range b.carved(c) {
		for _, ref := range carve.Vendor.Subservice.MonitoredBy {
			if ref.To != nil && !ref.To.Retired() {
				out = append(out, b.nameCell(ref.To))
			}
		}
	}
	return listCell(b.criterionLink(c).Href, out...)
}

// fillMatrix is the cross-table: the controls down, the criteria in scope across.
func fillMatrix(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Controls, []column[*program.Control]{
		{"control_id", "kind-control", func(b *book, c *program.Control) spreadsheet.Cell { return b.nameCell(c) }},
		field[*program.Control]("title"), {"state", "state", (*book).controlStateCell}})
	row := map[*program.Control]int{}
	for i, c := range b.Program.Controls {
		row[c] = i
	}
	first, mapped := len(s.Columns), spreadsheet.Cell{Text: b.text("state-mapped"), Code: "mapped"}
	for _, c := range b.Scope {
		s.Columns = append(s.Columns, spreadsheet.Column{Head: c.Label(b.lang), Key: c.String()})
	}
	for i := range s.Rows {
		s.Rows[i] = append(s.Rows[i], make([]spreadsheet.Cell, len(b.Scope))...)
	}
	for i, c := range b.Scope {
		for _, control := range b.mapped(c) {
			if at, ok := row[control]; ok {
				s.Rows[at][first+i] = mapped
			}
		}
	}
}
