package source

import (
	"bytes"
	"fmt"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"trustpress/generator/render"
)

// The words of a text are the same however its lines are broken, and an approval holds. So where a line end was taken away or put in
// such that words are no longer shown, that is reported.

// row reports what stands in a row of a table beyond its last column: Markdown drops it.
func (r *reader) row(n *extast.TableRow) {
	last := n.LastChild()
	if last == nil || last.Lines() == nil || last.Lines().Len() == 0 {
		return
	}
	start := last.Lines().At(last.Lines().Len() - 1).Stop
	rest, _, _ := bytes.Cut(r.src[start:], []byte("\n"))
	lost := bytes.Trim(rest, " \t\r|")
	if len(lost) == 0 {
		return
	}
	start += bytes.Index(rest, lost)
	r.fail("vanished-html", start, start+len(lost), "beyond the last column of a table nothing is shown: "+quoted(lost),
		"write it as a row of its own, or give the table another column")
}

// info reports words in the line that opens a block of code, where only a language belongs.
func (r *reader) info(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	start, words := n.Info.Segment.Start, n.Info.Segment.Value(r.src)
	fields := bytes.Fields(words)
	if len(fields) == 0 {
		return
	}
	joined := start > 0 && (r.src[start-1] == '`' || r.src[start-1] == '~')
	if joined || render.Knows(string(fields[0])) {
		cut := bytes.Index(words, fields[0]) + len(fields[0])
		start, words = start+cut, words[cut:]
	}
	lost := bytes.TrimSpace(words)
	if len(lost) == 0 {
		return
	}
	start += bytes.Index(words, lost)
	r.fail("vanished-html", start, start+len(lost), "in the line that opens a block of code nothing is shown: "+quoted(lost), "write it in a line of its own")
}

// unasked reports a definition that nothing leads to. One whose label has no letter and no digit is meant as a comment.
func (r *reader) unasked(n *ast.LinkReferenceDefinition) {
	if r.pc.led[util.ToLinkReference(n.Label)] || !bytes.ContainsFunc(n.Label, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return
	}
	start := n.Lines().At(0).Start
	line, _, _ := bytes.Cut(r.src[start:n.Lines().At(n.Lines().Len()-1).Stop], []byte("\n"))
	line = bytes.TrimRight(line, " \t\r")
	r.fail("vanished-html", start, start+len(line), fmt.Sprintf("the definition of %q is not shown: no text refers to it", n.Label),
		fmt.Sprintf("write [%s] where it belongs, or delete it", n.Label))
}
