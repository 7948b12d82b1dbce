package node

import (
	"bytes"
	"regexp"
	"strings"
	"time"

	"trustpress/generator/diag"
)

// Nearly all front matter is flat: a word, a colon, and one line with a plain value, a quoted one or a short list. flat reads that
// without the YAML parser, which costs several times as much, and gives way to it at the first thing that is anything else. A test
// holds the two against each other.
type flat struct {
	file *diag.File
	root *Node
	at   int // offset of the line in the file
}

// readFlat reads flat YAML, or reports that it is not flat.
func readFlat(file *diag.File, start, end int) (*Node, bool) {
	text := file.Text[start:end]
	if !ordinary(text) {
		return nil, false
	}
	f := flat{file: file, at: start}
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if !f.line(strings.TrimSuffix(string(line), "\r")) {
			return nil, false
		}
		f.at += len(text) - len(rest)
		text = rest
	}
	return f.root, f.root != nil
}

// ordinary reports whether a text holds no character that YAML treats specially wherever it stands.
func ordinary(text []byte) bool {
	for i, b := range text {
		switch {
		case b < ' ' && b != '\n' && (b != '\r' || i+1 == len(text) || text[i+1] != '\n'), b == 0x7F:
			return false
		case b == 0xC2 || b == 0xE2 || b == 0xEF || b == 0xF0: // where line breaks, byte order marks and the like begin
			return false
		}
	}
	return true
}

var (
	flatKey   = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_-]{0,63}):(?: +|$)`)
	flatPlain = regexp.MustCompile(`^(?:[\pL(/][^:#,\[\]{}"'\x60]*|\d{1,4} [a-z]+)$`)
	flatDay   = regexp.MustCompile(`^[12]\d{3}-\d{2}-\d{2}$`)
	reserved  = regexp.MustCompile(`^(?i:y|n|yes|no|on|off|true|false|null)$`)
)

func (f *flat) line(line string) bool {
	trimmed := strings.TrimRight(line, " ")
	if trimmed == "" || trimmed[0] == '#' {
		return true
	}
	m := flatKey.FindStringSubmatch(trimmed)
	if m == nil || reserved.MatchString(m[1]) || f.root.Get(m[1]) != nil {
		return false
	}
	from := len(m[0])
	if len(trimmed) == len(m[1])+1 { // a key alone: what belongs to it may follow
		return false
	}
	value := f.value(trimmed[from:], f.at+from)
	if value == nil {
		return false
	}
	if f.root == nil {
		f.root = &Node{Kind: Map, Span: f.file.Span(f.at, f.at+1)}
	}
	f.root.Pairs = append(f.root.Pairs, Pair{m[1], f.file.Span(f.at, f.at+len(m[1])), value})
	return true
}

func (f *flat) value(text string, at int) *Node {
	switch text[0] {
	case '[':
		return f.list(text, at)
	case '"', '\'':
		return f.quoted(text, at)
	}
	return f.plain(text, at)
}

// plain reads an unquoted value: text, or a date. Numbers and words such as yes are left to the parser.
func (f *flat) plain(text string, at int) *Node {
	kind := String
	if flatDay.MatchString(text) {
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return nil
		}
		kind = Date
	} else if !flatPlain.MatchString(text) || reserved.MatchString(text) {
		return nil
	}
	return f.scalar(kind, text, at, at+len(text), at)
}

func (f *flat) quoted(text string, at int) *Node {
	inner := text[1 : len(text)-min(1, len(text)-1)]
	if len(text) < 2 || text[len(text)-1] != text[0] || strings.ContainsAny(inner, "\\"+text[:1]) {
		return nil
	}
	return f.scalar(String, inner, at, at+len(text), at+1)
}

func (f *flat) scalar(kind Kind, text string, start, end, inner int) *Node {
	n := &Node{Kind: kind, Text: text, Span: f.file.Span(start, end)}
	n.Inner = Origin{Line: n.Span.Line, Column: n.Span.Column + inner - start}
	return n
}

func (f *flat) list(text string, at int) *Node {
	if text[len(text)-1] != ']' || len(text) == 2 || strings.Contains(text, "?") { // in a list a question mark begins a key
		return nil
	}
	n := &Node{Kind: List, Span: f.file.Span(at, at+1)}
	at++
	for item := range strings.SplitSeq(text[1:len(text)-1], ",") {
		word := strings.TrimLeft(item, " ")
		trimmed := strings.TrimRight(word, " ")
		if trimmed == "" {
			return nil
		}
		value := f.plain(trimmed, at+len(item)-len(word))
		if value == nil {
			return nil
		}
		n.Items = append(n.Items, value)
		at += len(item) + 1
	}
	return n
}
