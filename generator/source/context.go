package source

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// implied is the destination of a label that needs no definition. No author can type it.
const implied = "\x01reference"

// context makes identifiers into link labels that need no definition: it answers for them when the link parser asks.
type context struct {
	parser.Context
	labels   *Labels
	block    ast.Node // the block that the brackets below stand in
	open     []int    // offsets of brackets not yet closed
	asked    []bracket
	denied   bool // the brackets being closed stand inside the text of another link
	blanks   []bracket
	doubtful []bracket       // labels that look like an identifier and are none
	unused   []bracket       // footnotes that no text refers to
	led      map[string]bool // labels of definitions that a text leads to
	links    map[ast.Node]bracket
}

// Bounds of what is looked at after a bracket, so that a line in which much opens and nothing closes is read in good time.
const (
	labelSize  = 999 // CommonMark's own
	targetSize = 2000
)

// bracket is the inside of one pair of brackets.
type bracket struct {
	start, end int
	text       string
}

// Reference answers the link parser. A label that is a reference never has another definition.
func (c *context) Reference(label string) (parser.Reference, bool) {
	for _, b := range c.asked {
		if util.ToLinkReference([]byte(b.text)) != label {
			continue
		}
		if c.labels.Reference(b.text) {
			return parser.NewReference([]byte(label), []byte(implied), nil), !c.denied
		}
		ref, defined := c.lead(label)
		switch {
		case defined:
			return ref, true
		case blanks.MatchString(b.text):
			c.blanks = append(c.blanks, b)
		case !strings.Contains(b.text, " ") && Suspicious(b.text) != "":
			c.doubtful = append(c.doubtful, b)
		}
		return nil, false
	}
	return c.lead(label)
}

// lead returns a definition, and notes that a text leads to it.
func (c *context) lead(label string) (parser.Reference, bool) {
	ref, defined := c.Context.Reference(label)
	if defined {
		if c.led == nil {
			c.led = map[string]bool{}
		}
		c.led[label] = true
	}
	return ref, defined
}

// AddReference drops a definition for an identifier; the reader reports it at its line.
func (c *context) AddReference(ref parser.Reference) {
	if !c.labels.Reference(string(ref.Label())) {
		c.Context.AddReference(ref)
	}
}

// linkParser is goldmark's, told where each label stands and whether it is inside another link's text.
type linkParser struct{ parser.InlineParser }

// CloseBlock takes back the brackets that a block leaves open.
func (l *linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if closer, ok := l.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, pc)
	}
}

func (l *linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	c, ours := pc.(*context)
	if !ours {
		return l.InlineParser.Parse(parent, block, pc)
	}
	line, at := block.PeekLine()
	if c.block != parent {
		c.block, c.open = parent, c.open[:0]
	}
	if line[0] != ']' {
		n := l.InlineParser.Parse(parent, block, pc)
		if n != nil {
			_, after := block.Position()
			c.open = append(c.open, after.Start)
		}
		return n
	}
	if len(c.open) == 0 {
		return l.InlineParser.Parse(parent, block, pc)
	}
	start := c.open[len(c.open)-1]
	c.open = c.open[:len(c.open)-1]
	c.ask(block, start, at.Start, line)
	n := l.InlineParser.Parse(parent, c.view(block, line), pc)
	if link, ok := n.(*ast.Link); ok {
		c.remember(link, link.Reference, block)
	} else if image, ok := n.(*ast.Image); ok {
		c.remember(image, image.Reference, block)
	}
	return n
}

// ask notes the texts that the link parser may ask about: what the closing bracket closes, and a label that follows it.
func (c *context) ask(block text.Reader, start, end int, line []byte) {
	src := block.Source()
	c.asked = append(c.asked[:0], bracket{start, end, ""})
	if end-start <= labelSize { // else it is no label, and nobody asks
		c.asked[0].text = string(src[start:end])
	}
	if next, ok := label(line[1:]); ok && next != "" {
		c.asked = append(c.asked, bracket{end + 2, end + 2 + len(next), next})
	}
	c.denied = len(c.open) > 0 && slices.ContainsFunc(c.asked, func(b bracket) bool { return c.labels.Reference(b.text) }) && c.enclosed(block)
}

// enclosed reports whether the bracket that is being closed stands inside brackets that a target follows.
func (c *context) enclosed(block text.Reader) bool {
	ahead := c.ahead(block)
	for range c.open {
		_, found := ahead.FindClosure('[', ']', text.FindClosureOptions{Nesting: true, Newline: true, Advance: true, CodeSpan: true})
		if !found {
			return false
		}
		rest, _ := ahead.PeekLine()
		if label, ok := label(rest); target.Match(rest) || ok && c.known(label) {
			return true
		}
	}
	return false
}

// ahead is the text after the bracket that is being closed, as far as the text of a link can go on and its target follow.
func (c *context) ahead(block text.Reader) text.Reader {
	_, at := block.Position()
	end := len(block.Source())
	if lines := c.block.Lines(); lines != nil && lines.Len() > 0 {
		end = lines.At(lines.Len() - 1).Stop
	}
	start := min(at.Start+1, end)
	return text.NewReader(block.Source()[start:min(end, start+labelSize+targetSize)])
}

// target matches what makes a link of the brackets before it: a destination, and perhaps a title.
var target = regexp.MustCompile(`^\([ \t]*(?:<[^<>\n]*>|(?:\{\{[^{}\n]*\}\}|[^\s<])(?:\{\{[^{}\n]*\}\}|\S)*)?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)`)

// label returns the inside of the brackets that a text begins with.
func label(rest []byte) (string, bool) {
	if len(rest) == 0 || rest[0] != '[' {
		return "", false
	}
	rest = rest[:min(len(rest), labelSize+2)]
	end := bytes.IndexByte(rest, ']')
	return string(rest[1:max(end, 1)]), end > 0
}

// known reports whether a label leads anywhere.
func (c *context) known(label string) bool {
	_, defined := c.Context.Reference(util.ToLinkReference([]byte(label)))
	return defined || c.labels.Reference(label)
}

// view is the text as the link parser is to see it. An identifier stays one when brackets that lead nowhere follow it, such as a
// footnote's; and a parameter may stand in a target, blanks and all.
func (c *context) view(block text.Reader, line []byte) text.Reader {
	next, ok := label(line[1:])
	switch {
	case ok && strings.TrimSpace(next) != "" && !c.known(next) && c.labels.Reference(c.asked[0].text):
		return alone{block}
	case bytes.HasPrefix(line[1:], []byte("(")):
		return near{block}
	}
	return block
}

// alone hides what follows a closing bracket.
type alone struct{ text.Reader }

func (alone) Peek() byte { return ' ' }

// near shows a target as far as one may go, and hides the blanks inside its parameters.
type near struct{ text.Reader }

func (n near) PeekLine() ([]byte, text.Segment) {
	line, at := n.Reader.PeekLine()
	line = line[:min(len(line), targetSize)]
	if !bytes.Contains(line, []byte("{{")) || !bytes.Contains(line, []byte("}}")) {
		return line, at
	}
	return parameters.ReplaceAllFunc(line, func(p []byte) []byte { return bytes.ReplaceAll(p, []byte(" "), []byte{hidden}) }), at
}

// FindClosure looks for the end of a title.
func (n near) FindClosure(opener, closer byte, options text.FindClosureOptions) (*text.Segments, bool) {
	src := n.Source()
	_, at := n.Position()
	if bytes.IndexByte(src[at.Start:min(len(src), at.Start+targetSize)], closer) < 0 {
		return nil, false
	}
	return n.Reader.FindClosure(opener, closer, options)
}

var parameters = regexp.MustCompile(`\{\{[^{}\n]*\}\}`)

// hidden stands for a blank inside a parameter of a target. No author can type it.
const hidden = '\x02'

// remember keeps where the label of a reference stands; of another link, where it ends.
func (c *context) remember(n ast.Node, ref *ast.ReferenceLink, block text.Reader) {
	_, after := block.Position()
	b := bracket{start: n.Pos(), end: after.Start}
	if ref != nil {
		for _, a := range c.asked {
			if strings.EqualFold(strings.TrimSpace(string(ref.Value)), strings.TrimSpace(a.text)) {
				b = a
			}
		}
	}
	if c.links == nil {
		c.links = map[ast.Node]bracket{}
	}
	c.links[n] = b
}
