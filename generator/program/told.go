package program

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Told is one text of a record, as its readers find it.
type Told struct {
	Key      string        // "public.text"
	Lang     string        // of a translation; "" for the language of the record itself
	Prose    *source.Prose // nil: a plain field
	Words    string        // of a plain field
	Node     *node.Node    // the value that it is written in; nil: the body of a document, or a value that is not known
	Document string        // the Markdown file whose body it is, or ""
}

// unspoken are keys whose values are names, numbers and addresses, and no words of anybody.
var unspoken = map[string]bool{"id": true, "former_ids": true, "fields": true, "file": true, "sha256": true, "source_sha256": true, "starter": true, "signature": true,
	"signing_keys": true, "emails": true, "website": true, "lei": true, "refs": true, "approved_by": true}

// Tell returns every text that everybody reads of a record, in its own language and then in the others.
func Tell(rec Any) []Told {
	r := rec.Base()
	if _, whole := Whole(rec); !(whole && r.IsPublic()) && r.Fields.Get("public") == nil && !tables(rec) {
		return nil
	}
	return Texts(rec, func(key string) bool { return Publishes(rec, key) })
}

// Texts returns the texts of some fields of a record, in its own language and then in the others.
func Texts(rec Any, of func(key string) bool) []Told {
	r := rec.Base()
	out := teller{of: of, document: r.Document}.record(reflect.ValueOf(rec).Elem(), r.Fields)
	for _, lang := range slices.Sorted(maps.Keys(r.Translations)) {
		t := r.Translations[lang]
		document := ""
		if strings.HasSuffix(t.Span.File, ".md") {
			document = t.Span.File
		}
		out = append(out, teller{of, lang, document}.record(reflect.ValueOf(t).Elem(), t.Fields)...)
	}
	return out
}

// tables reports whether everybody reads a table of a vendor.
func tables(rec Any) bool {
	v, ok := rec.(*Vendor)
	return ok && (v.publishes("subprocessor") || v.publishes("subservice"))
}

type teller struct {
	of             func(key string) bool // whose texts are asked for
	lang, document string
}

func (t teller) record(s reflect.Value, n *node.Node) []Told {
	var out []Told
	for _, f := range holding(fields(s, n, nil)) {
		if t.of(f.Key) {
			out = append(out, t.value(f.Key, f.Value, n.Get(f.Key))...)
		}
	}
	return out
}

// value returns the texts of a value, however it is nested.
func (t teller) value(key string, v Value, n *node.Node) []Told {
	var out []Told
	for i, leaf := range v.Leaves() {
		at := n
		if v.Leaf == nil {
			at = item(n, i, len(v.List))
		}
		if one, ok := t.leaf(key, leaf, at); ok {
			out = append(out, one)
		}
	}
	for _, f := range v.Fields {
		out = append(out, t.value(key+"."+f.Key, f.Value, n.Get(f.Key))...)
	}
	for i, row := range v.Rows {
		at := item(n, i, len(v.Rows))
		for _, f := range row {
			out = append(out, t.value(key+"."+f.Key, f.Value, at.Get(f.Key))...)
		}
	}
	return out
}

func (t teller) leaf(key string, leaf any, n *node.Node) (Told, bool) {
	if key == "public" { // a bare text is short for the table
		key = "public.text"
	}
	out := Told{Key: key, Lang: t.lang, Node: n}
	switch leaf := leaf.(type) {
	case Prose:
		out.Prose = leaf.Prose
		if key == "body" && (n == nil || n.Kind != node.String) {
			out.Document = t.document
		}
		return out, !leaf.Empty()
	case string:
		out.Words = leaf
		return out, !unspoken[key[strings.LastIndexByte(key, '.')+1:]] && !IsAddress(leaf)
	}
	return Told{}, false
}

// Passages reads a text once more, for the places of its words; again gives the text of a Markdown file back, or nil if it cannot
// be had.
func (p *Program) Passages(t Told, again func(name string) *source.Document) []source.Passage {
	switch {
	case t.Document != "":
		if doc := again(t.Document); doc != nil {
			return p.parser.BodyPassages(doc)
		}
	case t.Node == nil:
	case t.Prose != nil:
		return p.parser.FieldPassages(t.Node.Text, t.Node.Places())
	case t.Node.Text == t.Words: // no parameter stands in it
		return []source.Passage{source.Plain(t.Words, t.Node.Places())}
	}
	return nil
}

// At returns where a text begins, as far as that is known.
func (t Told) At(r *Record) diag.Span {
	switch {
	case t.Node != nil:
		return t.Node.Span
	case t.Document != "":
		return diag.Start(t.Document)
	}
	return r.At(strings.Split(t.Key, ".")...)
}
