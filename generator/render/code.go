// Package render draws code blocks with classes and never with styles of their own, so that a page keeps its content security
// policy. It refuses Markdown: that is read in one place only, by package source.
package render

import (
	"bytes"
	"html"
	"sync"

	"github.com/alecthomas/chroma/v2"
	chtml "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Code returns a renderer of fenced code blocks for goldmark.
func Code() renderer.NodeRenderer { return code{} }

type code struct{}

func (code) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindFencedCodeBlock, block)
}

func block(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	b := n.(*ast.FencedCodeBlock)
	var text bytes.Buffer
	for i := range b.Lines().Len() {
		line := b.Lines().At(i)
		text.Write(line.Value(source))
	}
	lexer := lexerFor(string(b.Language(source)))
	if lexer == nil {
		_, _ = w.WriteString("<pre><code>" + html.EscapeString(text.String()) + "</code></pre>\n")
		return ast.WalkContinue, nil
	}
	tokens, err := lexer.Tokenise(nil, text.String())
	if err == nil {
		err = formatter.Format(w, styles.Fallback, tokens)
	}
	return ast.WalkContinue, err
}

var (
	formatter = chtml.New(chtml.WithClasses(true))
	found     sync.Map // language → chroma.Lexer, or nil; looking one up is the slow part
)

// Knows reports whether a word is the name of a language that code is known in.
func Knows(language string) bool { return lexerFor(language) != nil }

func lexerFor(language string) chroma.Lexer {
	if language == "" {
		return nil
	}
	if known, ok := found.Load(language); ok {
		lexer, _ := known.(chroma.Lexer)
		return lexer
	}
	lexer := lexers.Get(language)
	if lexer == nil {
		found.Store(language, nil)
		return nil
	}
	known, _ := found.LoadOrStore(language, chroma.Coalesce(lexer))
	return known.(chroma.Lexer)
}
