package auditor

import (
	"cmp"

	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/trace"
)

// evidenceColumn is a column of a sheet about evidence.
type evidenceColumn = column[*program.Evidence]

// fillEvidence is each piece of evidence, what it shows, and the file.
func fillEvidence(b *book, s *spreadsheet.Sheet) {
	columns := append([]evidenceColumn{own[*program.Evidence]("evidence_id", "kind-evidence")}, fieldsOf[*program.Evidence]("title", "kind", "controls")...)
	columns = append(columns, rawColumn, notHereColumn, evidenceColumn{"occurrences", "auditor-shows", (*book).shownCell})
	columns = append(columns, spanColumns...)
	columns = append(columns, evidenceColumn{"in_period", "sheet-in-period", (*book).inPeriodCell})
	columns = append(columns, fieldsOf[*program.Evidence]("system", "collected_at", "collected_by")...)
	fillIn(b, s, b.Program.Evidence, append(columns, rowsColumn,
		evidenceColumn{"sha256", "field-sha256", func(b *book, e *program.Evidence) spreadsheet.Cell { return textCell(b.compared(e).SHA256.Found) }},
		evidenceColumn{"companion_file", "field-companion", (*book).companionCell}, field[*program.Evidence]("personal_data"), nilColumn))
}

// spanColumns are the days that evidence speaks of.
var spanColumns = []evidenceColumn{
	{"from", "field-from", func(_ *book, e *program.Evidence) spreadsheet.Cell {
		span, _ := trace.Days(e)
		return dayCell(span.From)
	}},
	{"to", "field-to", func(_ *book, e *program.Evidence) spreadsheet.Cell {
		span, _ := trace.Days(e)
		return dayCell(span.To)
	}},
}

var (
	rawColumn     = evidenceColumn{"file", "field-file", func(b *book, e *program.Evidence) spreadsheet.Cell { return b.fileCell(b.raw[e]) }}
	notHereColumn = evidenceColumn{"not_in_bundle", "sheet-not-in-bundle", (*book).notHereCell}
	nilColumn     = prose("statement", "auditor-nil", func(e *program.Evidence) program.Prose { return e.Statement })

	// The number of rows is the recorded one, or counted where none is recorded.
	rowsColumn = evidenceColumn{"rows", "field-row_count", func(b *book, e *program.Evidence) spreadsheet.Cell {
		rows := b.compared(e).Rows
		return spreadsheet.Cell{Text: cmp.Or(rows.Recorded, rows.Found), As: spreadsheet.Number}
	}}
)

// notHereCell says why the file is not in the bundle, and leads to where it is held if that is an address.
func (b *book) notHereCell(e *program.Evidence) spreadsheet.Cell {
	out := textCell(b.held(e))
	if out.Text != "" && program.IsAddress(e.Source.Text) {
		out.Href = e.Source.Text
	}
	return out
}

// shownCell names the windows that a piece of evidence stands for.
func (b *book) shownCell(e *program.Evidence) spreadsheet.Cell { return textCell(b.shownBy(e)) }

func (b *book) inPeriodCell(e *program.Evidence) spreadsheet.Cell {
	if _, ok := trace.Days(e); !ok {
		return spreadsheet.Cell{}
	}
	return b.yesCell(trace.Inside(e, b.Period))
}

func (b *book) companionCell(e *program.Evidence) spreadsheet.Cell {
	if f := b.companion[e]; f != nil {
		return b.fileCell(f)
	}
	if other := b.sources[e.Companion]; other != nil && e.Companion != "" {
		return b.nameCell(other)
	}
	return textCell(e.Companion)
}
