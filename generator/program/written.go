package program

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"trustpress/generator/node"
)

// Field is one key of a record, or of a table in one, with what it holds.
type Field struct {
	Key     string
	Written bool // by the author; else the value stands for one that is not there, as the name of a file for an id
	Value
}

// Value is what a field holds, as far as it is nested: one leaf, a list of them, the fields of a table, or the rows of several. A leaf
// is a Pointer, a CriterionRef, a Prose, a Period, a node.Day, a node.Duration, a bool, a Word, or a string.
type Value struct {
	Leaf   any
	List   []any
	Fields []Field   // that hold something
	Rows   [][]Field // of the same keys each, of which some row holds something
}

// Pointer is a reference to a record of any kind.
type Pointer struct {
	ID, Anchor string
	To         Any // nil: it leads nowhere
}

// Word is one of the words that a field takes, and so has a name in every language.
type Word string

// Written returns the fields of a record that hold something, by the tags of its struct, so that a new field is shown the day that
// it is added; those under the keys given, if any are.
func Written(rec Any, keys ...string) []Field {
	return holding(fields(reflect.ValueOf(rec).Elem(), rec.Base().Fields, keys))
}

// IsAddress reports whether a text is an address that a browser may be sent to.
func IsAddress(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "mailto:")
}

// Empty reports whether a value holds nothing.
func (v Value) Empty() bool {
	return v.Leaf == nil && len(v.List) == 0 && len(v.Fields) == 0 && len(v.Rows) == 0
}

// Leaves returns the leaf of a value, or those of its list.
func (v Value) Leaves() []any {
	if v.Leaf != nil {
		return []any{v.Leaf}
	}
	return v.List
}

func holding(all []Field) []Field {
	return slices.DeleteFunc(all, func(f Field) bool { return f.Empty() })
}

// fields returns the fields of a struct under some keys, or all of them; n is what the author wrote for it, or nil if that is not known.
func fields(s reflect.Value, n *node.Node, keys []string) []Field {
	var out []Field
	for _, f := range node.Fields(s.Type()) {
		if len(keys) > 0 && !slices.Contains(keys, f.Key) {
			continue
		}
		at := n.Get(f.Key)
		if at != nil && at.Kind == node.Null { // a key with nothing after it
			at = nil
		}
		out = append(out, Field{f.Key, at != nil, held(s.FieldByIndex(f.Index), at, f.Of)})
	}
	return out
}

func held(x reflect.Value, n *node.Node, of []string) Value {
	switch {
	case x.Kind() == reflect.Pointer && x.IsNil():
		return Value{}
	case x.Kind() == reflect.Pointer:
		return held(x.Elem(), n, of)
	case x.Kind() == reflect.Slice && nested(x.Type().Elem()):
		return Value{Rows: rows(x, n)}
	case x.Kind() == reflect.Slice:
		return Value{List: list(x, of)}
	case nested(x.Type()):
		if short, ok := node.Bare(x.Type()); ok && n != nil && n.Kind != node.Map {
			return held(x.FieldByIndex(short.Index), n, nil)
		}
		return Value{Fields: holding(fields(x, n, nil))}
	}
	return Value{Leaf: leaf(x, n != nil, of)}
}

func list(x reflect.Value, of []string) []any {
	var out []any
	for i := range x.Len() {
		if item := leaf(x.Index(i), true, of); item != nil {
			out = append(out, item)
		}
	}
	return out
}

// rows returns the tables of a list, without the keys that no table holds anything for.
func rows(x reflect.Value, n *node.Node) [][]Field {
	out := make([][]Field, x.Len())
	used := map[string]bool{}
	for i := range out {
		out[i] = fields(x.Index(i), item(n, i, len(out)), nil)
		for _, f := range out[i] {
			used[f.Key] = used[f.Key] || !f.Empty()
		}
	}
	for i := range out {
		out[i] = slices.DeleteFunc(out[i], func(f Field) bool { return !used[f.Key] })
	}
	return out
}

// item returns what the author wrote for an item of a list, or nil if the list was not written item by item.
func item(n *node.Node, i, of int) *node.Node {
	if n == nil || n.Kind != node.List || len(n.Items) != of {
		return nil
	}
	return n.Items[i]
}

var readsItself = reflect.TypeFor[node.Unmarshaler]()

// nested reports whether a type is a table of fields: what reads itself from a node is one value.
func nested(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && !reflect.PointerTo(t).Implements(readsItself)
}

// leaf returns a single value, or nil if it is none. No and nought are values where somebody wrote them.
func leaf(x reflect.Value, written bool, of []string) any {
	empty := x.IsZero() && !written
	switch at := x.Addr().Interface().(type) {
	case Reference:
		return pointer(x, at)
	case *node.Text:
		return text(at.Text, of)
	case *node.Moment:
		return text(at.Text, of)
	case *CriterionRef:
		empty = at.Text == ""
	case *Prose:
		empty = at.Empty()
	case interface{ IsZero() bool }:
		empty = at.IsZero()
	}
	switch {
	case x.Kind() == reflect.String:
		return text(x.String(), of)
	case empty:
		return nil
	case x.CanInt():
		return strconv.FormatInt(x.Int(), 10)
	}
	return x.Interface()
}

func text(words string, of []string) any {
	switch {
	case words == "":
		return nil
	case slices.Contains(of, words):
		return Word(words)
	}
	return words
}

func pointer(x reflect.Value, ref Reference) any {
	id, anchor, _ := ref.Label()
	if id == "" {
		return nil
	}
	to, bound := x.FieldByName("To"), Pointer{ID: id, Anchor: anchor}
	if !to.IsNil() {
		bound.To, _ = to.Interface().(Any)
	}
	return bound
}
