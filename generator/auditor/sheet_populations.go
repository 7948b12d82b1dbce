package auditor

import (
	"slices"

	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/trace"
)

// population is a control that acts on events or all the time, with one piece of evidence of all that happened in the period, or
// with none.
type population struct {
	control    *program.Control
	occurrence trace.Occurrence
	evidence   *program.Evidence
}

// fillPopulations is each population that a sample may be drawn from. One that is missing has a row too.
func fillPopulations(b *book, s *spreadsheet.Sheet) {
	var list []population
	for _, c := range b.Program.Controls {
		for _, o := range b.populations(c) {
			if len(o.Evidence) == 0 {
				list = append(list, population{c, o, nil})
			}
			for _, e := range o.Evidence {
				list = append(list, population{c, o, e})
			}
		}
	}
	columns := []column[population]{
		{"control_id", "kind-control", func(b *book, p population) spreadsheet.Cell { return b.nameCell(p.control) }},
		{"title", "field-title", func(_ *book, p population) spreadsheet.Cell { return textCell(program.Name(p.control)) }},
		{"frequency", "field-frequency", func(b *book, p population) spreadsheet.Cell { return b.wordCell(p.occurrence.Frequency) }},
		{"state", "state", func(b *book, p population) spreadsheet.Cell {
			return b.stateCell(b.occurrenceState(p.occurrence.State))
		}},
		{"period_from", "sheet-due-from", func(_ *book, p population) spreadsheet.Cell { return dayCell(p.occurrence.Window.From) }},
		{"period_to", "sheet-due-to", func(_ *book, p population) spreadsheet.Cell { return dayCell(p.occurrence.Window.To) }},
		ofPopulation("evidence", "kind-evidence", func(b *book, e *program.Evidence) spreadsheet.Cell { return b.nameCell(e) }),
		ofPopulation("kind", "field-kind", func(b *book, e *program.Evidence) spreadsheet.Cell { return b.wordCell(e.Kind) }),
	}
	for _, c := range slices.Concat(spanColumns, []evidenceColumn{rowsColumn}, fieldsOf[*program.Evidence]("filters", "control_total", "completeness"), []evidenceColumn{nilColumn, rawColumn, notHereColumn}) {
		columns = append(columns, ofPopulation(c.key, c.word, c.cell))
	}
	fillIn(b, s, list, columns)
}

// ofPopulation is a column about the evidence of a population, if there is any.
func ofPopulation(key, word string, cell func(*book, *program.Evidence) spreadsheet.Cell) column[population] {
	return column[population]{key, word, func(b *book, p population) spreadsheet.Cell {
		if p.evidence == nil {
			return spreadsheet.Cell{}
		}
		return cell(b, p.evidence)
	}}
}
