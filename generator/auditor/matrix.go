package auditor

import (
	"path"
	"slices"

	"trustpress/generator/criteria"
)

// crossTable is the cross-table: the controls down, the criteria of a family across.
type crossTable struct {
	Workbook   link
	Sheets     []sheetRow
	Frameworks []matrixFramework
}

// sheetRow is a sheet of the workbook, with its twin.
type sheetRow struct {
	Name, Note string
	Twin       link
}

type matrixFramework struct {
	Name   string
	Tables []matrixTable
}

// matrixTable is a family, or as much of one as goes across a sheet of paper.
type matrixTable struct {
	Anchor, Title string
	Criteria      []matrixColumn
	Rows          []matrixRow
	Open          bool // no control is mapped to some of the criteria
}

type matrixColumn struct {
	Criterion link
	State     state
}

// matrixRow is a control that a criterion of the table is mapped to.
type matrixRow struct {
	Control link
	State   state
	Mapped  []bool
}

// across is how many criteria stand beside each other on an upright A4 sheet without being cut.
const across = 10

func (w *writer) matrix(v view) any {
	out := crossTable{Workbook: v.workbook()}
	for _, s := range slices.Concat([]matrixSheet{readMeSheet}, matrixSheets(), []matrixSheet{manifestSheet}) {
		out.Sheets = append(out.Sheets, sheetRow{v.text(s.word), v.text(s.note), link{ID: path.Base(s.path()), Href: v.root + s.path()}})
	}
	for _, k := range catalogues(v.Scope) {
		f := matrixFramework{Name: v.frameworkName(k.framework)}
		for _, family := range k.families {
			f.Tables = append(f.Tables, v.matrixTables(family)...)
		}
		out.Frameworks = append(out.Frameworks, f)
	}
	return out
}

// workbook returns the way to the matrix as a workbook.
func (v view) workbook() link { return link{ID: path.Base(workbookPath), Href: v.root + workbookPath} }

// matrixTables cuts a family into tables of about the same width.
func (v view) matrixTables(f family) []matrixTable {
	n := (len(f.criteria) + across - 1) / across
	var out []matrixTable
	for i := range n {
		some := f.criteria[i*len(f.criteria)/n : (i+1)*len(f.criteria)/n]
		t := matrixTable{Anchor: f.anchor, Title: v.familyTitle(f)}
		if n > 1 {
			t.Anchor += partEnd + itoa(i+1)
			t.Title += " " + v.text("auditor-part-n", i+1, n)
		}
		t.fill(v, some)
		out = append(out, t)
	}
	return out
}

func (t *matrixTable) fill(v view, some []*criteria.Criterion) {
	for _, c := range some {
		to := v.criterionLink(c)
		to.ID = c.ID // its framework stands above
		column := matrixColumn{to, v.criterionState(c)}
		t.Criteria = append(t.Criteria, column)
		t.Open = t.Open || column.State.Name != "state-mapped"
	}
	for _, control := range v.Program.Controls {
		row := matrixRow{Control: v.record(control), State: v.controlState(control)}
		for _, c := range some {
			row.Mapped = append(row.Mapped, slices.Contains(v.Coverage[c].Controls, control))
		}
		if slices.Contains(row.Mapped, true) {
			t.Rows = append(t.Rows, row)
		}
	}
}
