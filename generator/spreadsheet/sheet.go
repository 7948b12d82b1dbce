package spreadsheet

import (
	"cmp"
	"fmt"
)

// Sheet is one table: a head, and rows below it. It is written as a sheet of an XLSX workbook, and as CSV.
type Sheet struct {
	Name    string // a workbook puts another in its place if a spreadsheet could not bear it
	File    string // of its CSV, without the ending
	Note    string // what the sheet holds: it is printed at the foot of each page
	Columns []Column
	Rows    [][]Cell // each of them as long as Columns
	Empty   string   // what a workbook says where there is no row
}

// Column is the head of a column.
type Column struct {
	Head   string
	Key    string // its head in CSV, where it is the same in every language; "": Head
	Width  int    // characters; 0: as its cells need
	Theirs bool   // left empty for the service auditor to fill in
}

// Cell is one value. Whatever it holds, it is text, a whole number or a day, and never a formula.
type Cell struct {
	Text string
	Code string // in CSV, where a word is the same in every language; "": Text
	As   Type
	Href string // a file, relative to the workbook, an address, or "#Sheet!A1" in the workbook, by the Name of the sheet; "": none
}

// Type says how a cell is shown and sorted.
type Type uint8

// The types of a cell.
const (
	Text   Type = iota
	Number      // whole, in decimal digits
	Day         // YYYY-MM-DD
)

// CSV is the sheet as a CSV file: the same rows, their words as they are in every language.
func (s Sheet) CSV() ([]byte, error) {
	if err := s.even(); err != nil {
		return nil, err
	}
	head := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		head[i] = cmp.Or(c.Key, c.Head)
	}
	rows := [][]string{head}
	for _, cells := range s.Rows {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = cmp.Or(c.Code, c.Text)
		}
		rows = append(rows, row)
	}
	return CSV(rows)
}

// even returns an error unless each row has a cell for each column: the words of a cell below the wrong head would be false.
func (s Sheet) even() error {
	for i, row := range s.Rows {
		if len(row) != len(s.Columns) {
			return fmt.Errorf("row %d of the sheet %q has %d cells, and there are %d columns", i+1, s.Name, len(row), len(s.Columns))
		}
	}
	return nil
}
