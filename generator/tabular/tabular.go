// Package tabular owns the reading of tables that somebody else made: CSV as spreadsheets write it, and workbooks of Excel.
//
// It refuses what is no table, or larger than a list that people keep, in words for whoever sent it; it runs no formula, follows no link and
// does not know what a row is about.
package tabular

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
)

// Table is one sheet of a list that came in.
type Table struct {
	Name   string // of the sheet; "" where the file is one table and no workbook
	Hidden bool
	Rows   []Row // those that hold something
}

// Row is one row of a sheet.
type Row struct {
	Number int // in the sheet, from 1
	Hidden bool
	Cells  []string
}

// byteOrderMark begins what Excel writes as UTF-8.
const byteOrderMark = "\ufeff"

// Most that a list may be. What is larger is no list that somebody wrote, and is refused before it fills the memory.
const (
	FileLimit   = 32 << 20  // bytes
	unzipLimit  = 256 << 20 // bytes of what a workbook holds
	smallLimit  = 16 << 20  // bytes of a part of a workbook that holds no cells
	rowLimit    = 200_000   // rows with something in them, of all sheets
	columnLimit = 256
	cellLimit   = 8_000_000 // cells of all sheets, empty ones between others too, and texts that they share
)

// Read returns the tables of a list that somebody sends: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, or a
// workbook of Excel (XLSX), of which days are YYYY-MM-DD, numbers as they are stored and formulas what they last came to. What the file is,
// its bytes say and not its name. The error is a sentence for whoever sent it.
func Read(name string, text []byte) ([]Table, error) {
	if len(text) > FileLimit {
		return nil, fmt.Errorf("the file is larger than %d MB\nhint: a list is read whole: send its rows alone, as CSV", FileLimit>>20)
	}
	var tables []Table
	var err error
	switch what := foreign(text); {
	case what != nil:
		return nil, what
	case bytes.HasPrefix(text, []byte("PK")):
		tables, err = readWorkbook(text)
	default:
		tables, err = readText(strings.EqualFold(path.Ext(name), ".tsv"), text)
	}
	if err != nil {
		return nil, err
	}
	return tables, nil
}

// foreign says of a file in a format that is not read which it is, and what to do.
func foreign(text []byte) error {
	start := bytes.TrimLeft(bytes.TrimPrefix(text[:min(len(text), 256)], []byte(byteOrderMark)), " \t\r\n")
	switch {
	case bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) && bytes.Contains(text, utf16LE("EncryptedPackage")):
		return errors.New("the workbook is protected by a password\nhint: open it in Excel, take the password away (File, Info, Protect workbook), and save it")
	case bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return errors.New("this is a workbook in the old format of Excel, .xls\nhint: open it in Excel, and save it as .xlsx")
	case bytes.HasPrefix(text, []byte("%PDF")):
		return errors.New("this is a PDF, which has no rows\nhint: ask for the list as a workbook or as CSV")
	case bytes.HasPrefix(start, []byte("<")):
		return errors.New("this is HTML or XML under the name of a list\nhint: open it in Excel, and save it as .xlsx")
	case bytes.HasPrefix(text, []byte("PK")) && bytes.Contains(text[:min(len(text), 256)], []byte("application/vnd.oasis.opendocument")):
		return errors.New("this is an OpenDocument file\nhint: open it in LibreOffice, and save it as .xlsx or CSV")
	}
	return nil
}

// utf16LE returns how a file of Windows holds a name.
func utf16LE(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// tidy returns the cells of a row without what stands around them, and without empty ones at its end.
func tidy(number int, cells []string) ([]string, error) {
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(cell, "\ufffd"), "\r\n", "\n"))
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > columnLimit {
		return nil, tooWide(number, len(cells))
	}
	return cells, nil
}
