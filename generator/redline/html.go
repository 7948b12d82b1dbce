package redline

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// HTML returns the redline for a page, in an element of class "redline". prefix stands before the anchors of the changes, for a page with
// more than one redline.
func (r *Redline) HTML(w Words, prefix string) string {
	p := &page{words: w, prefix: prefix, changes: r.Changes}
	for k := range r.entries {
		p.entry(&r.entries[k])
	}
	p.boxes(nil, nil)
	return p.out.String()
}

// page writes the HTML of a redline.
type page struct {
	out     strings.Builder
	words   Words
	prefix  string
	changes []Change
	open    []openBox
	anchor  string // of the change that begins here, until it stands somewhere
}

// openBox is a box that has not ended. Of an ordered list it counts the items, so that one that was deleted takes no number.
type openBox struct {
	*element
	number int
	ghosts bool // an item stands there that the new text does not number
}

func (p *page) entry(e *entry) {
	fresh := p.boxes(e.path, e)
	if e.first {
		p.anchor = p.prefix + p.changes[e.hunk].ID
	}
	switch l := e.leaf; {
	case e.op == MovedAway:
		p.movedAway(e, fresh)
	case l.kind.row():
		p.row(e)
	case l.kind.Name == Code:
		p.code(e)
	case l.kind.Name == Rule:
		p.rule(e)
	default:
		p.text(e, fresh)
	}
	p.out.WriteByte('\n')
}

// boxes ends and begins boxes until those of an entry are open; it reports whether the innermost begins with it.
func (p *page) boxes(path []*element, e *entry) (fresh bool) {
	n := 0
	for n < len(p.open) && n < len(path) && p.open[n].element == path[n] {
		n++
	}
	for len(p.open) > n {
		last := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		p.out.WriteString("</" + last.name + ">\n")
	}
	for ; n < len(path); n++ {
		p.begin(path[n], e, n == len(path)-1)
		fresh = true
	}
	return fresh
}

// begin writes the tag of a box. An item bears the class of the words that stand in it without a tag of their own.
func (p *page) begin(box *element, e *entry, innermost bool) {
	tag := box.tag("")
	if bare := e.leaf.element == nil || e.op == MovedAway; innermost && bare && box.name == "li" || box.made && box.name == "tr" {
		tag = box.tag(e.class())
	}
	if n := len(p.open); n > 0 && box.name == "li" && p.open[n-1].name == "ol" {
		tag = p.open[n-1].numbered(tag, box, e)
	}
	p.out.WriteString(tag)
	p.open = append(p.open, openBox{element: box, number: box.start - 1})
}

// numbered gives an item the number that it has in the new text, where an item before it would shift it.
func (list *openBox) numbered(tag string, item *element, e *entry) string {
	if item.old || item.made {
		list.ghosts = list.ghosts || !list.old
		return tag
	}
	list.number++
	if !list.ghosts {
		return tag
	}
	list.ghosts = false
	return strings.TrimSuffix(tag, ">") + ` value="` + strconv.Itoa(list.number) + `">`
}

func (e *entry) class() string {
	if e.op == Same {
		return ""
	}
	return string(e.op)
}

// text writes a paragraph, a heading, or words that stand in their box without a tag.
func (p *page) text(e *entry, fresh bool) {
	name := ""
	switch {
	case e.leaf.element != nil:
		name = e.leaf.element.name
		p.out.WriteString(e.leaf.element.tag(e.class()))
	case !fresh:
		name = "div"
		p.out.WriteString((&element{name: "div"}).tag(e.class()))
	}
	p.before(e)
	for _, c := range e.cells {
		p.runs(c.runs)
	}
	p.after(e)
	p.close(name)
}

func (p *page) close(name string) {
	if name != "" {
		p.out.WriteString("</" + name + ">")
	}
}

// before writes what a reader is told before the words of an entry.
func (p *page) before(e *entry) {
	if e.op == Moved && e.first {
		p.remark(p.words.Moved)
	}
	if e.was != nil {
		p.remark(p.words.was(*e.was, e.leaf.kind))
	}
}

func (p *page) after(e *entry) {
	if e.op == Moved && e.last {
		p.aloud(" ", p.words.MovedEnd)
	}
	p.anchored()
}

// anchored leaves the anchor of a change where no word could bear it.
func (p *page) anchored() {
	if p.anchor != "" {
		p.out.WriteString("<span" + p.id() + "></span>")
	}
}

// id returns the anchor as an attribute, once.
func (p *page) id() string {
	if p.anchor == "" {
		return ""
	}
	out := ` id="` + html.EscapeString(p.anchor) + `"`
	p.anchor = ""
	return out
}

func (p *page) remark(text string) {
	if text != "" {
		p.out.WriteString("<span" + p.id() + ` class="remark">` + html.EscapeString(text) + "</span> ")
	}
}

func (p *page) aloud(before, text string) {
	if text != "" {
		p.out.WriteString(`<span class="aloud">` + before + html.EscapeString(text) + "</span>")
	}
}

// movedAway writes the mark that a block left behind.
func (p *page) movedAway(e *entry, fresh bool) {
	begin, end := `<p class="moved-away">`, "</p>"
	switch inner := innermost(e.path); {
	case inner == "tbody" || inner == "thead":
		begin, end = `<tr class="moved-away">`+span(max(1, len(e.leaf.cells))).tag(""), "</td></tr>"
	case fresh && (inner == "li" || inner == "td"):
		begin, end = "", ""
	}
	p.out.WriteString(begin + `<span class="remark"><a href="#` + html.EscapeString(p.prefix+p.changes[e.hunk].ID) + `">` +
		html.EscapeString(strings.TrimSpace(p.words.MovedAway+" "+beginning(e.leaf.plain()))) + "</a></span>" + end)
}

func (p *page) row(e *entry) {
	row := e.leaf.element
	p.out.WriteString(row.tag(e.class()) + "\n")
	for k, c := range e.cells {
		class := ""
		if c.op != Same {
			class = string(c.op)
		}
		p.out.WriteString(c.cell.element.tag(class))
		if k == 0 {
			p.before(e)
		}
		p.runs(c.runs)
		if k == len(e.cells)-1 {
			p.after(e)
		}
		p.out.WriteString("</" + c.cell.element.name + ">\n")
	}
	p.out.WriteString("</tr>")
}

// span returns a cell over all columns of a table.
func span(width int) *element {
	e := made("td")
	if width > 1 {
		e.attrs = ` colspan="` + strconv.Itoa(width) + `"`
	}
	return e
}

func (p *page) code(e *entry) {
	if e.op != Same && (e.was != nil || e.op == Moved) {
		p.out.WriteString("<p>")
		p.before(e)
		p.out.WriteString("</p>\n")
	}
	p.out.WriteString(e.leaf.element.tag(e.class()))
	if e.leaf.inner != nil {
		p.out.WriteString(e.leaf.inner.tag(""))
	}
	p.runs(lines(e.cells))
	p.after(e)
	if e.leaf.inner != nil {
		p.out.WriteString("</code>")
	}
	p.out.WriteString("</pre>")
}

// lines makes one run of neighbouring lines with one fate.
func lines(cells []shownCell) []run {
	var out []run
	for _, c := range cells {
		for _, r := range c.runs {
			if n := len(out); n > 0 && out[n-1].op == r.op {
				out[n-1].tokens = append(out[n-1].tokens[:len(out[n-1].tokens):len(out[n-1].tokens)], r.tokens...)
			} else {
				out = append(out, r)
			}
		}
	}
	return out
}

// rule writes a line across the page; it holds no words that could say what happened to it.
func (p *page) rule(e *entry) {
	tag := e.leaf.element.tag(e.class())
	p.out.WriteString(strings.TrimSuffix(tag, ">") + p.id() + ">")
}
