package chart

import "html/template"

// Mark is a shape. Marks of one form belong together: squares stand in cells and bars, circles at the heads of columns.
type Mark uint8

const (
	None          Mark = iota
	Full               // a filled square
	Crossed            // an open square with a cross in it
	Barred             // an open square with a bar in it
	Open               // an open square
	Hatched            // an open square with slanting lines in it
	Ring               // a ring
	Circle             // an open circle
	CircleCrossed      // an open circle with a cross in it
	CircleBarred       // an open circle with a bar in it
)

// shape is how a mark is drawn, around the point 0 0.
type shape struct {
	class string
	path  string
}

const (
	square = "M-5-5h10v10h-10z"
	circle = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
	hole   = "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z"
	cross  = "M-2.5-2.5l5 5m0-5l-5 5"
	bar    = "M-2.5 0h5"
	slants = "M-5 0l5-5M-5 5l10-10M0 5l5-5"
)

var shapes = [...]shape{
	Full:          {"full", square},
	Crossed:       {"crossed", square + cross},
	Barred:        {"barred", square + bar},
	Open:          {"open", square},
	Hatched:       {"hatched", square + slants},
	Ring:          {"ring", circle + hole},
	Circle:        {"circle", circle},
	CircleCrossed: {"crossed", circle + cross},
	CircleBarred:  {"barred", circle + bar},
}

// fill returns the attributes of a mark that is filled.
func (m Mark) fill() string {
	if m == Full || m == Ring {
		return ` fill="currentColor" fill-rule="evenodd"`
	}
	return ""
}

// mark draws a mark around a point.
func (p *pen) mark(m Mark, x, y int, said string) {
	if m == None {
		return
	}
	p.printf(`<path class="mark %s"%s transform="translate(%d %d)" d="%s">%s</path>`, shapes[m].class, m.fill(), x, y, shapes[m].path, title(said))
}

// Key returns a mark alone, as it stands in a legend.
func Key(m Mark) template.HTML {
	var p pen
	p.begin(12, 12)
	p.mark(m, 5, 5, "")
	p.end()
	return p.html()
}
