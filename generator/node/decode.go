package node

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
)

// Rules names the rules that a decoder's findings belong to.
type Rules struct {
	Unknown  string // a key nobody knows
	Misspelt string // a key within two edits of a known one
	Missing  string // a required key that is not there
	Value    string // a value of the wrong kind
}

// Unmarshaler is a type that reads itself from a node. It reports what it cannot read through the decoder.
type Unmarshaler interface {
	DecodeNode(n *Node, d *Decoder)
}

// Decoder turns trees into structs. Everything it finds goes to Findings, with Record as the record it is about.
type Decoder struct {
	Rules    Rules
	Record   string
	Known    func(key string) bool   // keys that belong to others and are passed over
	Foreign  func(key string) string // what to do about a key that nobody knows, or ""
	Expand   func(n *Node) string    // replaces parameters in plain text
	Env      any                     // what the Unmarshalers of a stage share
	Refuse   func(n *Node) bool      // reports a scalar that nobody has filled in yet
	Findings []diag.Finding

	meant map[*Node][]string // keys that are there, misspelt
	path  []string           // the keys of the value that is being read
}

// Key returns the key of the value that is being read, "subprocessor.transfer" in a table.
func (d *Decoder) Key() string { return strings.Join(d.path, ".") }

// Fail reports a value that is none.
func (d *Decoder) Fail(at diag.Span, message, hint string) {
	d.add(d.Rules.Value, at, message, hint)
}

func (d *Decoder) add(rule string, at diag.Span, message, hint string) {
	d.Findings = append(d.Findings, diag.Finding{Rule: rule, Span: at, Message: message, Hint: hint, Record: d.Record})
}

// Struct fills a struct, given by pointer, from a Map. A required key that is missing is reported at the table's own place.
func (d *Decoder) Struct(n *Node, into any) {
	v := reflect.ValueOf(into).Elem()
	d.fields(n, v, true)
}

// Partial fills a struct as Struct does, and reports neither unknown nor missing keys: for a second, sparser source.
func (d *Decoder) Partial(n *Node, into any) {
	d.fields(n, reflect.ValueOf(into).Elem(), false)
}

func (d *Decoder) fields(n *Node, v reflect.Value, strict bool) {
	fields := Fields(v.Type())
	for _, p := range n.Pairs {
		i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == p.Key })
		if i < 0 {
			if strict {
				d.unknown(n, p, fields)
			}
			continue
		}
		if p.Value.Kind == Null {
			continue
		}
		d.path = append(d.path, p.Key)
		d.value(p.Value, v.FieldByIndex(fields[i].Index), fields[i])
		d.path = d.path[:len(d.path)-1]
	}
	if strict {
		d.missing(n, fields)
	}
}

func (d *Decoder) missing(n *Node, fields []Field) {
	for _, f := range fields {
		if f.Required {
			d.Require(n, f.Key)
		}
	}
}

// Require reports a key that is not there, at the table's own place, or that holds nothing, at the key.
func (d *Decoder) Require(n *Node, key string) {
	if p := n.Pair(key); p == nil {
		if !slices.Contains(d.meant[n], key) { // a misspelt key has its finding
			d.add(d.Rules.Missing, n.Span, fmt.Sprintf("%q is missing", key), "")
		}
	} else if v := p.Value; v.empty() || v.Kind == List && len(v.Items) == 0 {
		d.add(d.Rules.Missing, p.Span, fmt.Sprintf("%q is empty", key), "")
	}
}

func (d *Decoder) unknown(n *Node, p Pair, fields []Field) {
	if d.Known != nil && d.Known(p.Key) {
		return
	}
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	if meant, ok := Misspelt(p.Key, keys); ok {
		if d.meant == nil {
			d.meant = map[*Node][]string{}
		}
		d.meant[n] = append(d.meant[n], meant)
		d.add(d.Rules.Misspelt, p.Span, fmt.Sprintf("unknown key %q", p.Key), fmt.Sprintf("did you mean %q?", meant))
		return
	}
	hint := ""
	if d.Foreign != nil {
		hint = d.Foreign(p.Key)
	}
	d.add(d.Rules.Unknown, p.Span, fmt.Sprintf("unknown key %q", p.Key), hint)
}

// Misspelt returns the known key that a key is within two edits of. Among very short keys everything is near everything, so
// there one edit must do, and less than half of the letters may differ.
func Misspelt(key string, known []string) (string, bool) {
	limit := 2
	if len(key) <= 3 {
		limit = 1
	}
	meant, ok := nearest.Within(key, known, limit)
	return meant, ok && nearest.Distance(key, meant, limit)*2 <= len(meant)
}

func (d *Decoder) value(n *Node, v reflect.Value, f Field) {
	if u, ok := v.Addr().Interface().(Unmarshaler); ok {
		u.DecodeNode(n, d)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		d.list(n, v, f)
	case reflect.Struct:
		short, ok := Bare(v.Type())
		switch {
		case n.Kind == Map:
			d.fields(n, v, true)
		case ok:
			d.value(n, v.FieldByIndex(short.Index), short)
		default:
			d.Fail(n.Span, fmt.Sprintf("%q takes a table, not %s", f.Key, n.Kind), "")
		}
	case reflect.Pointer:
		before, e := len(d.Findings), reflect.New(v.Type().Elem())
		d.value(n, e.Elem(), f)
		if len(d.Findings) == before || e.Elem().Kind() == reflect.Struct && n.Kind == Map { // else there is no value
			v.Set(e)
		}
	case reflect.Map:
		d.table(n, v, f)
	default:
		d.scalar(n, v, f)
	}
}

// list fills a slice. One scalar or table is a list of one; a repeated scalar is dropped. An empty item is a slip: it names nothing.
func (d *Decoder) list(n *Node, v reflect.Value, f Field) {
	items := n.Items
	if n.Kind != List {
		items = []*Node{n}
	}
	seen := map[string]bool{}
	for _, item := range items {
		if item.empty() {
			if n.Kind == List {
				d.Fail(item.Span, fmt.Sprintf("%q holds an empty item", f.Key), "write what belongs there, or delete it")
			}
			continue
		}
		if item.scalar() && seen[item.Text] {
			continue
		}
		seen[item.Text] = item.scalar()
		before := len(d.Findings)
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(item, e, f)
		if len(d.Findings) == before || e.Kind() == reflect.Struct {
			v.Set(reflect.Append(v, e))
		}
	}
}

func (d *Decoder) table(n *Node, v reflect.Value, f Field) {
	if n.Kind != Map {
		d.Fail(n.Span, fmt.Sprintf("%q takes a table, not %s", f.Key, n.Kind), "")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, p := range n.Pairs {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(p.Value, e, Field{Key: p.Key})
		v.SetMapIndex(reflect.ValueOf(p.Key), e)
	}
}

func (d *Decoder) scalar(n *Node, v reflect.Value, f Field) {
	if !n.scalar() {
		d.Fail(n.Span, fmt.Sprintf("%q takes %s, not %s", f.Key, scalarName(v.Kind()), n.Kind), "")
		return
	}
	if d.refused(n) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if text := d.text(n); d.allowed(n, text, f) {
			v.SetString(text)
		}
	case reflect.Bool:
		if n.Text != "true" && n.Text != "false" {
			d.Fail(n.Span, fmt.Sprintf("%q takes true or false, not %q", f.Key, n.Text), "")
			return
		}
		v.SetBool(n.Text == "true")
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(n.Text, 10, 64)
		if err != nil || i < 0 {
			d.Fail(n.Span, fmt.Sprintf("%q takes a whole number, not %q", f.Key, n.Text), "")
			return
		}
		v.SetInt(i)
	}
}

func scalarName(k reflect.Kind) string {
	switch k {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	}
	return "text"
}

// text returns the text of a scalar with its parameters filled in.
func (d *Decoder) text(n *Node) string {
	if !n.scalar() {
		d.Fail(n.Span, fmt.Sprintf("text is expected here, not %s", n.Kind), "")
		return ""
	}
	if d.Expand != nil {
		return d.Expand(n)
	}
	return n.Text
}

// refused reports whether a scalar is a question that nobody has answered. It has its finding then, and no other is due.
func (d *Decoder) refused(n *Node) bool { return d.Refuse != nil && n.scalar() && d.Refuse(n) }

// allowed reports whether a text is one of the words that its field may hold.
func (d *Decoder) allowed(n *Node, text string, f Field) bool {
	if len(f.Of) == 0 || slices.Contains(f.Of, text) {
		return true
	}
	hint := describe(f.Of)
	if meant, ok := nearest.Within(text, f.Of, 2); ok {
		hint = fmt.Sprintf("did you mean %q?", meant)
	}
	d.Fail(n.Span, fmt.Sprintf("%q cannot be %q", f.Key, text), hint)
	return false
}

// Report passes on what a reader of a value found, about the record that is being decoded.
func (d *Decoder) Report(findings []diag.Finding) {
	for _, f := range findings {
		f.Record = d.Record
		d.Findings = append(d.Findings, f)
	}
}
