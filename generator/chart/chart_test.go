package chart_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"trustpress/generator/chart"
)

// drawn is what a reader of XML finds in a drawing.
type drawn struct {
	elements []xml.StartElement
	words    []string
}

// read parses drawings, or fails.
func read(t *testing.T, svg string) drawn {
	t.Helper()
	var out drawn
	d := xml.NewDecoder(strings.NewReader("<page>" + svg + "</page>"))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			out.elements = append(out.elements, token.Copy())
		case xml.CharData:
			out.words = append(out.words, string(token))
		}
	}
}

func (d drawn) named(name string) []xml.StartElement {
	return slices.DeleteFunc(slices.Clone(d.elements), func(e xml.StartElement) bool { return e.Name.Local != name })
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func grid(columns, rows int) chart.Grid {
	var out chart.Grid
	for i := range columns {
		out.Columns = append(out.Columns, chart.Column{Label: chart.Label{Text: fmt.Sprintf("A.5.%d", i+1)}})
	}
	for i := range rows {
		out.Rows = append(out.Rows, chart.Row{Label: chart.Label{Text: fmt.Sprintf("AC-%02d", i), Href: "x"}, Note: "What it is",
			Cells: []chart.Cell{{Column: i % columns, Mark: chart.Full, Said: "mapped"}}})
	}
	return out
}

// Marks are told apart without colour, and so without their classes.
func TestMarksDifferInShape(t *testing.T) {
	class := regexp.MustCompile(` class="[^"]*"`)
	seen := map[string]chart.Mark{}
	for m := chart.Full; m <= chart.CircleBarred; m++ {
		shape := class.ReplaceAllString(string(chart.Key(m)), "")
		if other, ok := seen[shape]; ok {
			t.Errorf("marks %d and %d are drawn alike: %s", m, other, shape)
		}
		seen[shape] = m
	}
}

var at = regexp.MustCompile(`^translate\((\d+) (\d+)\)$`)

// Marks of a column stand below each other, and marks of a row beside each other.
func TestCellsStandWhereRowAndColumnMeet(t *testing.T) {
	g := grid(3, 2)
	g.Rows[0].Cells = []chart.Cell{{Column: 0, Mark: chart.Full}, {Column: 2, Mark: chart.Crossed}}
	g.Rows[1].Cells = []chart.Cell{{Column: 2, Mark: chart.Open}}
	var places [][]string
	for _, e := range read(t, string(g.Draw())).named("path") {
		if strings.HasPrefix(attr(e, "class"), "mark") {
			places = append(places, at.FindStringSubmatch(attr(e, "transform"))[1:])
		}
	}
	if len(places) != 3 || places[0][1] != places[1][1] || places[1][0] != places[2][0] || places[0][0] == places[1][0] || places[1][1] == places[2][1] {
		t.Errorf("marks stand at %v", places)
	}
}

// Thirty-seven controls of a standard fit a page, because their labels run upwards. Eight are read without a turn of the head.
func TestManyColumnsStayWithinThePage(t *testing.T) {
	for columns, upright := range map[int]bool{8: false, 37: true} {
		svg := string(grid(columns, 4).Draw())
		if got := strings.Contains(svg, "rotate(-90)"); got != upright {
			t.Errorf("%d columns: upright is %v", columns, got)
		}
		if width, err := strconv.Atoi(attr(read(t, svg).named("svg")[0], "width")); err != nil || width > 944 {
			t.Errorf("%d columns are %d wide", columns, width)
		}
	}
}

// A hundred rows are four drawings, each with the heads of the columns, so that no reader loses them and paper breaks between.
func TestManyRowsRepeatTheirHeads(t *testing.T) {
	read := read(t, string(grid(2, 100).Draw()))
	if n := len(read.named("svg")); n != 4 {
		t.Errorf("%d drawings", n)
	}
	if n := count(read.words, "A.5.2"); n != 4 {
		t.Errorf("the head of a column stands %d times", n)
	}
	if n := count(read.words, "AC-99"); n != 1 {
		t.Errorf("the last row stands %d times", n)
	}
}

// What goes with the row above is not torn from it, not even if that is all there is.
func TestLanesStayTogether(t *testing.T) {
	for _, labelled := range []int{1, 10} {
		var b chart.Bars
		for i := range 80 {
			l := chart.Lane{Bars: []chart.Bar{{To: 1, Mark: chart.Full}}}
			if i%labelled == 0 && (labelled > 1 || i == 0) {
				l.Text = fmt.Sprint("CTL-", i)
			}
			b.Lanes = append(b.Lanes, l)
		}
		drawings := strings.SplitAfter(string(b.Draw()), "</svg>")
		for _, d := range drawings[:len(drawings)-1] {
			if before, _, ok := strings.Cut(d, `class="bar`); !ok || !strings.Contains(before, "CTL-") {
				t.Errorf("a drawing has no bars, or begins with one that no label is beside:\n%s", d)
			}
		}
	}
}

func count(all []string, word string) int {
	n := 0
	for _, w := range all {
		if w == word {
			n++
		}
	}
	return n
}

var box = regexp.MustCompile(`^M(\d+) \d+H(\d+)V`)

// ends returns where each bar begins and ends.
func ends(t *testing.T, b chart.Bars) (out [][2]int) {
	t.Helper()
	for _, e := range read(t, string(b.Draw())).named("path") {
		if m := box.FindStringSubmatch(attr(e, "d")); m != nil {
			var from, to int
			fmt.Sscan(m[1], &from)
			fmt.Sscan(m[2], &to)
			out = append(out, [2]int{from, to})
		}
	}
	return out
}

// Bars are as long as their spans, do not touch, and keep to the scale.
func TestBarsFollowTheScale(t *testing.T) {
	got := ends(t, chart.Bars{Length: 100, Lanes: []chart.Lane{{Bars: []chart.Bar{
		{From: 0, To: 50, Mark: chart.Full}, {From: 50, To: 100, Mark: chart.Open}, {From: -30, To: 130, Mark: chart.Open}}}}})
	if len(got) != 3 {
		t.Fatalf("bars: %v", got)
	}
	half, rest, beyond := got[0], got[1], got[2]
	if half[1]-half[0] != rest[1]-rest[0] || rest[0] <= half[1] {
		t.Errorf("two halves are %v and %v", half, rest)
	}
	if beyond != [2]int{half[0], rest[1]} {
		t.Errorf("what lies beyond the scale is drawn at %v, the scale is from %d to %d", beyond, half[0], rest[1])
	}
}

// A short scale is as long for five years as for one, and a spot stands on it in the middle of its place.
func TestShortScale(t *testing.T) {
	const days = 1826
	lanes := []chart.Lane{{Bars: []chart.Bar{{To: days, Mark: chart.Full}}, Spots: []chart.Spot{{At: days / 2, Mark: chart.Ring, Said: "issued"}}}}
	long, short := chart.Bars{Length: days, Lanes: lanes}, chart.Bars{Length: days, Short: true, Lanes: lanes}
	year := chart.Bars{Length: 365, Lanes: []chart.Lane{{Bars: []chart.Bar{{To: 365, Mark: chart.Full}}}}}
	if got, want := ends(t, short)[0], ends(t, year)[0]; got[1]-got[0] > want[1]-want[0]+2 || ends(t, long)[0][1] < 2*got[1] {
		t.Errorf("five years are drawn from %d to %d, one from %d to %d", got[0], got[1], want[0], want[1])
	}
	svg := string(short.Draw())
	for _, e := range read(t, svg).named("path") {
		if m := at.FindStringSubmatch(attr(e, "transform")); m != nil {
			end := ends(t, short)[0]
			if x, err := strconv.Atoi(m[1]); err != nil || x < (end[0]+end[1])/2-2 || x > (end[0]+end[1])/2+2 {
				t.Errorf("the spot stands at %d, the bar runs from %d to %d", x, end[0], end[1])
			}
		}
	}
	if words := read(t, svg).words; count(words, "issued") != 1 {
		t.Errorf("the spot is said in %q", words)
	}
	if strings.Contains(svg, "through") {
		t.Errorf("a line runs through that nobody asked for:\n%s", svg)
	}
}

// The words of ticks that stand too close to the next are left out; what the ticks are above is not.
func TestTicksWithoutRoomSayNothing(t *testing.T) {
	words := read(t, string(chart.Bars{Length: 365, Ticks: []chart.Tick{{At: 0, Text: "Oct", Over: "2025"}, {At: 3, Text: "Nov"}}}.Draw())).words
	if slices.Contains(words, "Oct") || !slices.Contains(words, "Nov") || !slices.Contains(words, "2025") {
		t.Errorf("ticks say %q", words)
	}
}

// A picture is hidden from assistive technology, which has the table, so none of its links takes the focus.
func TestPicturesTakeNoFocus(t *testing.T) {
	svg := string(grid(2, 2).Draw())
	all := read(t, svg)
	for _, e := range all.named("svg") {
		if attr(e, "aria-hidden") != "true" {
			t.Errorf("a drawing is not hidden: %v", e)
		}
	}
	links := all.named("a")
	if len(links) != 2 {
		t.Errorf("%d links in\n%s", len(links), svg)
	}
	for _, e := range links {
		if attr(e, "tabindex") != "-1" {
			t.Errorf("a link takes the focus: %v", e)
		}
	}
}

// Whatever the words are, a drawing is well-formed XML of our own elements alone, and says the words and nothing else of them.
func FuzzDraw(f *testing.F) {
	f.Add("AC-01", "Access", "../controls/ac-01/index.html", uint8(1), 3)
	f.Add(`<script>alert("1")</script>`, "]]>&amp;\x00\xff", `javascript:"'><x>`, uint8(7), -5)
	f.Add("Å\u2028\n\t", strings.Repeat("long ", 99), "#a&b", uint8(4), 400)
	f.Fuzz(func(t *testing.T, name, words, href string, mark uint8, place int) {
		m := chart.Mark(mark % uint8(chart.CircleBarred+1))
		label := chart.Label{Text: name, Href: href, Hint: words}
		g := chart.Grid{Columns: []chart.Column{{Label: label, Mark: m, Said: words, Loud: true}},
			Rows: []chart.Row{{Label: label, Note: words, Cells: []chart.Cell{{Mark: m, Said: words, Href: href}}}}}
		b := chart.Bars{Length: place, Ticks: []chart.Tick{{At: place, Text: name, Over: words}}, Line: chart.Line{At: place, Text: name},
			Lanes: []chart.Lane{{Label: label, Note: words, Bars: []chart.Bar{{From: place, To: 2 * place, Mark: m, Thin: place%2 == 0, Said: words, Href: href}},
				Spots: []chart.Spot{{At: place, Mark: m, Said: words}}}}}
		for _, draw := range []func() string{func() string { return string(g.Draw()) }, func() string { return string(b.Draw()) }} {
			svg := draw()
			sound(t, svg, label)
			if draw() != svg {
				t.Error("drawn again it is another")
			}
		}
	})
}

func sound(t *testing.T, svg string, label chart.Label) {
	t.Helper()
	all := read(t, svg)
	for _, e := range all.elements {
		if !slices.Contains([]string{"page", "svg", "g", "a", "path", "rect", "text", "title"}, e.Name.Local) {
			t.Errorf("an element %q stands in\n%s", e.Name.Local, svg)
		}
	}
	for _, want := range []string{label.Text, label.Hint} {
		if want = legible(want); want != "" && !slices.Contains(all.words, want) {
			t.Errorf("%q is not said in\n%s", want, svg)
		}
	}
	for _, a := range all.named("a") {
		if attr(a, "href") != legible(label.Href) {
			t.Errorf("a link leads to %q, want %q", attr(a, "href"), label.Href)
		}
	}
}

// legible returns what XML can hold of a text.
func legible(text string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, text)
}

// A bar shows its words as far as there is room for them, and a hatched one its lines inside its ends.
func TestBarsWithWords(t *testing.T) {
	draw := func(bar chart.Bar) string {
		return string(chart.Bars{Length: 100, Lanes: []chart.Lane{{Label: chart.Label{Text: "A"}, Bars: []chart.Bar{bar}}}}.Draw())
	}
	if wide := draw(chart.Bar{From: 0, To: 100, Mark: chart.Open, Text: "4.2 <b>"}); !strings.Contains(wide, ">4.2 &lt;b&gt;</text>") {
		t.Errorf("a wide bar lacks its words: %s", wide)
	}
	if short := draw(chart.Bar{From: 0, To: 2, Mark: chart.Open, Text: "2026.1"}); strings.Contains(short, "2026.1") {
		t.Errorf("words stand in a bar that is too short for them: %s", short)
	}
	full, none := draw(chart.Bar{From: 0, To: 100, Mark: chart.Hatched, Text: " "}), draw(chart.Bar{From: 0, To: 100, Mark: chart.Open, Text: " "})
	if strings.Count(full, "L") <= strings.Count(none, "L") {
		t.Errorf("a hatched bar has no lines: %s", full)
	}
}
