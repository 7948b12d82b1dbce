package spreadsheet

import (
	"errors"

	"github.com/xuri/excelize/v2"
)

// looks are the styles of a workbook, by their numbers in it. A style is a number format too: "@" keeps what is typed into a cell
// text, so that nothing becomes a formula by being edited.
type looks struct {
	head, headTheirs, text, theirs, number, day int
	linked                                      map[int]int // the look of a link for another look
}

// The number formats that Excel has a number for.
const (
	formatWhole = 1  // "0"
	formatText  = 49 // "@"
)

const (
	headFill   = "E4E7EB"
	theirsFill = "F3F3F3"
	ruleColor  = "C9CDD2"
	linkColor  = "0B5394"
	fontSize   = 11 // that of a cell without a style
)

// ruled is the line below a row, by which a wide sheet is read across on paper, where the lines between cells are not printed.
var ruled = []excelize.Border{{Type: "bottom", Color: ruleColor, Style: 1}}

func newLooks(f *excelize.File) (looks, error) {
	family, err := f.GetDefaultFont()
	failed := []error{err}
	style := func(s excelize.Style) int {
		n, err := f.NewStyle(&s)
		failed = append(failed, err)
		return n
	}
	isoDay := "yyyy-mm-dd"
	text := excelize.Style{NumFmt: formatText, Border: ruled, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	number := excelize.Style{NumFmt: formatWhole, Border: ruled, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}}
	day := excelize.Style{CustomNumFmt: &isoDay, Border: ruled, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}}
	out := looks{
		head:       style(framed(text, headFill, excelize.Font{Family: family, Size: fontSize, Bold: true})),
		headTheirs: style(framed(text, theirsFill, excelize.Font{Family: family, Size: fontSize, Bold: true, Italic: true})),
		theirs:     style(framed(text, theirsFill, excelize.Font{Family: family, Size: fontSize})),
		text:       style(text), number: style(number), day: style(day)}
	out.linked = map[int]int{out.text: style(linked(text, family)), out.number: style(linked(number, family)), out.day: style(linked(day, family))}
	return out, errors.Join(failed...)
}

// framed fills a cell, and draws the lines between cells, which a filling hides.
func framed(s excelize.Style, color string, font excelize.Font) excelize.Style {
	s.Fill, s.Font = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}, &font
	s.Border = nil
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: ruleColor, Style: 1})
	}
	return s
}

func linked(s excelize.Style, family string) excelize.Style {
	s.Font = &excelize.Font{Family: family, Size: fontSize, Underline: "single", Color: linkColor}
	return s
}
