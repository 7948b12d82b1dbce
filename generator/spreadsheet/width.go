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
	widestLong  = 80  // of a column with a line of
	long        = 300 // so many, or with a word that is as wide
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
	longest, unbroken := narrowest, narrowest
	for word := range strings.FieldsSeq(c.Head) {
		unbroken = max(unbroken, utf8.RuneCountInString(word)+3) // the arrow of the filter
	}
	for _, row := range t.Rows {
		for line := range strings.SplitSeq(row[column].Text, "\n") {
			if longest = max(longest, utf8.RuneCountInString(line)+2); longest >= long {
				return widestLong
			}
			for word := range strings.FieldsSeq(line) {
				unbroken = max(unbroken, utf8.RuneCountInString(word)+2)
			}
		}
	}
	return float64(max(min(longest, widest), min(unbroken, widestLong)))
}

// across is how many pages the sheet is wide in print, so that it can still be read.
func (t *tab) across() int {
	sum := 0.0
	for _, w := range t.widths {
		sum += w
	}
	return max(1, int(math.Ceil(sum/paper)))
}

const (
	lineHeight = 15.0 // points
	tallest    = 409.0
	perDigit   = 1.08 // letters of a text that go where a digit goes, of which the width of a column is a number
)

// height is as much as the cells of a row need. Excel would work it out on opening the file; others take what stands there.
func (t *tab) height(row []Cell) float64 {
	most := 1
	for i, c := range row {
		most = max(most, linesIn(c.Text, int(t.widths[i]*perDigit)))
	}
	return min(tallest, lineHeight*float64(most))
}

func (t *tab) headHeight() float64 {
	most := 1
	for i, c := range t.Columns {
		most = max(most, linesIn(c.Head, int(t.widths[i])-2)) // it is bold, and has the arrow of the filter
	}
	return min(tallest, lineHeight*float64(most))
}

// linesIn is how many lines a text has in a column, broken between its words as far as they go into a line.
func linesIn(text string, width int) int {
	if len(text) < width {
		return 1 + strings.Count(text, "\n")
	}
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		used := 0
		for word := range strings.FieldsSeq(line) {
			size := utf8.RuneCountInString(word)
			if used > 0 && used+1+size > width {
				n, used = n+1, 0
			}
			if used > 0 {
				used++
			}
			used += size
			n, used = n+max(0, used-1)/width, (used-1)%width+1
		}
	}
	return n
}
