package spreadsheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// stream writes the head, the rows, and what is to be said of those that are not there.
func (t *tab) stream() error {
	w, err := t.file.NewStreamWriter(t.name)
	if err != nil {
		return err
	}
	if err := t.columns(w); err != nil {
		return err
	}
	head := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = excelize.Cell{StyleID: t.headLook(c), Value: fit(shown(c.Head))}
	}
	if err := w.SetRow("A1", head, excelize.RowOpts{Height: t.headHeight()}); err != nil {
		return err
	}
	for i, row := range t.Rows {
		if err := w.SetRow("A"+strconv.Itoa(i+2), t.cells(row), excelize.RowOpts{Height: t.height(row)}); err != nil {
			return err
		}
	}
	if said := t.left(); said != "" {
		if err := w.SetRow("A"+strconv.Itoa(len(t.Rows)+3), []any{excelize.Cell{StyleID: t.looks.text, Value: said}}); err != nil {
			return err
		}
	}
	return w.Flush()
}

// left says what the sheet does not have.
func (t *tab) left() string {
	if len(t.Rows) == 0 {
		return shown(t.Empty)
	}
	said := t.rest
	if t.unlinked > 0 {
		said += fmt.Sprintf("%d cells have no link: a sheet holds %d links, each of %d characters at most, to files beside it or to the web.",
			t.unlinked, linkLimit, addressLimit)
	}
	return strings.TrimSpace(said)
}

func (t *tab) columns(w *excelize.StreamWriter) error {
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if len(t.Columns) > 2 { // then the first column, which names the row, stays too
		panes = &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}
	}
	if err := w.SetPanes(panes); err != nil {
		return err
	}
	for i := len(t.Columns); i > 0; i-- { // the library puts each before those that it has, and Excel wants them in their order
		if err := w.SetColWidth(i, i, t.widths[i-1]); err != nil {
			return err
		}
		if err := w.SetColStyle(i, i, t.looks.text); err != nil {
			return err
		}
	}
	return nil
}

func (t *tab) headLook(c Column) int {
	if c.Theirs {
		return t.looks.headTheirs
	}
	return t.looks.head
}

func (t *tab) cells(row []Cell) []any {
	out := make([]any, len(row))
	for i, c := range row {
		if t.Columns[i].Theirs {
			out[i] = excelize.Cell{StyleID: t.looks.theirs, Value: typed(fit(shown(c.Text)))}
			continue
		}
		if c.Text != "" { // what is not written looks as its column does
			out[i] = t.cell(c)
		}
	}
	return out
}

func (t *tab) cell(c Cell) excelize.Cell {
	out := excelize.Cell{StyleID: t.looks.text, Value: typed(fit(shown(c.Text)))}
	if n, ok := whole(c); ok {
		out = excelize.Cell{StyleID: t.looks.number, Value: n}
	}
	if n, ok := serial(c); ok {
		out = excelize.Cell{StyleID: t.looks.day, Value: n}
	}
	if _, ok := t.target(c.Href); ok && c.Href != "" {
		out.StyleID = t.looks.linked[out.StyleID]
	}
	return out
}

// typed is the value of a text; of none, no value, so that a count of what is filled in leaves it out.
func typed(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// exactly is how many digits a spreadsheet keeps of a number.
const exactly = 15

// whole returns the number that a cell holds, if a spreadsheet shows it digit for digit.
func whole(c Cell) (int64, bool) {
	if c.As != Number || len(strings.TrimPrefix(c.Text, "-")) > exactly {
		return 0, false
	}
	n, err := strconv.ParseInt(c.Text, 10, 64)
	return n, err == nil && strconv.FormatInt(n, 10) == c.Text
}

var (
	dayZero  = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	dayFirst = time.Date(1900, time.March, 1, 0, 0, 0, 0, time.UTC) // spreadsheets do not agree on the days before
)

// serial returns the number by which a spreadsheet knows a day.
func serial(c Cell) (int, bool) {
	if c.As != Day {
		return 0, false
	}
	day, err := time.Parse(time.DateOnly, c.Text)
	if err != nil || day.Before(dayFirst) {
		return 0, false
	}
	return int(day.Sub(dayZero).Hours() / 24), true
}
