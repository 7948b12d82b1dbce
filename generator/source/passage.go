package source

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/wording"
)

// Passage is one block of a text as a reader sees it, which knows where each of its words is written. It costs as much as the text
// itself, and so is made only for the few texts that somebody asks about.
type Passage struct {
	wording.Block
	pieces []piece
	at     func(start, end int) diag.Span
}

// piece is a part of a passage that was written in one go.
type piece struct {
	at, length int // in the text of the passage
	start, end int // as it is written
}

// Span returns where the words from start to end are written.
func (p *Passage) Span(start, end int) diag.Span {
	from, to := -1, -1
	for _, c := range p.pieces {
		if from < 0 && start < c.at+c.length {
			from = c.place(start, c.start)
		}
		if c.at < end {
			to = c.place(end, c.end)
		}
	}
	return p.at(max(from, 0), max(to, from, 0))
}

// place returns where a byte of the passage is written; where a piece reads otherwise than it is written, its own edge.
func (c piece) place(at, edge int) int {
	if c.length != c.end-c.start {
		return edge
	}
	return c.start + min(max(at-c.at, 0), c.length)
}

// Plain returns a plain text as one passage.
func Plain(text string, at func(start, end int) diag.Span) Passage {
	return Passage{wording.Block{Text: text}, []piece{{0, len(text), 0, len(text)}}, at}
}

// BodyPassages reads the prose of a document once more, for its words and their places.
func (p *Parser) BodyPassages(doc *Document) []Passage {
	return p.passages(p.body, doc.Text, doc.Span)
}

// FieldPassages reads prose that stands in a value once more.
func (p *Parser) FieldPassages(value string, at func(start, end int) diag.Span) []Passage {
	return p.passages(p.field, []byte(value), at)
}

func (p *Parser) passages(md goldmark.Markdown, src []byte, at func(start, end int) diag.Span) []Passage {
	pc := &context{Context: parser.NewContext(), labels: p.labels}
	c := &collector{src: src, site: p.site, at: at}
	c.block(md.Parser().Parse(text.NewReader(src), parser.WithContext(pc)), false)
	return c.out
}

// collector walks a syntax tree that nobody has changed yet.
type collector struct {
	src  []byte
	site *config.Site
	at   func(start, end int) diag.Span
	lead wording.Lead
	text strings.Builder
	now  []piece
	out  []Passage
}

// block collects the passages below a node; item tells whether it stands in a list.
func (c *collector) block(n ast.Node, item bool) {
	switch n := n.(type) {
	case *ast.Heading:
		c.passage(n, wording.Heading)
	case *ast.Paragraph, *ast.TextBlock:
		kind := wording.Paragraph
		if item {
			kind = wording.Item
		}
		c.passage(n, kind)
	case *extast.TableRow, *extast.TableHeader:
		c.passage(n, wording.Paragraph)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.code(n)
	case *ast.HTMLBlock, *ast.LinkReferenceDefinition:
	default:
		_, listed := n.(*ast.ListItem)
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			c.block(child, item || listed)
		}
	}
}

func (c *collector) passage(n ast.Node, kind wording.Kind) {
	c.inline(n)
	c.finish(kind)
}

func (c *collector) finish(kind wording.Kind) {
	if words := c.text.String(); strings.TrimSpace(words) != "" {
		c.out = append(c.out, Passage{wording.Block{Text: words, Lead: c.lead.Of(kind, strings.TrimSpace(words))}, c.now, c.at})
	}
	c.text.Reset()
	c.now = nil
}

func (c *collector) code(n ast.Node) {
	c.say(wording.Code, 0, 0)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		c.say(string(line.Value(c.src)), line.Start, line.Stop)
	}
	c.say(wording.EndCode, 0, 0)
	c.finish(wording.Paragraph)
}

// say adds words that are written from start to end; with an empty range they are written nowhere.
func (c *collector) say(words string, start, end int) {
	if end > start {
		c.now = append(c.now, piece{c.text.Len(), len(words), start, end})
	}
	c.text.WriteString(words)
}

func (c *collector) inline(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.words(child)
	}
}

func (c *collector) words(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.written(n.Segment.Start, n.Segment.Value(c.src))
		if n.SoftLineBreak() || n.HardLineBreak() {
			c.say("\n", n.Segment.Stop, n.Segment.Stop+1)
		}
	case *ast.CodeSpan:
		c.span(n)
	case *templateNode:
		c.say(c.filled(n), n.start, n.end)
	case *ast.AutoLink:
		c.say(string(n.Label(c.src)), max(n.Pos(), 0), max(n.Pos(), 0)+len(n.Label(c.src)))
	case *ast.RawHTML:
		if tag := n.Segments.Value(c.src); lineBreak.Match(tag) {
			c.say("\n", 0, 0)
		}
	case *extast.TableCell:
		if n.PreviousSibling() != nil {
			c.say(" | ", 0, 0)
		}
		c.inline(n)
	case *extast.FootnoteLink, *extast.FootnoteBacklink:
	default:
		c.inline(n)
	}
}

func (c *collector) span(n *ast.CodeSpan) {
	c.say(wording.Code, 0, 0)
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			c.say(string(t.Segment.Value(c.src)), t.Segment.Start, t.Segment.Stop)
		}
	}
	c.say(wording.EndCode, 0, 0)
}

// filled returns what a piece of template syntax stands for.
func (c *collector) filled(n *templateNode) string {
	if n.token.Kind == config.Parameter {
		if value, _, ok := c.site.Value(n.token.Name); ok {
			return value
		}
	}
	return string(c.src[n.start:n.end])
}

// written adds text in which punctuation may be escaped and signs be named.
func (c *collector) written(start int, raw []byte) {
	for len(raw) > 0 {
		i := bytes.IndexAny(raw, `\&`)
		if i < 0 {
			i = len(raw)
		}
		c.plain(start, raw[:i])
		start, raw = start+i, raw[i:]
		n := 0
		if len(raw) > 0 {
			n = c.escaped(start, raw)
		}
		start, raw = start+n, raw[n:]
	}
}

func (c *collector) plain(start int, raw []byte) {
	if len(raw) > 0 {
		c.say(wording.Unmarked(string(raw)), start, start+len(raw))
	}
}

// longestEntity is how many bytes the name of a sign may take.
const longestEntity = 40

// escaped adds the sign that raw begins with, and returns how it is written.
func (c *collector) escaped(start int, raw []byte) int {
	if raw[0] == '\\' && len(raw) > 1 && util.IsPunct(raw[1]) {
		c.say(string(raw[1]), start, start+2)
		return 2
	}
	if end := bytes.IndexByte(raw[:min(len(raw), longestEntity)], ';'); raw[0] == '&' && end > 0 {
		if sign := util.ResolveEntityNames(util.ResolveNumericReferences(raw[:end+1])); !bytes.Equal(sign, raw[:end+1]) {
			c.say(string(sign), start, start+end+1)
			return end + 1
		}
	}
	c.say(string(raw[:1]), start, start+1)
	return 1
}
