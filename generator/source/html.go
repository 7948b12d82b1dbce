package source

import (
	"bytes"
	"fmt"
	"html"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// slotNode stands where a reference is, around the text that a reader sees. With ref -1 it is that text alone.
type slotNode struct {
	ast.BaseInline
	prose *Prose
	ref   int
}

var kindSlot = ast.NewNodeKind("Slot")

func (*slotNode) Kind() ast.NodeKind { return kindSlot }

func (n *slotNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// slotRenderer writes what goldmark has no name for, and lets no raw HTML through.
type slotRenderer struct{}

func (slotRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindSlot, renderSlot)
	reg.Register(kindTemplate, renderTemplate)
	reg.Register(ast.KindHTMLBlock, renderNothing)
	reg.Register(ast.KindRawHTML, renderRawHTML)
}

func renderSlot(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	slot, out := n.(*slotNode), w.(*page)
	if slot.ref < 0 {
		return ast.WalkContinue, nil
	}
	ref := &slot.prose.Refs[slot.ref]
	if entering {
		ref.Start = out.Len()
	} else {
		ref.End = out.Len()
	}
	return ast.WalkContinue, nil
}

func renderTemplate(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(html.EscapeString(n.(*templateNode).shown))
	}
	return ast.WalkContinue, nil
}

func renderNothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// lineBreak is the one tag that passes: the only way to break a line inside a table cell.
var lineBreak = regexp.MustCompile(`(?i)^<br ?/?>$`)

func renderRawHTML(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering && lineBreak.Match(n.(*ast.RawHTML).Segments.Value(source)) {
		_, _ = w.WriteString("<br>")
	}
	return ast.WalkSkipChildren, nil
}

// unseen matches what nobody misses: comments, and closing tags, which vanish with the ones that opened.
var unseen = regexp.MustCompile(`(?s)<!--.*?-->|</[A-Za-z][^<>]*>`)

// htmlBlock reports a block of raw HTML, all of which vanishes, unless it holds nothing that anybody would miss.
func (r *reader) htmlBlock(n *ast.HTMLBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	end := last.Stop
	if n.HasClosure() {
		end = n.ClosureLine.Stop
	}
	if text := bytes.TrimSpace(unseen.ReplaceAll(r.src[first.Start:end], nil)); len(text) > 0 {
		r.fail("vanished-html", first.Start, first.Start+len(bytes.TrimRight(first.Value(r.src), "\r\n")),
			"raw HTML is not shown: "+quoted(text), "write it as Markdown")
	}
}

// rawHTML reports a tag inside a text. A closing tag vanishes with the one that opened.
func (r *reader) rawHTML(n *ast.RawHTML) {
	tag := n.Segments.Value(r.src)
	if bytes.HasPrefix(tag, []byte("<!--")) || bytes.HasPrefix(tag, []byte("</")) || lineBreak.Match(tag) {
		return
	}
	start := n.Segments.At(0).Start
	r.fail("vanished-html", start, start+len(tag), "text in angle brackets is not shown: "+quoted(tag),
		"write the text itself; put it in backquotes to show the brackets")
}

// quoted shortens a text for a message.
func quoted(text []byte) string {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	words := []rune(string(bytes.TrimSpace(line)))
	if len(words) > 60 {
		words = append(words[:57], '…')
	}
	return fmt.Sprintf("%q", string(words))
}
