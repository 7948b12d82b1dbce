package spreadsheet

// Sheet is one table: a head, and rows below it. It is written as a sheet of an XLSX workbook, and as CSV.
type Sheet struct {
	Name    string // at most 31 characters, none of []:*?/\
	File    string // of its CSV, without the ending
	Note    string // what the sheet holds, for whoever opens it
	Columns []Column
	Rows    [][]Cell
}

// Column is the head of a column.
type Column struct {
	Head   string
	Width  int  // characters; 0: as its cells need
	Theirs bool // left empty for the service auditor to fill in
}

// Cell is one value. Whatever it holds, it is text, a whole number or a day, and never a formula.
type Cell struct {
	Text string
	As   Type
	Href string // a file, relative to the workbook, an address, or "#Sheet!A1" in the workbook; "": none
}

// Type says how a cell is shown and sorted.
type Type uint8

// The types of a cell.
const (
	Text   Type = iota
	Number      // whole, in decimal digits
	Day         // YYYY-MM-DD
)
