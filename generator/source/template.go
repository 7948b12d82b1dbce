package source

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"trustpress/generator/config"
)

// templateNode is a piece of template syntax in a text.
type templateNode struct {
	ast.BaseInline
	token      config.Token
	start, end int
	shown      string // what stands in its place
}

var kindTemplate = ast.NewNodeKind("Template")

func (*templateNode) Kind() ast.NodeKind { return kindTemplate }

func (n *templateNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// templateParser finds template syntax: parameters and prompts, and that of other tools, which is reported.
type templateParser struct{}

func (templateParser) Trigger() []byte { return []byte{'{', '<', '$'} }

func (templateParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 3 || line[1] != '{' && line[1] != '%' {
		return nil
	}
	token, ok := config.TokenAt(string(line[:min(len(line), config.Longest)]))
	switch {
	case ok:
		block.Advance(token.Len)
	case line[0] == '$':
		return nil
	default:
		if token, ok = wrapped(block); !ok {
			token, ok = unclosed(block)
		}
		if !ok {
			return nil
		}
	}
	_, after := block.Position()
	return &templateNode{token: token, start: at.Start, end: after.Start}
}

// unclosed reads template syntax that opens and never closes: a piece of two characters, so that it is not passed over.
func unclosed(block text.Reader) (config.Token, bool) {
	line, _ := block.PeekLine()
	token, ok := config.Unclosed(string(line[:min(len(line), config.Longest)]))
	if ok {
		block.Advance(token.Len)
	}
	return token, ok
}

// closers are what closes what opens with a character.
var closers = map[byte][]byte{'{': []byte("}"), '<': []byte("%>")}

// wrap is how many lines a piece of template syntax may take: an editor wraps a long prompt as it wraps any sentence.
const wrap = 8

// wrapped reads template syntax that goes on in the next lines of its paragraph.
func wrapped(block text.Reader) (config.Token, bool) {
	line, at := block.Position()
	ahead := block.Source()[at.Start:]
	if !bytes.Contains(ahead[:min(len(ahead), config.Longest)], closers[ahead[0]]) { // most of the lines that are made to be slow
		return config.Token{}, false
	}
	var all []byte
	for range wrap {
		next, _ := block.PeekLine()
		if next == nil || len(all) >= config.Longest {
			break
		}
		next = next[:min(len(next), config.Longest-len(all))]
		for _, c := range next {
			if c == '\n' || c == '\r' {
				c = ' '
			}
			all = append(all, c)
		}
		if token, ok := config.TokenAt(string(all)); ok {
			block.Advance(token.Len - (len(all) - len(next)))
			return token, true
		}
		block.AdvanceLine()
	}
	block.SetPosition(line, at)
	return config.Token{}, false
}
