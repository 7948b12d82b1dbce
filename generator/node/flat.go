package node

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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

// key returns the length of the word that a line begins with, if a colon and a blank or the end follow it.
func key(line string) int {
	n := 0
	for n < len(line) && n < 64 && wordByte(line[n], n == 0) {
		n++
	}
	if n == 0 || n == len(line) || line[n] != ':' || n+1 < len(line) && line[n+1] != ' ' {
		return 0
	}
	return n
}

func wordByte(b byte, first bool) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b == '_' || !first && (b >= '0' && b <= '9' || b == '-')
}

// isText reports whether an unquoted value is text for certain: it begins with a letter, a slash or a parenthesis and holds
// nothing that could mean something else; or it is a duration, as 12 months.
func isText(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if first >= '0' && first <= '9' {
		return isDuration(text)
	}
	return (unicode.IsLetter(first) || first == '(' || first == '/') && !strings.ContainsAny(text, ":#,[]{}\"'`") && !reserved(text)
}

func isDuration(text string) bool {
	number, unit, found := strings.Cut(text, " ")
	return found && len(number) <= 4 && unit != "" && strings.Trim(number, "0123456789") == "" && strings.Trim(unit, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isDay reports whether a value is a date.
func isDay(text string) bool {
	if len(text) != len(time.DateOnly) || text[0] != '1' && text[0] != '2' {
		return false
	}
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// reserved reports whether a word is no text in YAML, but true, false or nothing.
func reserved(word string) bool {
	switch len(word) {
	case 1, 2, 3, 4, 5:
		return slices.Contains([]string{"y", "n", "yes", "no", "on", "off", "true", "false", "null"}, strings.ToLower(word))
	}
	return false
}

func (f *flat) line(line string) bool {
	trimmed := strings.TrimRight(line, " ")
	if trimmed == "" || trimmed[0] == '#' {
		return true
	}
	n := key(trimmed)
	if n == 0 || n+1 == len(trimmed) { // no key, or a key alone: what belongs to it may follow
		return false
	}
	name := trimmed[:n]
	if reserved(name) || f.root.Get(name) != nil {
		return false
	}
	from := len(trimmed) - len(strings.TrimLeft(trimmed[n+1:], " "))
	value := f.value(trimmed[from:], f.at+from)
	if value == nil {
		return false
	}
	if f.root == nil {
		f.root = &Node{Kind: Map, Span: f.file.Span(f.at, f.at+1)}
	}
	f.root.Pairs = append(f.root.Pairs, Pair{name, f.file.Span(f.at, f.at+n), value})
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
	if isDay(text) {
		kind = Date
	} else if !isText(text) {
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
