package source

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/render"
)

// Prose is a text after reading: HTML with a slot for each reference, and what was found on the way.
type Prose struct {
	HTML     string
	Refs     []Ref // by the place of their slots
	Headings []Heading
	Params   []Param
}

// Heading returns the heading that an anchor names as git hosts compare them: ignoring case, and some make of a run of hyphens one.
func (p *Prose) Heading(anchor string) (Heading, bool) {
	if p == nil || anchor == "" {
		return Heading{}, false
	}
	for _, h := range p.Headings {
		if strings.EqualFold(h.Slug, anchor) || strings.EqualFold(squeeze(h.Slug), squeeze(anchor)) {
			return h, true
		}
	}
	return Heading{}, false
}

func squeeze(slug string) string {
	for strings.Contains(slug, "--") {
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	return slug
}

// Empty reports whether there is no text.
func (p *Prose) Empty() bool { return p == nil || p.HTML == "" }

// RefKind says how a reference was written.
type RefKind uint8

const (
	Identifier RefKind = iota // [AC-02], [the review][AC-02]
	Link                      // [the policy](../policies/access.md#scope)
	Image                     // ![diagram](flow.png)
)

// Ref is one reference of a text to a record, a criterion or a file.
type Ref struct {
	Kind       RefKind
	Target     string // the identifier, or the path as it is written
	Anchor     string // what follows "#"
	Text       string // what the reader sees
	Bare       bool   // the reader sees the identifier alone
	Span       diag.Span
	Start, End int // the slot: the bytes of Prose.HTML that a link goes around
}

// Heading is one heading of a text.
type Heading struct {
	Level int // as it is rendered: the highest is 2, below the title of its page
	Slug  string
	Text  string
	Span  diag.Span
}

// Param is one use of a parameter that exists.
type Param struct {
	Name   string
	Public bool
	Span   diag.Span
}

// Parser reads prose. It may be used by many goroutines.
type Parser struct {
	site   *config.Site
	labels *Labels
	body   goldmark.Markdown
	field  goldmark.Markdown
}

// NewParser returns a parser for the texts of one site.
func NewParser(site *config.Site, labels *Labels) *Parser {
	return &Parser{site, labels, markdown(extension.Footnote), markdown()}
}

// Skimmer returns a parser that passes prose over: of a site that is asked for its records and not for what they say.
func Skimmer(site *config.Site) *Parser { return &Parser{site: site} }

// linkify makes links of bare addresses. Goldmark's own patterns would swallow template syntax with the address before it.
var linkify = extension.NewLinkify(
	extension.WithLinkifyURLRegexp(regexp.MustCompile(`^(?:http|https|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?`+
		`(?:[/#?](?:\$?[-a-zA-Z0-9@:%_+.~#!?&/=();,'">^\[\]\x60])*)?`)),
	extension.WithLinkifyWWWRegexp(regexp.MustCompile(`^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+`+
		`(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^\[\]\x60]*)?`)))

func markdown(more ...goldmark.Extender) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(inlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))),
		goldmark.WithExtensions(append(more, linkify, extension.Strikethrough, extension.TaskList,
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)))...),
		goldmark.WithParserOptions(parser.WithInlineParsers(
			util.Prioritized(templateParser{}, 150)),
			parser.WithASTTransformers(util.Prioritized(footnotes{}, 500))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(slotRenderer{}, 100), util.Prioritized(render.Code(), 100))))
}

// inlineParsers returns goldmark's, ours in the place of the one for links: were both there, the second would be asked whenever
// the first finds nothing, and would close a bracket that is not its own.
func inlineParsers() []util.PrioritizedValue {
	all := parser.DefaultInlineParsers()
	for i, p := range all {
		if links, ok := p.Value.(parser.InlineParser); ok && links == parser.NewLinkParser() {
			all[i].Value = &linkParser{links}
		}
	}
	return all
}

var buffers = sync.Pool{New: func() any { return new(page) }}

// page is where HTML is written. It knows its length at every moment, which is how a slot knows its place.
type page struct{ bytes.Buffer }

func (*page) Flush() error  { return nil }
func (*page) Buffered() int { return 0 }

// Body reads the prose of a document from the blanked text of its file.
func (p *Parser) Body(doc *Document) (*Prose, []diag.Finding) {
	return p.parse(p.body, doc.Text, doc.Span)
}

// Field reads prose that stands in a value; at tells where its bytes stand. Its headings get no anchors.
func (p *Parser) Field(value string, at func(start, end int) diag.Span) (*Prose, []diag.Finding) {
	prose, findings := p.parse(p.field, []byte(value), at)
	return prose, findings
}

func (p *Parser) parse(md goldmark.Markdown, src []byte, at func(start, end int) diag.Span) (*Prose, []diag.Finding) {
	if md == nil || len(bytes.TrimSpace(src)) == 0 {
		return &Prose{}, nil
	}
	pc := &context{Context: parser.NewContext(), labels: p.labels}
	root := md.Parser().Parse(text.NewReader(src), parser.WithContext(pc))
	r := &reader{src: src, at: at, site: p.site, labels: p.labels, pc: pc, prose: &Prose{}, anchors: md == p.body, slugs: slugs{}}
	r.document(root)
	out := buffers.Get().(*page)
	defer buffers.Put(out)
	out.Reset()
	if err := md.Renderer().Render(out, src, root); err != nil {
		// Writing to memory cannot fail, so this is a text that the renderer cannot take.
		r.fail("invalid-front-matter", 0, 0, "this text cannot be rendered: "+err.Error(), "")
	}
	r.prose.HTML = out.String()
	return r.prose, r.findings
}
