package tabular

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sheetReader takes the rows out of one sheet.
type sheetReader struct {
	*book
	rows   []Row
	room   int
	areas  []area
	row    Row
	last   int // the number of the row before
	column int // of the cell that is read, from 1
	kind   string
	style  style
	value  strings.Builder
	reads  bool // what follows belongs to the value of the cell
	aloud  bool // what follows says how a text is pronounced
}

// area is a merged cell.
type area struct{ column, first, last int }

const lastRow = 1 << 20 // that a sheet can have

func (b *book) sheet(name string, room int) ([]Row, error) {
	r := sheetReader{book: b, room: room}
	if err := b.tokens(name, r.see); err != nil {
		return nil, err
	}
	r.merge()
	return r.rows, nil
}

func (r *sheetReader) see(token xml.Token) error {
	switch x := token.(type) {
	case xml.StartElement:
		return r.start(x)
	case xml.CharData:
		if r.reads && !r.aloud {
			r.value.Write(x)
		}
	case xml.EndElement:
		return r.end(x.Name.Local)
	}
	return nil
}

func (r *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return r.startRow(e)
	case "c":
		r.startCell(e)
	case "v", "t":
		r.reads = true
	case "f":
		r.reads = false
	case "rPh":
		r.aloud = true
	case "mergeCell":
		return r.area(attr(e, "ref"))
	}
	return nil
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "row":
		return r.endRow()
	case "c":
		return r.endCell()
	case "v", "t":
		r.reads = false
	case "rPh":
		r.aloud = false
	}
	return nil
}

func (r *sheetReader) startRow(e xml.StartElement) error {
	number := r.last + 1
	if told := attr(e, "r"); told != "" {
		number, _ = strconv.Atoi(told)
	}
	if number <= r.last || number > lastRow {
		return errDamaged
	}
	hidden := attr(e, "hidden")
	r.row, r.last, r.column = Row{Number: number, Hidden: hidden == "1" || hidden == "true"}, number, 0
	return nil
}

func (r *sheetReader) startCell(e xml.StartElement) {
	r.column++
	if column, _, ok := coordinates(attr(e, "r")); ok {
		r.column = column
	}
	r.kind, r.style = attr(e, "t"), style{}
	if n, err := strconv.Atoi(attr(e, "s")); err == nil && n >= 0 && n < len(r.styles) {
		r.style = r.styles[n]
	}
	r.value.Reset()
}

func (r *sheetReader) endCell() error {
	text := strings.TrimSpace(r.text())
	switch {
	case text == "":
		return nil
	case r.column > columnLimit:
		return tooWide(r.row.Number, r.column)
	}
	if r.cells += max(0, r.column-len(r.row.Cells)); r.cells > cellLimit {
		return tooMany()
	}
	for len(r.row.Cells) < r.column {
		r.row.Cells = append(r.row.Cells, "")
	}
	r.row.Cells[r.column-1] = text
	return nil
}

// text returns what the cell says.
func (r *sheetReader) text() string {
	value := r.value.String()
	switch r.kind {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && n >= 0 && n < len(r.shared) {
			return r.shared[n]
		}
		return ""
	case "str", "inlineStr":
		return plainText(value)
	case "b":
		return map[string]string{"0": "FALSE", "1": "TRUE"}[value]
	case "e":
		return value
	case "d":
		return strings.Replace(strings.TrimSuffix(value, "T00:00:00"), "T", " ", 1)
	}
	return r.style.number(value, r.base)
}

func (r *sheetReader) endRow() (err error) {
	if r.row.Cells, err = tidy(r.row.Number, r.row.Cells); err != nil || len(r.row.Cells) == 0 {
		return err
	}
	if len(r.rows) >= r.room {
		return tooLong()
	}
	r.rows = append(r.rows, r.row)
	return nil
}

func (r *sheetReader) area(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	column, first, ok := coordinates(from)
	_, last, also := coordinates(to)
	if ok && also && last > first {
		r.areas = append(r.areas, area{column, first, last})
	}
	if len(r.areas) > rowLimit {
		return errDamaged
	}
	return nil
}

// merge gives every row that a merged cell reaches down to the cell's value: one heading beside several rows is meant for each. A cell
// belongs to one merged cell, so what begins in another is passed over.
func (r *sheetReader) merge() {
	slices.SortStableFunc(r.areas, func(a, b area) int { return cmp.Or(a.column-b.column, a.first-b.first) })
	last := area{}
	for _, a := range r.areas {
		if a.column == last.column && a.first <= last.last {
			continue
		}
		last = a
		from, ok := slices.BinarySearchFunc(r.rows, a.first, func(row Row, n int) int { return row.Number - n })
		if !ok || len(r.rows[from].Cells) < a.column || r.rows[from].Cells[a.column-1] == "" {
			continue
		}
		for i := from + 1; i < len(r.rows) && r.rows[i].Number <= a.last; i++ {
			row := &r.rows[i]
			for len(row.Cells) < a.column {
				row.Cells = append(row.Cells, "")
			}
			row.Cells[a.column-1] = r.rows[from].Cells[a.column-1]
		}
	}
}

// coordinates reads the name of a cell: "B12" is column 2 and row 12.
func coordinates(name string) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return column, row, err == nil && i > 0 && row > 0
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// plainText undoes how a workbook writes characters that XML cannot hold.
func plainText(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 32)
		if r := rune(n); utf8.ValidRune(r) && (r >= ' ' || r == '\n' || r == '\t') {
			return string(r)
		}
		return ""
	})
}

func tooWide(row, column int) error {
	return fmt.Errorf("row %d has something in column %d, and a list has %d columns at most\nhint: delete what stands far to the right", row, column, columnLimit)
}

func tooMany() error {
	return fmt.Errorf("there are more than %d cells\nhint: send the rows and the columns that are meant, as CSV", cellLimit)
}

func tooLong() error {
	return fmt.Errorf("there are more than %d rows\nhint: send the rows that are meant, as CSV", rowLimit)
}
