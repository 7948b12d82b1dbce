package spreadsheet

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The widths of a column, in characters.
const (
	narrowest   = 9
	widest      = 50
	widthTheirs = 28
	paper       = 210 // what can be read across a sheet of A4 that lies
)

// width is as much as the longest line of a column needs, within limits; a head may be broken between its words.
func (t *tab) width(column int) float64 {
	c := t.Columns[column]
	switch {
	case c.Width > 0:
		return float64(min(c.Width, excelize.MaxColumnWidth))
	case c.Theirs:
		return widthTheirs
	}
	need := narrowest
	for word := range strings.FieldsSeq(c.Head) {
		need = max(need, utf8.RuneCountInString(word)+3) // the arrow of the filter
	}
	for _, row := range t.Rows {
		for line := range strings.SplitSeq(row[column].Text, "\n") {
			if need = max(need, utf8.RuneCountInString(line)+2); need >= widest {
				return widest
			}
		}
	}
	return float64(min(need, widest))
}

// across is how many pages the sheet is wide in print, so that it can still be read.
func (t *tab) across() int {
	sum := 0.0
	for _, w := range t.widths {
		sum += w
	}
	return max(1, int(math.Ceil(sum/paper)))
}
