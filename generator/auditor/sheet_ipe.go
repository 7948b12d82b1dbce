package auditor

import (
	"slices"

	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// fillIPE is what an auditor needs to judge whether information produced by the entity is complete and accurate (AT-C 205): which
// system, which query, what was left out, how, by whom and when, what it rests on that nothing is missing, and what was recorded of the
// file beside what the file measures. What differs and what nobody recorded stands first.
func fillIPE(b *book, s *spreadsheet.Sheet) {
	columns := []evidenceColumn{
		{"evidence_id", "kind-evidence", func(b *book, e *program.Evidence) spreadsheet.Cell { return b.nameCell(e) }},
		field[*program.Evidence]("title"),
		{"differs", "sheet-differs", func(b *book, e *program.Evidence) spreadsheet.Cell { return b.compared(e).differing() }},
		{"not_recorded", "auditor-not-recorded", (*book).unrecordedCell}}
	columns = append(columns, fieldsOf[*program.Evidence]("kind", "controls", "system", "environment", "query", "filters", "method",
		"collected_by", "collected_at", "control_total", "completeness")...)
	for _, c := range []struct {
		key, word string
		of        func(compared) string
	}{
		{"recorded_rows", "sheet-recorded-rows", func(c compared) string { return c.Rows.Recorded }},
		{"counted_rows", "sheet-counted-rows", func(c compared) string { return c.Rows.Found }},
		{"recorded_bytes", "sheet-recorded-bytes", func(c compared) string { return c.Size.Recorded }},
		{"measured_bytes", "sheet-measured-bytes", func(c compared) string { return c.Size.Found }},
	} {
		columns = append(columns, evidenceColumn{c.key, c.word, func(b *book, e *program.Evidence) spreadsheet.Cell {
			return spreadsheet.Cell{Text: c.of(b.compared(e)), As: spreadsheet.Number}
		}})
	}
	fillIn(b, s, b.Program.Evidence, append(columns,
		evidenceColumn{"recorded_sha256", "sheet-recorded-digest", func(_ *book, e *program.Evidence) spreadsheet.Cell { return textCell(e.SHA256) }},
		evidenceColumn{"measured_sha256", "sheet-measured-digest", func(b *book, e *program.Evidence) spreadsheet.Cell { return textCell(b.compared(e).SHA256.Found) }},
		rawColumn, notHereColumn, field[*program.Evidence]("original_name")))
}

// differing names what the record says otherwise than the file.
func (c compared) differing() spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, of := range []struct {
		key string
		measured
	}{{"row_count", c.Rows}, {"size", c.Size}, {"sha256", c.SHA256}} {
		if of.Differs {
			out = append(out, spreadsheet.Cell{Text: of.What, Code: of.key})
		}
	}
	return listCell("", out...)
}

// unrecordedCell names what nobody recorded of how the evidence came about, and what of the file there is nothing to compare with.
func (b *book) unrecordedCell(e *program.Evidence) spreadsheet.Cell {
	var out []spreadsheet.Cell
	missing := func(key string) {
		out = append(out, spreadsheet.Cell{Text: b.label(key), Code: key})
	}
	keys := slices.Concat(collection, wholeness)
	for i, f := range b.recorded(e, keys...) {
		if f.Value.Empty() && (e.Kind == "population" || !slices.Contains(ofLists, keys[i])) {
			missing(keys[i])
		}
	}
	if untimed(e) {
		out = append(out, spreadsheet.Cell{Text: b.text("sheet-untimed"), Code: "time and zone"})
	}
	for _, of := range []struct {
		key string
		measured
	}{{"row_count", b.compared(e).Rows}, {"sha256", b.compared(e).SHA256}} {
		if of.Recorded == "" && of.Found != "" {
			missing(of.key)
		}
	}
	return listCell("", out...)
}
