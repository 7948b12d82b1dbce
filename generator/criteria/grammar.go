package criteria

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// grammar says how the identifiers of a catalogue are written. The canonical form needs no pattern of its own: it is the list
// of the catalogue, with what may follow a listed one.
type grammar struct {
	example  string
	oscal    string
	near     *matcher  // what is read as an identifier in running text, right or wrong
	listed   bool      // the file says nothing of what is near: only right identifiers are read
	suffix   lazy      // a base, shortest first, and a suffix; nil if there are none
	aliases  []rewrite // spellings that are accepted
	mistakes []rewrite // spellings that are refused with the right one, or a sentence, named
}

// lazy is an expression that is compiled when it is first asked for: most runs meet neither aliases nor mistakes.
type lazy func() *regexp.Regexp

// rewrite turns one spelling into another.
type rewrite struct {
	match lazy
	to    string
	hint  string
}

// apply returns what text is rewritten to, if it is.
func (r rewrite) apply(text string) (string, bool) {
	re := r.match()
	m := re.FindStringSubmatchIndex(text)
	if m == nil {
		return "", false
	}
	return string(re.ExpandString(nil, r.to, text, m)), true
}

// expression is a regular expression of a framework's file; it always matches the whole of a spelling.
type expression struct {
	text string
	at   diag.Span
}

// DecodeNode reads a regular expression.
func (e *expression) DecodeNode(n *node.Node, d *node.Decoder) {
	if n.Kind != node.String {
		d.Fail(n.Span, fmt.Sprintf("a regular expression is expected here, not %s", n.Kind), "")
		return
	}
	if _, err := syntax.Parse(n.Text, syntax.Perl); err != nil {
		d.Fail(n.Span, "this regular expression does not parse: "+explain(err), "write it in the syntax of RE2")
		return
	}
	e.text, e.at = n.Text, n.Span
}

// greedy reports whether an expression claims text in brackets that no catalogue may: a task list, a remark.
func greedy(re *regexp.Regexp) bool {
	return slices.ContainsFunc([]string{"", " ", "x", "note", "see below"}, re.MatchString)
}

func explain(err error) string {
	var s *syntax.Error
	if !errors.As(err, &s) {
		return err.Error()
	}
	return fmt.Sprintf("%s: `%s`", s.Code, s.Expr)
}

func (e expression) compile() *regexp.Regexp {
	return regexp.MustCompile("^(?:" + e.text + ")$")
}

func (e expression) lazy() lazy { return sync.OnceValue(e.compile) }
