// Package spreadsheet owns lists that people open in spreadsheets: as XLSX workbooks, and as CSV, which is RFC 4180 in UTF-8, one line a
// row. No cell runs as a formula or is longer than a spreadsheet holds, and what there is no room for is said.
//
// A Sheet is both. People read the workbook, so its heads and its words are in their language; scripts read the CSV file, so there a
// head may be a key and a word a code, which are the same in every language and stay when a word is put better.
//
// It refuses to know what a row is about, and to put anything on disk.
package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode/utf16"
)

// ByteOrderMark tells Excel that a CSV file is UTF-8: without it "å" arrives there as "Ã¥". LibreOffice and pandas pass over it; in
// Python it is passed over by open(name, encoding="utf-8-sig").
const ByteOrderMark = "\ufeff"

// CSV writes rows as RFC 4180 has them: commas, and CRLF at the end of a row. A row is one line of the file, whatever its cells hold,
// because much that reads CSV takes a line for a row.
func CSV(rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(ByteOrderMark)
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = fit(guard(line(cell)))
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// line puts a text on one line, with a pilcrow where one of its own ended.
func line(text string) string {
	if !strings.ContainsAny(text, "\n\r\t") {
		return strings.TrimSpace(text)
	}
	var lines []string
	for l := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, " ¶ ")
}

const (
	cellLimit = 32767 // UTF-16 units that Excel holds in a cell; it breaks a longer one apart
	cutNote   = " … [cut: a spreadsheet holds no more in a cell; the page has the whole text]"
)

// fit cuts a cell that a spreadsheet would break apart, and says so in it.
func fit(cell string) string {
	const room = cellLimit - len(cutNote)
	if len(cell) <= room {
		return cell
	}
	units := 0
	for i, r := range cell {
		if units += utf16.RuneLen(r); units > room {
			return cell[:i] + cutNote
		}
	}
	return cell
}
