package edit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// cut is a piece of a text and what is to stand in its place.
type cut struct {
	from, to int
	text     string
}

// WithFields returns the text of a register in which some fields of the rows of some ids are others. Every byte that belongs to none of
// them stays; a row that is written otherwise than as a table of its own is refused.
func WithFields(register string, text []byte, kind string, changes map[string]Row) ([]byte, error) {
	root, err := parsed(register, text)
	if err != nil {
		return nil, err
	}
	lines := lineStarts(text)
	var cuts []cut
	for _, row := range tablesOf(root, kind) {
		for _, field := range changesOf(row, changes) {
			c, ok := place(text, lines, row, field)
			if !ok {
				return nil, fmt.Errorf("%s:%d: %s of %s cannot be changed where it stands\nhint: change it by hand: %s = %s", register, row.Span.Line, field.Key, row.Get("id").Text, field.Key, field.Value)
			}
			cuts = append(cuts, c)
		}
	}
	out := replaced(text, cuts)
	return out, sameBut(register, root, out, kind, changes)
}

// changesOf returns what is to change in a row.
func changesOf(row *node.Node, changes map[string]Row) Row {
	if id := row.Get("id"); id != nil {
		return changes[id.Text]
	}
	return nil
}

// place returns where a field of a row stands, or where it is to stand: below the id.
func place(text []byte, lines []int, row *node.Node, field Pair) (cut, bool) {
	pair, key := row.Pair(field.Key), row.Pair("id")
	if pair != nil {
		start := lines[pair.Span.Line-1] + pair.Span.Column - 1
		end, ok := valueEnd(text, start+len(field.Key))
		return cut{start, end, field.Key + " = " + field.Value}, ok && bytes.HasPrefix(text[start:], []byte(field.Key)) && startsLine(text, start)
	}
	start := lines[key.Span.Line-1] + key.Span.Column - 1
	end, ok := valueEnd(text, start+len("id"))
	eol := "\n"
	if bytes.HasSuffix(bytes.TrimSuffix(text[:lines[key.Span.Line-1]], []byte("\n")), []byte("\r")) {
		eol = "\r\n"
	}
	next := end + bytes.IndexByte(append(bytes.Clone(text[end:min(len(text), end+4096)]), '\n'), '\n')
	if next > 0 && next <= len(text) && text[next-1] == '\r' {
		next--
	}
	return cut{next, next, eol + field.Key + " = " + field.Value}, ok && startsLine(text, start)
}

// startsLine reports whether nothing but white space stands before a place in its line.
func startsLine(text []byte, at int) bool {
	return len(bytes.Trim(text[bytes.LastIndexByte(text[:at], '\n')+1:at], " \t")) == 0
}

// valueEnd returns where the value behind a key ends.
func valueEnd(text []byte, at int) (int, bool) {
	eq := bytes.IndexByte(text[at:], '=')
	if eq < 0 || len(bytes.TrimSpace(text[at:at+eq])) > 0 {
		return 0, false
	}
	at += eq + 1
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	depth := 0
	for at < len(text) {
		switch c := text[at]; {
		case c == '"' || c == '\'':
			at = stringEnd(text, at)
		case c == '[' || c == '{':
			depth++
			at++
		case c == ']' || c == '}':
			depth--
			at++
		case c == '#' && depth > 0:
			at += bytes.IndexByte(append(bytes.Clone(text[at:min(len(text), at+4096)]), '\n'), '\n')
		case depth > 0:
			at++
		case c == '\n' || c == '\r' || c == '#':
			return len(bytes.TrimRight(text[:at], " \t")), true
		default:
			at++
		}
		if depth == 0 && (text[at-1] == '"' || text[at-1] == '\'' || text[at-1] == ']' || text[at-1] == '}') {
			return at, true
		}
	}
	return len(text), depth == 0
}

// stringEnd returns where a text that is quoted ends.
func stringEnd(text []byte, at int) int {
	mark := text[at : at+1]
	if triple := bytes.Repeat(mark, 3); bytes.HasPrefix(text[at:], triple) {
		mark = triple
	}
	for i := at + len(mark); i < len(text); i++ {
		switch {
		case text[i] == '\\' && mark[0] == '"':
			i++
		case bytes.HasPrefix(text[i:], mark):
			i += len(mark)
			for len(mark) == 3 && i < len(text) && text[i] == mark[0] { // up to two more belong to the text
				i++
			}
			return i
		}
	}
	return len(text)
}

func lineStarts(text []byte) []int {
	out := []int{0}
	for i, c := range text {
		if c == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}

func replaced(text []byte, cuts []cut) []byte {
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, c := range cuts {
		out.Write(text[at:c.from])
		out.WriteString(c.text)
		at = c.to
	}
	out.Write(text[at:])
	return out.Bytes()
}

// sameBut returns an error unless a register says what it said, but for the fields that were to change, which say what they were to.
func sameBut(register string, was *node.Node, text []byte, kind string, changes map[string]Row) error {
	broken := fmt.Errorf("%s cannot be changed without harm\nhint: change it by hand; nothing was written", register)
	is, err := parsed(register, text)
	if err != nil || len(tablesOf(is, kind)) != len(tablesOf(was, kind)) {
		return broken
	}
	for i, row := range tablesOf(is, kind) {
		before := tablesOf(was, kind)[i]
		want := values(before)
		for _, field := range changesOf(before, changes) {
			delete(want, field.Key)
			one, findings := node.TOML(diag.NewFile(register, []byte(field.Key+" = "+field.Value)), 0, len(field.Key+" = "+field.Value), "")
			if len(findings) > 0 {
				return broken
			}
			want[field.Key] = flat(one.Get(field.Key))
		}
		if got := values(row); len(got) != len(want) || slices.ContainsFunc(row.Pairs, func(p node.Pair) bool { return got[p.Key] != want[p.Key] }) {
			return broken
		}
	}
	return nil
}

func values(row *node.Node) map[string]string {
	out := map[string]string{}
	for _, p := range row.Pairs {
		out[p.Key] = flat(p.Value)
	}
	return out
}

// flat returns a value as one text that no other value has.
func flat(n *node.Node) string {
	switch n.Kind {
	case node.List:
		var out []string
		for _, item := range n.Items {
			out = append(out, flat(item))
		}
		return fmt.Sprintf("[%s]", strings.Join(out, ","))
	case node.Map:
		var out []string
		for _, p := range n.Pairs {
			out = append(out, p.Key+"="+flat(p.Value))
		}
		return fmt.Sprintf("{%s}", strings.Join(out, ","))
	}
	return fmt.Sprintf("%d%q", n.Kind, n.Text)
}
