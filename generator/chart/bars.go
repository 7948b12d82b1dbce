package chart

import (
	"fmt"
	"html/template"
	"unicode/utf8"
)

// Bars is a picture of spans along a scale, in lanes below each other.
type Bars struct {
	Length int    // of the scale
	Short  bool   // the scale is a short one, however much it spans
	Ticks  []Tick // from the left
	Line   Line
	Lanes  []Lane
}

// Tick is a place on the scale, with the words for what follows it.
type Tick struct {
	At   int
	Text string
	Over string // a wider name, above the first that it holds for
}

// Line is a place on the scale that runs through all lanes. There is none without words.
type Line struct {
	At   int
	Text string
}

// Lane is a row of bars.
type Lane struct {
	Label        // none if the lane goes with the one above
	Note  string // words beyond the scale, as far as there is room
	Apart bool   // another family of lanes begins
	Bars  []Bar
	Spots []Spot
}

// Bar is a span with a mark.
type Bar struct {
	From, To int // on the scale; To is where the bar has ended
	Mark     Mark
	Thin     bool   // it has no length of its own, but runs along
	Text     string // stands in it, as far as there is room: a bar with words is as high as they are
	Said     string
	Href     string
}

// Spot is a single place on the scale with a mark.
type Spot struct {
	At   int // the mark stands in the middle between it and the next place
	Mark Mark
	Said string
}

// scale is where the parts of a picture of bars stand, the same for all of its drawings.
type scale struct {
	left, length, pixels int
	note                 int
	width                int
}

const (
	apart    = 7   // between families
	barsTop  = 54  // of the first lane
	narrowTo = 520 // the width of a short scale; a long one has seven pixels for five of its units
	tall     = 8   // half the height of a bar with words
	inset    = 6   // before its words
	stripe   = 6   // from one slanting line to the next
	tickRoom = 24  // the words of a tick with less room than this are left out
)

func (b Bars) scale() scale {
	labels := make([]Label, len(b.Lanes))
	for i, l := range b.Lanes {
		labels[i] = l.Label
	}
	out := scale{left: widest(labels) + gap, length: max(1, b.Length), pixels: max(narrowTo, b.Length*7/5)}
	if b.Short {
		out.pixels = narrowTo
	}
	out.width = out.left + out.pixels + 1
	if out.note = page - out.width - gap; out.note < shortNote {
		out.note = 0
	} else {
		out.width = page
	}
	return out
}

// x returns where a place of the scale is drawn; what lies beyond an end is drawn at it.
func (s scale) x(at int) int { return s.left + min(max(at, 0), s.length)*s.pixels/s.length }

// Draw draws the bars.
func (b Bars) Draw() template.HTML {
	var p pen
	s := b.scale()
	for _, lanes := range sheets(b.Lanes, func(l Lane) bool { return l.Text != "" }) {
		height := barsTop + len(lanes)*pitch
		for i, l := range lanes {
			if l.Apart && i > 0 {
				height += apart
			}
		}
		p.begin(s.width, height+2)
		p.ticks(s, b.Ticks, height)
		p.lanes(s, lanes)
		p.through(s, b.Line, height)
		p.end()
	}
	return p.html()
}

// ticks draws the scale and its words.
func (p *pen) ticks(s scale, ticks []Tick, bottom int) {
	p.printf(`<path class="line" d="M0 %dH%d`, barsTop, s.left+s.pixels)
	for _, t := range ticks {
		p.printf("M%d %dV%d", s.x(t.At), barsTop-16, bottom)
	}
	p.printf(`M%d %dV%d"/>`, s.left+s.pixels, barsTop-16, bottom)
	for i, t := range ticks {
		next := s.left + s.pixels
		if i+1 < len(ticks) {
			next = s.x(ticks[i+1].At)
		}
		if next-s.x(t.At) >= tickRoom {
			p.text("tick", t.Text, "", fmt.Sprintf(`x="%d" y="%d"`, s.x(t.At)+4, barsTop-6))
		}
		if t.Over != "" {
			p.text("tick", t.Over, "", fmt.Sprintf(`x="%d" y="%d"`, s.x(t.At)+4, barsTop-22))
		}
	}
}

// through draws the line that runs through all lanes, and its words on the side where there is more room.
func (p *pen) through(s scale, l Line, bottom int) {
	if l.Text == "" {
		return
	}
	x, side, anchor := s.x(l.At), 4, "start"
	if x > s.left+s.pixels/2 {
		side, anchor = -4, "end"
	}
	p.printf(`<path class="through" d="M%d 2V16M%d %dV%d"/>`, x, x, barsTop, bottom)
	p.text("tick", l.Text, "", fmt.Sprintf(`x="%d" y="12" text-anchor="%s"`, x+side, anchor))
}

func (p *pen) lanes(s scale, lanes []Lane) {
	top := barsTop
	for i, l := range lanes {
		if l.Apart && i > 0 {
			top += apart
		}
		if l.Text != "" {
			p.label(l.Label, fmt.Sprintf(`x="0" y="%d"`, top+15))
		}
		for _, b := range l.Bars {
			p.link(b.Href, func() { p.bar(b, s.x(b.From)+1, s.x(b.To)-1, top+pitch/2) })
		}
		for _, spot := range l.Spots {
			p.mark(spot.Mark, (s.x(spot.At)+s.x(spot.At+1))/2, top+pitch/2, spot.Said)
		}
		if s.note > 0 && l.Note != "" {
			p.text("tail", cut(l.Note, s.note), "", fmt.Sprintf(`x="%d" y="%d"`, page-s.note, top+15))
		}
		top += pitch
	}
}

// bar draws a bar from left to right around a height. What a thin one says that is neither full nor open, a mark in it says.
func (p *pen) bar(b Bar, left, right, y int) {
	mid := (left + right) / 2
	p.printf(`<g class="bar %s">%s`, shapes[b.Mark].class, title(b.Said))
	switch {
	case b.Text != "":
		p.printf(`<path d="%s`, box(left, right, y, tall))
		p.glyph(b.Mark, left, right, mid, y)
		p.WriteString(`"/>`)
		if utf8.RuneCountInString(b.Text)*letter+inset <= right-left {
			p.text("in", b.Text, "", fmt.Sprintf(`x="%d" y="%d"`, left+inset, y+4))
		}
	case !b.Thin:
		p.printf(`<path%s d="%s`, b.Mark.fill(), box(left, right, y, 5))
		p.glyph(b.Mark, left, right, mid, y)
		p.WriteString(`"/>`)
	case b.Mark == Crossed || b.Mark == Barred:
		p.printf(`<path d="%s%s"/>`, box(left, mid-8, y, 2), box(mid+8, right, y, 2))
		p.mark(b.Mark, mid, y, "")
	default:
		p.printf(`<path%s d="%s"/>`, b.Mark.fill(), box(left, right, y, 2))
	}
	p.WriteString("</g>")
}

// glyph draws what stands in a bar: a cross in its middle, or a line along it.
func (p *pen) glyph(m Mark, left, right, mid, y int) {
	switch m {
	case Crossed:
		p.printf("M%d %dl6 6m0-6l-6 6", mid-3, y-3)
	case Barred:
		p.printf("M%d %dH%d", left+4, y, right-4)
	case Hatched:
		p.hatch(left, right, y)
	}
}

// hatch draws slanting lines through a bar with words.
func (p *pen) hatch(left, right, y int) {
	for from := left - 2*tall + stripe; from < right; from += stripe {
		a, b := max(from, left), min(from+2*tall, right)
		p.printf("M%d %dL%d %d", a, y+tall-(a-from), b, y+tall-(b-from))
	}
}

// box returns the path of a rectangle, half as high as given above and below y.
func box(left, right, y, half int) string {
	return fmt.Sprintf("M%d %dH%dV%dH%dz", left, y-half, max(left, right), y+half, left)
}
