// Package chart owns how two pictures are drawn as SVG for the inside of a page: a grid of marks, and bars along a scale. Every
// mark is told from the others by its shape; size and place are set here, in whole pixels, and come out the same every time.
//
// It refuses to know what a mark means, to speak any language, and to choose a colour or a font: the words come from its caller,
// and the rest from a style sheet, by class. Without one a picture is drawn in the colour of the text around it.
//
// A picture is hidden from those who do not see it, and a keyboard passes its links by. The page is to say the same in a table.
package chart

import (
	"encoding/xml"
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"
)

// Label names a row or a column.
type Label struct {
	Text string
	Href string // where it leads, or ""
	Hint string // what the name stands for, shown on pointing at it
}

const (
	page   = 944 // the width that a picture keeps to where it can
	letter = 8   // the width of a letter of a label
	pair   = 13  // the width of two letters of a note, on average
	pitch  = 22  // from one row to the next
	gap    = 12  // between a label and what it names
	sheet  = 25  // the rows of one drawing: further ones follow in another, below heads of their own, and paper breaks between them
)

// pen writes SVG.
type pen struct{ strings.Builder }

func (p *pen) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// begin opens a drawing. Lines at whole numbers come out sharp, because all of it is moved by half a pixel.
func (p *pen) begin(width, height int) {
	p.printf(`<svg class="chart" viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true" focusable="false">`+
		`<g transform="translate(.5 .5)" fill="none" stroke="currentColor">`, width, height, width, height)
}

func (p *pen) end() { p.WriteString("</g></svg>") }

// link draws something as a link, unless it leads nowhere.
func (p *pen) link(href string, draw func()) {
	if href == "" {
		draw()
		return
	}
	p.printf(`<a href="%s" tabindex="-1">`, escape(href))
	draw()
	p.WriteString("</a>")
}

// label draws a name. attrs place it.
func (p *pen) label(l Label, attrs string) {
	p.link(l.Href, func() { p.text("label", l.Text, l.Hint, attrs) })
}

func (p *pen) text(class, words, hint, attrs string) {
	p.printf(`<text class="%s" fill="currentColor" stroke="none" %s>%s%s</text>`, class, attrs, escape(words), title(hint))
}

// title returns what is shown on pointing at the element around it.
func title(words string) string {
	if words == "" {
		return ""
	}
	return "<title>" + escape(words) + "</title>"
}

// escape returns words for the text and the attributes of XML; what XML cannot hold becomes a sign for it.
func escape(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a Builder fails at nothing
	return b.String()
}

// widest returns the width of the longest of labels.
func widest(labels []Label) int {
	n := 0
	for _, l := range labels {
		n = max(n, utf8.RuneCountInString(l.Text))
	}
	return n * letter
}

// cut shortens a note to a width.
func cut(words string, width int) string {
	n := 2 * width / pair
	if utf8.RuneCountInString(words) <= n {
		return words
	}
	return strings.TrimRight(string([]rune(words)[:max(0, n-1)]), " ,.;:") + "…"
}

// sheets cuts rows into those of one drawing each, about as many in all of them. A drawing begins with a row that may be its first.
// Without rows there is one drawing all the same.
func sheets[T any](rows []T, first func(T) bool) [][]T {
	var out [][]T
	for left := max(1, (len(rows)+sheet-1)/sheet); len(rows) > 0 || out == nil; left = max(1, left-1) {
		n := (len(rows) + left - 1) / left
		for n < len(rows) && !first(rows[n]) {
			n++
		}
		out, rows = append(out, rows[:n]), rows[n:]
	}
	return out
}

func (p *pen) html() template.HTML { return template.HTML(p.String()) }
