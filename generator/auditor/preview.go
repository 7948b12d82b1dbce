package auditor

import (
	"encoding/csv"
	"path"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// preview is the beginning of a text file, to see what it is. It is a view for reading, cut and laid out anew, and not the evidence.
type preview struct {
	Head  []string
	Rows  [][]string
	Lines string // of a file without rows
}

// How much of a file is shown.
const (
	previewRows    = 10
	previewColumns = 10
	previewLines   = 20
	previewCell    = 80  // characters
	previewLine    = 160 // characters
)

// preview returns the beginning of a file that is in the bundle, unless it holds personal data: a sheet is printed and passed on
// more lightly than the file.
func (v view) preview(e *program.Evidence) *preview {
	if !v.hasBytes(e) || e.PersonalData != nil && *e.PersonalData {
		return nil
	}
	text := strings.TrimPrefix(strings.ToValidUTF8(v.Sample(e), "\ufffd"), spreadsheet.ByteOrderMark)
	switch ext := strings.ToLower(path.Ext(e.Source.Text)); {
	case strings.TrimSpace(text) == "":
		return nil
	case ext == ".csv" || ext == ".tsv":
		return previewOfRows(text)
	}
	return previewOfLines(text)
}

func previewOfRows(text string) *preview {
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = comma(text), -1, true
	var p preview
	for range previewRows + 1 {
		row, err := in.Read()
		if err != nil {
			break
		}
		row = row[:min(len(row), previewColumns)]
		for i, cell := range row {
			row[i] = short(cell, previewCell)
		}
		if p.Head == nil {
			p.Head = row
			continue
		}
		p.Rows = append(p.Rows, row)
	}
	return &p
}

// comma returns the sign between the cells of a file: that of which its first line has most.
func comma(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, sign := range []rune{';', '\t'} {
		if strings.Count(first, string(sign)) > strings.Count(first, string(best)) {
			best = sign
		}
	}
	return best
}

func previewOfLines(text string) *preview {
	var lines []string
	for l := range strings.Lines(text) {
		if len(lines) == previewLines {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, short(strings.TrimRight(l, "\r\n"), previewLine))
	}
	return &preview{Lines: strings.Join(lines, "\n")}
}

// short cuts a text to a number of characters.
func short(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}
