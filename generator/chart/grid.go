package chart

import (
	"fmt"
	"html/template"
	"slices"
)

// Grid is a picture of rows and columns with marks where they meet.
type Grid struct {
	Columns []Column
	Rows    []Row
}

// Column is a column of a grid.
type Column struct {
	Label
	Mark Mark   // of the column as a whole, at its head
	Said string // what that mark means
	Loud bool   // the eye is led down the column, in which nothing stands
}

// Row is a row of a grid.
type Row struct {
	Label
	Note  string // words beyond the last column, as far as there is room
	Cells []Cell // where a mark stands
}

// Cell is a mark in a row.
type Cell struct {
	Column int
	Mark   Mark
	Said   string // what it means here
	Href   string
}

// plan is where the parts of a grid stand, the same for all of its drawings.
type plan struct {
	left    int  // of the first column
	column  int  // the width of a column
	upright bool // the labels of columns run upwards
	label   int  // the line on which labels of columns end
	top     int  // of the first row
	width   int
	note    int // the room for a note
}

const (
	narrow    = 24  // a column whose label runs upwards
	wide      = 480 // the width up to which the labels of columns run across
	shortNote = 80  // a note with less room than this is left out
)

func (g Grid) plan() plan {
	columns, rows := make([]Label, len(g.Columns)), make([]Label, len(g.Rows))
	for i, c := range g.Columns {
		columns[i] = c.Label
	}
	for i, r := range g.Rows {
		rows[i] = r.Label
	}
	head := widest(columns)
	out := plan{left: widest(rows) + gap, column: head + gap, label: 14}
	if out.column*len(columns) > wide {
		out.column, out.upright, out.label = narrow, true, head+2
	}
	out.top = out.label + 8
	if slices.ContainsFunc(g.Columns, func(c Column) bool { return c.Mark != None }) {
		out.top += 16
	}
	out.width = out.left + out.column*len(columns) + 1
	if out.note = page - out.width - gap; out.note < shortNote {
		out.note = 0
	} else {
		out.width = page
	}
	return out
}

// centre returns the middle of a column.
func (l plan) centre(column int) int { return l.left + column*l.column + l.column/2 }

// Draw draws the grid.
func (g Grid) Draw() template.HTML {
	var p pen
	l := g.plan()
	for _, rows := range sheets(g.Rows, func(Row) bool { return true }) {
		p.begin(l.width, l.top+len(rows)*pitch+2)
		for i, c := range g.Columns {
			p.column(l, i, c, len(rows))
		}
		if len(rows) > 0 {
			p.lines(l, len(g.Columns), len(rows))
		}
		for i, r := range rows {
			p.row(l, r, l.top+i*pitch)
		}
		p.end()
	}
	return p.html()
}

// column draws the head of a column.
func (p *pen) column(l plan, i int, c Column, rows int) {
	x := l.centre(i)
	if c.Loud {
		p.printf(`<rect class="loud" stroke="none" x="%d" y="0" width="%d" height="%d"/>`, x-l.column/2+1, l.column-1, l.top+rows*pitch)
	}
	if l.upright {
		p.label(c.Label, fmt.Sprintf(`transform="translate(%d %d) rotate(-90)"`, x+4, l.label))
	} else {
		p.label(c.Label, fmt.Sprintf(`x="%d" y="%d" text-anchor="middle"`, x, l.label))
	}
	p.mark(c.Mark, x, l.top-11, c.Said)
}

// lines draws what leads the eye along the rows and the columns.
func (p *pen) lines(l plan, columns, rows int) {
	p.WriteString(`<path class="line" d="`)
	right, bottom := l.left+columns*l.column, l.top+rows*pitch
	for i := range columns + 1 {
		p.printf("M%d %dV%d", l.left+i*l.column, l.top, bottom)
	}
	for i := range rows + 1 {
		p.printf("M0 %dH%d", l.top+i*pitch, right)
	}
	p.WriteString(`"/>`)
}

func (p *pen) row(l plan, r Row, top int) {
	p.label(r.Label, fmt.Sprintf(`x="0" y="%d"`, top+15))
	for _, c := range r.Cells {
		p.link(c.Href, func() { p.mark(c.Mark, l.centre(c.Column), top+pitch/2, c.Said) })
	}
	if l.note > 0 && r.Note != "" {
		p.text("tail", cut(r.Note, l.note), "", fmt.Sprintf(`x="%d" y="%d"`, page-l.note, top+15))
	}
}
