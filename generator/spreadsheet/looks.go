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
)

func newLooks(f *excelize.File) (looks, error) {
	var failed []error
	style := func(s excelize.Style) int {
		n, err := f.NewStyle(&s)
		failed = append(failed, err)
		return n
	}
	isoDay := "yyyy-mm-dd"
	text := excelize.Style{NumFmt: formatText, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	number := excelize.Style{NumFmt: formatWhole, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right"}}
	day := excelize.Style{CustomNumFmt: &isoDay, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"}}
	out := looks{
		head:       style(framed(text, headFill, excelize.Font{Bold: true})),
		headTheirs: style(framed(text, theirsFill, excelize.Font{Bold: true, Italic: true})),
		theirs:     style(framed(text, theirsFill, excelize.Font{})),
		text:       style(text), number: style(number), day: style(day)}
	out.linked = map[int]int{out.text: style(linked(text)), out.number: style(linked(number)), out.day: style(linked(day))}
	return out, errors.Join(failed...)
}

// framed fills a cell, and draws the lines between cells, which a filling hides.
func framed(s excelize.Style, color string, font excelize.Font) excelize.Style {
	s.Fill, s.Font = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}, &font
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: ruleColor, Style: 1})
	}
	return s
}

func linked(s excelize.Style) excelize.Style {
	s.Font = &excelize.Font{Underline: "single", Color: linkColor}
	return s
}
