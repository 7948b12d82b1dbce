package auditor

import (
	"trustpress/generator/spreadsheet"
)

// remark is a row of the first sheet.
type remark struct {
	about, says spreadsheet.Cell
	rows        spreadsheet.Cell
	file        spreadsheet.Cell
}

// fillReadMe says what the workbook is, what it is of, and which sheets it has.
func fillReadMe(b *book, s *spreadsheet.Sheet) {
	fillIn(b, s, append(append(b.remarks(), b.headRemarks()...), b.sheetRemarks()...), []column[remark]{
		{"about", "auditor-col-about", func(_ *book, r remark) spreadsheet.Cell { return r.about }},
		{"says", "auditor-col-holds", func(_ *book, r remark) spreadsheet.Cell { return r.says }},
		{"rows", "field-row_count", func(_ *book, r remark) spreadsheet.Cell { return r.rows }},
		{"file", "sheet-csv", func(_ *book, r remark) spreadsheet.Cell { return r.file }},
	})
}

// remarks say how the workbook is meant.
func (b *book) remarks() []remark {
	var out []remark
	for _, r := range []struct{ about, says string }{
		{b.text("sheet-what"), b.text("sheet-what-says", b.Site.Organization.Name)},
		{b.text("sheet-theirs"), b.text("sheet-theirs-says")},
		{b.text("sheet-conclusions"), b.text("auditor-no-conclusion") + " " + b.text("sheet-conclusions-says")},
		{b.text("sheet-links"), b.text("sheet-links-says")},
	} {
		out = append(out, remark{about: textCell(r.about), says: textCell(r.says)})
	}
	return out
}

// headRemarks say what was examined, and when.
func (b *book) headRemarks() []remark {
	h := b.head()
	var out []remark
	for _, r := range []struct{ word, says string }{
		{"field-organization", h.Organization}, {"sheet-service", h.Service}, {"sheet-examination", b.text("auditor-type", h.Type)},
		{"field-period", h.Period.plain()}, {"as-of", h.AsOf}, {"stage", h.Stage}, {"auditor-firm", h.Firm}, {"field-categories", joined(h.Categories)},
		{"auditor-frameworks", joined(h.Frameworks)}, {"auditor-bundle", h.Bundle}, {"commit", h.Commit},
	} {
		if r.says != "" {
			out = append(out, remark{about: textCell(b.text(r.word)), says: textCell(r.says)})
		}
	}
	return out
}

// sheetRemarks lead to the sheets.
func (b *book) sheetRemarks() []remark {
	var out []remark
	for _, s := range b.sheets {
		out = append(out, remark{sheetCell(s.Name), textCell(s.Note), numberCell(int64(len(s.Rows))), csvCell(s.File)})
	}
	return append(out, remark{about: sheetCell(b.text(manifestSheet.word)), says: textCell(b.text(manifestSheet.note)), file: csvCell(manifestSheet.file)})
}

func sheetCell(name string) spreadsheet.Cell {
	return spreadsheet.Cell{Text: name, Href: "#" + name + "!A1"}
}

func csvCell(file string) spreadsheet.Cell {
	return spreadsheet.Cell{Text: file + ".csv", Href: file + ".csv"}
}
