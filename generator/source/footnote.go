package source

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// footnotes notes the footnotes that no text refers to, just before they are dropped.
type footnotes struct{}

func (footnotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	c, ours := pc.(*context)
	if !ours {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if note, ok := n.(*extension.Footnote); ok && entering && note.Index < 0 {
			end := note.Pos() + len("[^") + len(note.Ref) + len("]")
			c.unused = append(c.unused, bracket{note.Pos(), end, string(note.Ref)})
		}
		return ast.WalkContinue, nil
	})
}
