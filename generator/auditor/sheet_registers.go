package auditor

import (
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

func fillCUECs(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.CUECs, append([]column[*program.CUEC]{own[*program.CUEC]("cuec_id", "sheet-cuec")}, fieldsOf[*program.CUEC]("title", "text", "criteria", "commitments")...))
}

func fillResponsibilities(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Responsibilities, append([]column[*program.Responsibility]{own[*program.Responsibility]("responsibility_id", "kind-responsibility")},
		fieldsOf[*program.Responsibility]("title", "text")...))
}

func fillCommitments(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Commitments, entryColumns[*program.Commitment]("commitment_id", "kind-commitment", "kind", "category", "source", "controls"))
}

func fillRisks(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Risks, entryColumns[*program.Risk]("risk_id", "kind-risk", "owner", "likelihood", "impact", "treatment", "controls"))
}

func fillIncidents(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Incidents, entryColumns[*program.Incident]("incident_id", "kind-incident", "dc4", "occurred_on", "resolved_on", "severity", "affects", "controls"))
}

func fillDeficiencies(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Deficiencies, entryColumns[*program.Deficiency]("deficiency_id", "kind-deficiency", "controls", "nature", "found_on", "cause", "effect", "response", "due", "closed_on",
		"exception", "owner"))
}

// fillChanges is each change with whether it was in the period, which DC 9 speaks of.
func fillChanges(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Program.Changes, append(entryColumns[*program.Change]("change_id", "kind-change", "on", "affects"),
		column[*program.Change]{"in_period", "sheet-in-period", func(b *book, c *program.Change) spreadsheet.Cell { return b.yesCell(b.Period.Holds(c.On)) }}))
}

// entryColumns are the columns of a kind of record: what it is called, what is told of it, and some of its fields.
func entryColumns[T program.Any](key, word string, fields ...string) []column[T] {
	return append([]column[T]{own[T](key, word), field[T]("title"), told[T]("description", "field-description")}, fieldsOf[T](fields...)...)
}

// fillWaivers is each finding that a person accepted for a time.
func fillWaivers(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, b.Report.Waived, []column[diag.Waived]{
		{"rule", "field-rule", func(_ *book, w diag.Waived) spreadsheet.Cell { return textCell(w.Rule) }},
		{"about", "auditor-col-about", (*book).aboutCell},
		{"finding", "auditor-col-finding", func(_ *book, w diag.Waived) spreadsheet.Cell { return textCell(w.Message) }},
		{"window_from", "sheet-window-from", func(_ *book, w diag.Waived) spreadsheet.Cell {
			return spreadsheet.Cell{Text: w.At, As: spreadsheet.Day}
		}},
		{"reason", "field-reason", func(_ *book, w diag.Waived) spreadsheet.Cell { return textCell(w.Reason) }},
		{"owner", "field-owner", func(b *book, w diag.Waived) spreadsheet.Cell { return linkCell(b.personNamed(w.Owner)) }},
		{"expires", "field-expires", func(_ *book, w diag.Waived) spreadsheet.Cell {
			return spreadsheet.Cell{Text: w.Expires, As: spreadsheet.Day}
		}},
		{"place", "auditor-col-place", func(_ *book, w diag.Waived) spreadsheet.Cell { return textCell(w.Waiver) }},
	})
}

// aboutCell names what an accepted finding is about.
func (b *book) aboutCell(w diag.Waived) spreadsheet.Cell {
	if rec := b.Record(w.Record); rec != nil {
		return b.nameCell(rec)
	}
	if c := b.uncovered(w.Finding); c != nil {
		return b.criterionCell(c)
	}
	return linkCell(b.about(w.Finding))
}
