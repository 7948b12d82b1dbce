package node

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"trustpress/generator/diag"
)

// TOML reads the bytes of file from start to end as a TOML document. What does not parse or stands twice is a finding of the
// given rule; the tree then holds what could be read before it, and is never nil.
func TOML(file *diag.File, start, end int, rule string) (*Node, []diag.Finding) {
	r := tomlReader{file: file, shift: start, rule: rule, root: Empty(file.Span(start, start)), state: map[*Node]tableState{}}
	r.p.Reset(file.Text[start:end])
	table := r.root
	for r.p.NextExpression() {
		e := r.p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = r.header(e)
		case unstable.KeyValue:
			r.keyValue(table, e)
		}
	}
	r.syntax(r.p.Error())
	return r.root, r.findings
}

type tomlReader struct {
	p        unstable.Parser
	file     *diag.File
	shift    int
	rule     string
	root     *Node
	state    map[*Node]tableState
	findings []diag.Finding
}

// tableState says how a table or list came to be, which decides who may still add to it.
type tableState uint8

const (
	implied  tableState = iota // named on the way to a deeper table
	declared                   // has its own [header]
	dotted                     // made by a dotted key
	closed                     // written as a value: { … } or [ … ]
	refused                    // a list of tables was to be made of it, and that is reported
)

func (r *tomlReader) fail(at diag.Span, message, hint string) {
	r.findings = append(r.findings, diag.Finding{Rule: r.rule, Span: at, Message: message, Hint: hint})
}

func (r *tomlReader) syntax(err error) {
	if err == nil {
		return
	}
	at := r.file.Span(r.shift, r.shift)
	message := err.Error()
	var pe *unstable.ParserError
	if errors.As(err, &pe) {
		message = strings.TrimPrefix(pe.Message, "toml: ")
		if len(pe.Highlight) > 0 {
			at = r.span(r.p.Range(pe.Highlight))
		} else {
			at = r.file.Span(len(r.file.Text), len(r.file.Text))
		}
	}
	r.fail(at, "this TOML does not parse: "+message, "")
}

// word is one part of a dotted key.
type word struct {
	text string
	at   diag.Span
}

func (r *tomlReader) words(it unstable.Iterator) []word {
	var out []word
	for it.Next() {
		n := it.Node()
		out = append(out, word{string(n.Data), r.span(n.Raw)})
	}
	return out
}

// header opens the table that [a.b] or [[a.b]] names, and returns it. A header that cannot be gives a finding and a table that
// belongs to nothing, so that what follows is read and complained about once.
func (r *tomlReader) header(e *unstable.Node) *Node {
	path := r.words(e.Key())
	t := r.root
	for _, w := range path[:len(path)-1] {
		if t = r.descend(t, w, implied); t == nil {
			return Empty(w.at)
		}
	}
	last := path[len(path)-1]
	if e.Kind == unstable.ArrayTable {
		return r.appendTable(t, last)
	}
	if p := t.Pair(last.text); p != nil && (p.Value.Kind != Map || r.state[p.Value] != implied) {
		r.findings = append(r.findings, duplicate(r.rule, last.text, last.at, p.Span))
		return Empty(last.at)
	}
	t = r.descend(t, last, implied)
	r.state[t] = declared
	return t
}

func (r *tomlReader) appendTable(t *Node, w word) *Node {
	item := Empty(w.at)
	r.state[item] = declared
	p := t.Pair(w.text)
	if p == nil {
		t.Pairs = append(t.Pairs, Pair{w.text, w.at, &Node{Kind: List, Span: w.at, Items: []*Node{item}}})
		return item
	}
	if p.Value.Kind != List || r.state[p.Value] == closed {
		if r.state[p.Value] != refused {
			r.fail(w.at, fmt.Sprintf("%q is %s already and cannot be a list of tables", w.text, p.Value.Kind),
				fmt.Sprintf("write [[%s]] everywhere", w.text))
		}
		r.state[p.Value] = refused
		return item
	}
	p.Value.Items = append(p.Value.Items, item)
	return item
}

// descend returns the table under a word, made if it is not there; nil, with a finding, if something else is.
func (r *tomlReader) descend(t *Node, w word, how tableState) *Node {
	p := t.Pair(w.text)
	if p == nil {
		n := Empty(w.at)
		r.state[n] = how
		t.Pairs = append(t.Pairs, Pair{w.text, w.at, n})
		return n
	}
	v := p.Value
	if v.Kind == List && len(v.Items) > 0 && r.state[v] != closed {
		v = v.Items[len(v.Items)-1]
	}
	if v.Kind != Map || r.state[v] == closed || how == dotted && r.state[v] == declared {
		r.findings = append(r.findings, duplicate(r.rule, w.text, w.at, p.Span))
		return nil
	}
	return v
}

func (r *tomlReader) keyValue(t *Node, e *unstable.Node) {
	path := r.words(e.Key())
	for _, w := range path[:len(path)-1] {
		if t = r.descend(t, w, dotted); t == nil {
			return
		}
	}
	last := path[len(path)-1]
	v := r.value(e.Value(), last.at)
	if p := t.Pair(last.text); p != nil {
		r.findings = append(r.findings, duplicate(r.rule, last.text, last.at, p.Span))
		return
	}
	t.Pairs = append(t.Pairs, Pair{last.text, last.at, v})
}

var tomlKinds = map[unstable.Kind]Kind{unstable.String: String, unstable.Bool: Bool, unstable.Float: Number, unstable.Integer: Number,
	unstable.LocalDate: Date, unstable.LocalDateTime: Date, unstable.DateTime: Date, unstable.LocalTime: Date}

// value turns a parsed value into a node. The parser gives no place for lists: they stand at their first item, else their key.
func (r *tomlReader) value(v *unstable.Node, key diag.Span) *Node {
	switch v.Kind {
	case unstable.Array:
		return r.list(v, key)
	case unstable.InlineTable:
		n := Empty(r.span(v.Raw))
		r.state[n] = closed
		for it := v.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				r.keyValue(n, it.Node())
			}
		}
		return n
	}
	raw := v.Raw
	if raw.Length == 0 && len(v.Data) > 0 && v.Kind != unstable.String {
		raw = r.p.Range(v.Data)
	}
	n := &Node{Kind: tomlKinds[v.Kind], Text: string(v.Data), Span: r.span(raw)}
	if v.Kind == unstable.String {
		n.Inner = r.origin(r.p.Raw(raw), n)
	}
	return n
}

func (r *tomlReader) list(v *unstable.Node, key diag.Span) *Node {
	n := &Node{Kind: List, Span: key}
	r.state[n] = closed
	for it := v.Children(); it.Next(); {
		if it.Node().Kind != unstable.Comment {
			n.Items = append(n.Items, r.value(it.Node(), key))
		}
	}
	if len(n.Items) > 0 {
		n.Span = n.Items[0].Span
	}
	return n
}

// origin tells where a string's text stands, if quotes are all that the file adds to it.
func (r *tomlReader) origin(raw []byte, n *Node) Origin {
	quotes := 1
	if len(raw) >= 6 && raw[1] == raw[0] && raw[2] == raw[0] {
		quotes = 3
	}
	if len(raw) < 2*quotes {
		return Origin{}
	}
	inner := string(raw[quotes : len(raw)-quotes])
	switch {
	case inner == n.Text:
		return Origin{Line: n.Span.Line, Column: n.Span.Column + quotes}
	case strings.TrimPrefix(strings.TrimPrefix(inner, "\r"), "\n") == n.Text:
		return Origin{Line: n.Span.Line + 1, Column: 1}
	}
	return Origin{}
}

func (r *tomlReader) span(raw unstable.Range) diag.Span {
	start := r.shift + int(raw.Offset)
	return r.file.Span(start, start+int(raw.Length))
}
