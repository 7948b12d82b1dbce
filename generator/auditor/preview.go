package auditor

import (
	"path"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/source"
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
	text := strings.ToValidUTF8(v.Sample(e), "\ufffd")
	switch ext := strings.ToLower(path.Ext(e.Source.Text)); {
	case strings.TrimSpace(text) == "":
		return nil
	case ext == ".csv" || ext == ".tsv":
		return previewOfRows(text)
	}
	return previewOfLines(text)
}

func previewOfRows(text string) *preview {
	var p preview
	for row := range source.Rows(text) {
		var cells []string
		for _, cell := range row[:min(len(row), previewColumns)] {
			cells = append(cells, short(cell, previewCell))
		}
		switch {
		case p.Head == nil:
			p.Head = cells
			continue
		case len(p.Rows) == previewRows:
			return &p
		}
		p.Rows = append(p.Rows, cells)
	}
	return &p
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
