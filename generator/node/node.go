// Package node owns the positioned tree that YAML, TOML and JSON all become, and the one decoder that turns such a tree into a
// tagged struct. Front matter, registers, site.toml and framework files go through it, so that every key and value has a
// place, and a misspelt key, a wrong type or a missing field is found the same way everywhere.
//
// It refuses what has no single meaning: duplicate keys, YAML aliases, keys that are not words.
package node

import (
	"sort"

	"trustpress/generator/diag"
)

// Kind says what a node holds.
type Kind uint8

const (
	Null Kind = iota // a key without a value
	String
	Number
	Bool
	Date // a date or a time
	List
	Map
)

func (k Kind) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a date", "a list", "a table"}[k]
}

// Node is one value with its place. Scalars keep their exact text: 3.10 stays "3.10" and no stays "no".
type Node struct {
	Kind  Kind
	Text  string // scalars
	Span  diag.Span
	Inner Origin
	Items []*Node // List
	Pairs []Pair  // Map, in the order of the file
}

// Pair is one key of a Map and its value.
type Pair struct {
	Key   string
	Span  diag.Span // of the key
	Value *Node
}

// Origin says where the bytes of a scalar's text stand in the file, for prose inside a value. The zero Origin means that
// text and file do not run in step (escapes, folding), and only the value's own place is known.
type Origin struct {
	Line, Column int // place of the first byte of the text
	Indent       int // bytes stripped from the start of each further line
}

// Get returns the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	if p := n.Pair(key); p != nil {
		return p.Value
	}
	return nil
}

// Pair returns the pair of a key, or nil.
func (n *Node) Pair(key string) *Pair {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key == key {
			return &n.Pairs[i]
		}
	}
	return nil
}

// At returns the place of the value under a path of keys, or of the deepest part of the path that is there.
func (n *Node) At(path ...string) diag.Span {
	for _, key := range path {
		next := n.Get(key)
		if next == nil {
			break
		}
		n = next
	}
	return n.Span
}

// Place returns the place of the byte at offset in the scalar's text, and of the end byte, as far as they are known.
func (n *Node) Place(offset, end int) diag.Span { return n.Places()(offset, end) }

// Places returns Place for a reader who asks often: the lines are counted once.
func (n *Node) Places() func(offset, end int) diag.Span {
	if n.Inner.Line == 0 {
		return func(int, int) diag.Span { return n.Span }
	}
	lines := []int{0} // offset of the first byte of each
	for at := range len(n.Text) {
		if n.Text[at] == '\n' {
			lines = append(lines, at+1)
		}
	}
	return func(offset, end int) diag.Span {
		s := diag.Span{File: n.Span.File}
		s.Line, s.Column = n.Inner.place(n.Text, lines, offset)
		s.EndLine, s.EndColumn = n.Inner.place(n.Text, lines, end)
		return s
	}
}

func (o Origin) place(text string, lines []int, offset int) (line, column int) {
	offset = min(max(offset, 0), len(text))
	i := sort.SearchInts(lines, offset+1) - 1
	first := o.Indent + 1
	switch start := lines[i]; {
	case i == 0:
		first = o.Column
	case start == len(text) || text[start] == '\n': // an empty line has no indent that could be counted on
		first = 1
	}
	return o.Line + i, first + offset - lines[i]
}

// Empty returns a Map without keys that stands at a place.
func Empty(at diag.Span) *Node { return &Node{Kind: Map, Span: at} }
