package spreadsheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The room of a sheet. Two rows below the last one are kept for saying what a sheet had no room for.
const (
	rowLimit    = excelize.TotalRows - 1 - 2
	columnLimit = excelize.MaxColumns
)

// tab is a sheet of a workbook in the making.
type tab struct {
	*book
	Sheet
	name     string
	widths   []float64 // of the columns
	rest     string    // what there is no room for, in words
	unlinked int       // cells that were to lead somewhere
}

// sheet writes one sheet. What belongs to the sheet as a whole comes before its stream of rows: the library drops what comes after it.
func (b *book) sheet(name string, s Sheet) error {
	if err := s.even(); err != nil {
		return err
	}
	t := &tab{book: b, Sheet: s, name: name}
	t.crop(rowLimit, columnLimit)
	b.links[name] = t.link()
	for i := range t.Columns {
		t.widths = append(t.widths, t.width(i))
	}
	for _, step := range []func() error{t.filter, t.layout, t.stream} {
		if err := step(); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return nil
}

// crop leaves out what a sheet has no room for, and remembers to say so.
func (t *tab) crop(rows, columns int) {
	if n := len(t.Rows); n > rows {
		t.Rows = t.Rows[:rows]
		t.rest = fmt.Sprintf("%d more rows have no room in a sheet. ", n-rows)
	}
	if n := len(t.Columns); n > columns {
		t.Columns = t.Columns[:columns]
		whole := t.Rows
		t.Rows = make([][]Cell, len(whole))
		for i, row := range whole {
			t.Rows[i] = row[:columns]
		}
		t.rest += fmt.Sprintf("%d more columns have no room in a sheet. ", n-columns)
	}
	if t.rest != "" && t.File != "" {
		t.rest += "The file " + t.File + ".csv has all. "
	}
}

// area is the cells of the sheet, its head among them.
func (t *tab) area() (string, error) {
	last, err := excelize.CoordinatesToCellName(max(1, len(t.Columns)), len(t.Rows)+1)
	return "A1:" + last, err
}

func (t *tab) filter() error {
	area, err := t.area()
	if err != nil || len(t.Columns) == 0 {
		return err
	}
	if err := t.file.SetSheetDimension(t.name, area); err != nil {
		return err
	}
	if err := t.file.AutoFilter(t.name, area, nil); err != nil {
		return err
	}
	return t.file.AddIgnoredErrors(t.name, area, excelize.IgnoredErrorsNumberStoredAsText)
}

// layout is how the sheet is printed: lying, as wide as the paper or as a few, its head and its first column on each page.
func (t *tab) layout() error {
	yes, wide, long, a4, lying := true, t.across(), 0, 9, "landscape"
	if err := t.file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := t.file.SetPageLayout(t.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &lying, FitToWidth: &wide, FitToHeight: &long}); err != nil {
		return err
	}
	if err := t.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + t.name + "'!$A:$A,'" + t.name + "'!$1:$1", Scope: t.name}); err != nil {
		return err
	}
	return t.file.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + printed(t.title, 180) + "&R" + printed(t.name, 60), OddFooter: "&L" + printed(t.Note, 230) + "&R&P / &N"})
}

// printed is a text for the head or the foot of a printed page, where "&" begins a sign of its own.
func printed(text string, room int) string {
	text = strings.ReplaceAll(line(shown(text)), "&", "&&")
	runes := []rune(text)
	if len(runes) <= room {
		return text
	}
	return strings.TrimRight(string(runes[:room-1]), "& ") + "…"
}
