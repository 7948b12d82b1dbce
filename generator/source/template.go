package source

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"trustpress/generator/config"
)

// templateNode is a piece of template syntax in a text.
type templateNode struct {
	ast.BaseInline
	token config.Token
	start int
	shown string // what stands in its place
}

var kindTemplate = ast.NewNodeKind("Template")

func (*templateNode) Kind() ast.NodeKind { return kindTemplate }

func (n *templateNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// templateParser finds template syntax: parameters and prompts, and that of other tools, which is reported.
type templateParser struct{}

func (templateParser) Trigger() []byte { return []byte{'{', '<', '$'} }

func (templateParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 4 || line[1] != '{' && line[1] != '%' {
		return nil
	}
	token, ok := config.TokenAt(string(line))
	if !ok {
		return nil
	}
	block.Advance(token.Len)
	return &templateNode{token: token, start: at.Start}
}
