package source

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"trustpress/generator/config"
	"trustpress/generator/diag"
)

// reader walks a syntax tree once: it takes out references, headings and parameters, puts slots in their place, and reports
// what a reader of the page would not see.
type reader struct {
	src      []byte
	at       func(start, end int) diag.Span
	site     *config.Site
	labels   *Labels
	pc       *context
	prose    *Prose
	anchors  bool
	slugs    slugs
	findings []diag.Finding
}

func (r *reader) fail(rule string, start, end int, message, hint string) {
	r.findings = append(r.findings, diag.Finding{Rule: rule, Span: r.at(start, end), Message: message, Hint: hint})
}

func (r *reader) document(root ast.Node) {
	for _, b := range r.pc.blanks {
		r.fail("unfilled-placeholder", b.start-1, b.end+1, fmt.Sprintf("[%s] is a blank that nobody has filled in", b.text),
			"write what belongs there")
	}
	for _, b := range r.pc.doubtful {
		r.fail("suspicious-character", b.start, b.end, "this label holds "+Suspicious(b.text), "type it anew")
	}
	for _, b := range r.pc.unused {
		r.fail("vanished-html", b.start, b.end, fmt.Sprintf("the footnote %q is not shown: no text refers to it", b.text),
			fmt.Sprintf("write [^%s] where it belongs, or delete it", b.text))
	}
	r.bidi()
	r.controls()
	shift := 2 - highest(root)
	r.walk(root, func(n ast.Node) { r.block(n, shift) })
}

// walk visits the children of a node before the node, so that a heading knows what its parameters say. A visit may replace the
// node that it is given.
func (r *reader) walk(n ast.Node, visit func(ast.Node)) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		r.walk(c, visit)
		visit(c)
		c = next
	}
}

// highest returns the level of the highest heading, or 2 if there is none.
func highest(root ast.Node) int {
	level := 0
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && (level == 0 || h.Level < level) {
			level = h.Level
		}
	}
	if level == 0 {
		return 2
	}
	return level
}

func (r *reader) block(n ast.Node, shift int) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n, shift)
	case *ast.Link:
		r.link(n)
	case *ast.Image:
		r.image(n)
	case *templateNode:
		r.template(n)
	case *ast.AutoLink:
		r.address(n)
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.RawHTML:
		r.rawHTML(n)
	case *ast.LinkReferenceDefinition:
		r.definition(n)
	case *ast.FencedCodeBlock:
		r.info(n)
	case *extast.TableRow:
		r.row(n)
	case *extast.TableCell:
		align(n)
	}
}

func (r *reader) heading(h *ast.Heading, shift int) {
	h.Level = min(max(h.Level+shift, 2), 6) // one in a quotation may be higher than all that stand outside
	words := plain(h, r.src)
	out := Heading{Level: h.Level, Text: words, Span: r.lines(h)}
	if r.anchors {
		out.Slug = r.slugs.unique(Slug(words))
		if out.Slug != "" {
			h.SetAttributeString("id", []byte(out.Slug))
		}
	}
	if what := Suspicious(words); what != "" && !strings.ContainsFunc(words, Misleads) {
		r.findings = append(r.findings, diag.Finding{Rule: "suspicious-character", Span: out.Span,
			Message: "this heading holds " + what, Hint: "type it anew"})
	}
	r.prose.Headings = append(r.prose.Headings, out)
}

// align gives a cell a class and not a style, which a page's security policy would drop.
func align(n *extast.TableCell) {
	switch n.Alignment {
	case extast.AlignRight:
		n.SetAttributeString("class", []byte("right"))
	case extast.AlignCenter:
		n.SetAttributeString("class", []byte("center"))
	}
}

// lines returns the place of a block's own lines.
func (r *reader) lines(n ast.Node) diag.Span {
	l := n.Lines()
	if l == nil || l.Len() == 0 {
		return r.at(max(n.Pos(), 0), max(n.Pos(), 0))
	}
	return r.at(l.At(0).Start, l.At(l.Len()-1).Stop)
}

// plain returns the text of a node as a reader sees it.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(n.Segment.Value(src)))))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.CodeSpan: // as it is typed: nothing in it is escaped
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					b.Write(bytes.ReplaceAll(t.Segment.Value(src), []byte("\n"), []byte(" ")))
				}
			}
			return
		case *ast.String:
			b.Write(n.Value)
		case *templateNode:
			b.WriteString(n.shown)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			walk(c)
		}
	}
	walk(n)
	return strings.TrimSpace(b.String())
}

func (r *reader) template(n *templateNode) {
	n.shown = r.fill(n.token, string(r.src[n.start:n.end]), n.start, n.end)
}

// fill returns what a piece of template syntax stands for. What stands for nothing is reported, and prints as it is written.
func (r *reader) fill(t config.Token, written string, start, end int) string {
	switch t.Kind {
	case config.Prompt:
		r.fail("unfilled-placeholder", start, end, "nobody has filled this in: "+t.Name, "write the answer in its place")
	case config.Foreign:
		r.fail("unresolved-template", start, end, fmt.Sprintf("%q is the template syntax of another tool, and prints as it stands", written),
			"write the text itself, or a parameter such as {{ org.name }}")
	default:
		value, public, ok := r.site.Value(t.Name)
		if ok {
			r.prose.Params = append(r.prose.Params, Param{t.Name, public, r.at(start, end)})
			return value
		}
		r.fail("unknown-parameter", start, end, fmt.Sprintf("there is no parameter %q", t.Name), r.site.Suggest(t.Name))
	}
	return written
}

// address reports an address between angle brackets that may not be led to, and template syntax in one, where nothing is filled in.
func (r *reader) address(n *ast.AutoLink) {
	label, start := n.Label(r.src), max(n.Pos(), 0)
	if target := string(n.URL(r.src)); astray(target) {
		r.fail("broken-link", start, start+len(label)+len("<>"), fmt.Sprintf("a link may not lead to %q", scheme(target)), "use https: or mailto:")
		n.Parent().ReplaceChild(n.Parent(), n, literal(string(label)))
		return
	}
	if t, _, ok := config.Next(string(label)); ok {
		if t.Kind != config.Prompt {
			t.Kind = config.Foreign
		}
		r.fill(t, string(label), start, start+len(label)+len("<>"))
	}
}

func (r *reader) link(n *ast.Link) {
	if within(n, ast.KindImage) { // what an image says holds no links
		unwrap(n)
		return
	}
	place := r.pc.links[n]
	if string(n.Destination) == implied {
		r.identifier(n, place)
		return
	}
	target := r.target(n.Destination, place)
	switch {
	case target == "":
		r.fail("empty-link", place.start, place.end, "this link leads nowhere", "write its target between the parentheses")
		unwrap(n)
	case external(target):
		n.Destination = []byte(target)
		if astray(target) {
			r.fail("broken-link", place.start, place.end, fmt.Sprintf("a link may not lead to %q", scheme(target)), "use https: or mailto:")
			unwrap(n)
		}
	default:
		path, anchor, _ := strings.Cut(target, "#")
		r.slot(n, Ref{Kind: Link, Target: unescape(path), Anchor: unescape(anchor), Text: plain(n, r.src), Span: r.at(place.start, place.end)})
	}
}

// target returns a destination with its parameters filled in and its escapes undone.
func (r *reader) target(dest []byte, place bracket) string {
	s := strings.ReplaceAll(string(util.UnescapePunctuations(dest)), string(hidden), " ")
	var out strings.Builder
	for reported := len(r.findings); ; {
		t, i, ok := config.Next(s)
		if !ok {
			return out.String() + s
		}
		out.WriteString(s[:i] + r.fill(t, s[i:i+t.Len], place.start, place.end))
		if len(r.findings) > reported { // it leads nowhere, which has its finding
			return "#"
		}
		s = s[i+t.Len:]
	}
}

// astray reports whether an address runs a program, opens a file, or has no scheme of its own: on a page that is read from a disk, a
// host alone is one that the reader's computer presents itself to.
func astray(target string) bool {
	return strings.HasPrefix(target, "//") || html.IsDangerousURL([]byte(target))
}

func scheme(target string) string {
	if strings.HasPrefix(target, "//") {
		return "//"
	}
	s, _, _ := strings.Cut(target, ":")
	return s + ":"
}

// external reports whether a destination leaves the site by a scheme or a host.
func external(target string) bool {
	if strings.HasPrefix(target, "//") {
		return true
	}
	i := strings.IndexAny(target, ":/?#")
	return i > 0 && target[i] == ':' && !strings.ContainsFunc(target[:i], func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '+' && c != '.' && c != '-'
	})
}

// unescape undoes percent-encoding once.
func unescape(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// identifier makes a link without definition into a slot. One whose text is another identifier is two references.
func (r *reader) identifier(n *ast.Link, place bracket) {
	label := string(n.Reference.Value)
	id, anchor := Split(label)
	words := plain(n, r.src)
	if n.Reference.Type == ast.ReferenceLinkFull && !strings.EqualFold(words, strings.TrimSpace(label)) && r.labels.Reference(words) {
		first, firstAnchor := Split(words)
		at := n.Pos() + 1
		twin := ast.NewLink()
		twin.AppendChild(twin, literal(words))
		n.Parent().InsertBefore(n.Parent(), n, twin)
		n.Parent().InsertBefore(n.Parent(), n, literal(" "))
		r.slot(twin, Ref{Target: first, Anchor: firstAnchor, Text: words, Bare: true, Span: r.at(at, at+len(words))})
		n.RemoveChildren(n)
		n.AppendChild(n, literal(label))
		words = label
	}
	r.slot(n, Ref{Target: id, Anchor: anchor, Text: words, Bare: strings.EqualFold(words, strings.TrimSpace(label)),
		Span: r.at(place.start, place.end)})
}

func (r *reader) image(n *ast.Image) {
	place := r.pc.links[n]
	if string(n.Destination) == implied {
		r.fail("wrong-kind", place.start, place.end, fmt.Sprintf("an image cannot show %q, which is an identifier", string(n.Reference.Value)),
			"take the exclamation mark away to refer to it")
		unwrap(n)
		return
	}
	target := r.target(n.Destination, place)
	switch {
	case target == "":
		r.fail("empty-link", place.start, place.end, "this image has no file", "write its path between the parentheses")
		unwrap(n)
	case external(target):
		r.fail("vanished-html", place.start, place.end, "an image from another host is not shown", "put the file beside the text")
		unwrap(n)
	case within(n, ast.KindLink) || within(n, ast.KindImage): // slots do not nest: the outer one stays, and shows what the image says
		n.Parent().ReplaceChild(n.Parent(), n, literal(plain(n, r.src)))
	default:
		path, _, _ := strings.Cut(target, "#")
		r.slot(n, Ref{Kind: Image, Target: unescape(path), Text: plain(n, r.src), Span: r.at(place.start, place.end)})
	}
}

func (r *reader) definition(n *ast.LinkReferenceDefinition) {
	if label := string(n.Label); r.labels.Reference(label) {
		start := n.Lines().At(0).Start
		r.fail("broken-link", start, start+len(label)+2, fmt.Sprintf("%q is an identifier and cannot be defined as a link", label),
			"delete this line, or use another label")
		return
	}
	r.unasked(n)
}

// within reports whether a node stands inside one of a kind.
func within(n ast.Node, kind ast.NodeKind) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == kind {
			return true
		}
	}
	return false
}

// slot puts a reference in the place of a node.
func (r *reader) slot(n ast.Node, ref Ref) {
	s := &slotNode{prose: r.prose, ref: len(r.prose.Refs)}
	r.prose.Refs = append(r.prose.Refs, ref)
	if ref.Kind == Image {
		s.AppendChild(s, literal(ref.Text))
	} else {
		adopt(s, n)
	}
	n.Parent().ReplaceChild(n.Parent(), n, s)
}

// literal is a text in which nothing is escaped any more.
func literal(s string) *ast.String {
	n := ast.NewString([]byte(s))
	n.SetRaw(true)
	return n
}

// unwrap leaves the text of a link and takes the link away.
func unwrap(n ast.Node) {
	s := &slotNode{ref: -1}
	adopt(s, n)
	n.Parent().ReplaceChild(n.Parent(), n, s)
}

func adopt(to, from ast.Node) {
	for c := from.FirstChild(); c != nil; {
		next := c.NextSibling()
		to.AppendChild(to, c)
		c = next
	}
}
