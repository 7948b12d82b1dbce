package auditor

import (
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/trace"
)

// fillControls is every control once, with what an auditor plans its test by, and with the columns that stay empty: those of the
// service auditor, and what management answers to her results.
func fillControls(b *book, s *spreadsheet.Sheet) {
	columns := []column[*program.Control]{
		own[*program.Control]("control_id", "kind-control"), field[*program.Control]("title"), {"state", "state", (*book).controlStateCell},
		told[*program.Control]("statement", "sheet-statement")}
	columns = append(columns, fieldsOf[*program.Control]("owner", "frequency", "type", "mode", "systems")...)
	columns = append(columns, mappedColumns...)
	columns = append(columns, amendedColumns...)
	columns = append(columns, fieldsOf[*program.Control]("policies", "risks", "commitments")...)
	columns = append(columns, countColumns...)
	fillIn(b, s, b.Program.Controls, append(columns, shownColumns...))
	for _, c := range testColumns {
		s.Columns = append(s.Columns, spreadsheet.Column{Head: b.text(c.word), Key: c.key, Theirs: c.theirs})
		for i := range s.Rows {
			s.Rows[i] = append(s.Rows[i], spreadsheet.Cell{})
		}
	}
}

// testColumns are those that nobody fills in before the service auditor has tested, and management has been told the result.
var testColumns = []struct {
	key, word string
	theirs    bool
}{
	{"for_service_auditor_test_procedure", "sheet-test-procedure", true}, {"for_service_auditor_sample", "sheet-sample", true},
	{"for_service_auditor_result", "sheet-result", true}, {"for_service_auditor_exception", "sheet-exception", true},
	{"management_response", "sheet-management-response", false},
}

// mappedColumns are the criteria that a control is mapped to: those that the report is on, and those of other frameworks.
var mappedColumns = []column[*program.Control]{
	{"criteria", "criteria", func(b *book, c *program.Control) spreadsheet.Cell { return b.mappedCell(c, true) }},
	{"other_frameworks", "sheet-other-frameworks", func(b *book, c *program.Control) spreadsheet.Cell { return b.mappedCell(c, false) }},
}

func (b *book) mappedCell(c *program.Control, examined bool) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, ref := range c.Criteria {
		if (ref.To == nil || b.examined(ref.To)) == examined {
			out = append(out, b.refCell(ref))
		}
	}
	return listCell(b.record(c).Href, out...)
}

// examined reports whether a criterion is of a framework that has categories, of which a report names those that it covers.
func (b *book) examined(c *criteria.Criterion) bool { return len(c.Framework.Categories) > 0 }

func (b *book) controlStateCell(c *program.Control) spreadsheet.Cell {
	return b.stateCell(b.controlState(c))
}

// countColumns count the windows of a control. What acts on events has none: there a population stands for all that happened.
var countColumns = []column[*program.Control]{
	counting("expected_occurrences", "sheet-expected", func(t tally) int { return t.Missing + t.Evidenced + t.None + t.NotDue }),
	counting("missing", "state-missing", func(t tally) int { return t.Missing }),
	counting("evidenced", "state-evidenced", func(t tally) int { return t.Evidenced }),
	counting("did_not_occur", "state-did-not-occur", func(t tally) int { return t.None }),
	counting("not_yet_due", "state-not-yet-due", func(t tally) int { return t.NotDue }),
}

func counting(key, word string, of func(tally) int) column[*program.Control] {
	return column[*program.Control]{key, word, func(b *book, c *program.Control) spreadsheet.Cell {
		if t := b.tally(c); t.Counted() {
			return numberCell(int64(of(t)))
		}
		return spreadsheet.Cell{}
	}}
}

// shownColumns say what shows a control, and what management found wanting.
var shownColumns = []column[*program.Control]{
	{"population", "field-population", (*book).populationCell},
	{"evidence", "kinds-evidence", func(b *book, c *program.Control) spreadsheet.Cell {
		return namesCell(b, b.record(c).Href, b.evidenceOf[c])
	}},
	{"deficiencies", "kinds-deficiency", func(b *book, c *program.Control) spreadsheet.Cell {
		var out []spreadsheet.Cell
		for _, u := range b.Uses[c] {
			if d, ok := u.From.(*program.Deficiency); ok {
				out = append(out, b.nameCell(d))
			}
		}
		return listCell(b.record(c).Href, out...)
	}},
}

// populationCell says what is known of the populations that a control on events is to have, or nothing if it has windows alone.
func (b *book) populationCell(c *program.Control) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, o := range b.populations(c) {
		out = append(out, b.stateCell(b.occurrenceState(o.State)))
	}
	return listCell("", out...)
}

// populations are the occurrences of a control that have no windows: one population stands for all that happened in the period. At
// the date of a Type 1 there is none.
func (v view) populations(c *program.Control) []trace.Occurrence {
	var out []trace.Occurrence
	for _, o := range v.occurrences(c) {
		if o.Listed() {
			out = append(out, o)
		}
	}
	return out
}
