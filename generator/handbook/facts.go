package handbook

import (
	"html"
	"html/template"
	"reflect"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// fact is one field of a record as a page shows it: a value, a table of rows, or facts of its own.
type fact struct {
	Label string
	Row   template.HTML // of a value: all of its line, because a template takes longer over three parts than over one
	Table *table
	Facts []fact

	HTML   template.HTML // the value alone, for a cell of a table
	key    string
	values []value
	absent bool // the author left it out
}

// show sets the value of a fact.
func (f *fact) show(value template.HTML) {
	f.HTML = value
	if value != "" {
		f.Row = "<div><dt>" + template.HTML(html.EscapeString(f.Label)) + "</dt><dd>" + value + "</dd></div>"
	}
}

// size ranks values before tables, so that a page says in short what can be said so.
func (f *fact) size() int {
	if f.Row != "" {
		return 0
	}
	return 1
}

// table is a list of tables in a record.
type table struct {
	Head []string
	Rows [][]template.HTML
}

// elsewhere are the keys that a page shows in its own place.
var elsewhere = []string{"id", "title", "name", "description", "body", "file", "starter", "public"}

// facts returns the fields of a record under the keys given, in their order; one that the author left out is said to be.
func (s *sheet) facts(rec program.Any, keys ...string) []fact {
	var out []fact
	x := reflect.ValueOf(rec).Elem()
	fields := node.Fields(x.Type())
	for _, key := range keys {
		i := slices.IndexFunc(fields, func(f node.Field) bool { return f.Key == key })
		if i < 0 {
			continue
		}
		f, ok := s.fact(fields[i], x.FieldByIndex(fields[i].Index))
		if !ok {
			f.absent = true
			f.show(s.absent())
		}
		out = append(out, f)
	}
	return out
}

// written returns the fields that the author wrote, but for those that stand elsewhere on the page.
func (s *sheet) written(x reflect.Value, without ...string) []fact {
	var out []fact
	for _, field := range node.Fields(x.Type()) {
		if slices.Contains(without, field.Key) {
			continue
		}
		if f, ok := s.fact(field, x.FieldByIndex(field.Index)); ok {
			out = append(out, f)
		}
	}
	return out
}

// fact shows one field, unless it is empty.
func (s *sheet) fact(field node.Field, x reflect.Value) (fact, bool) {
	out := fact{Label: s.say("field-" + field.Key), key: field.Key}
	for x.Kind() == reflect.Pointer && !x.IsNil() {
		x = x.Elem()
	}
	switch {
	case x.Kind() == reflect.Pointer:
		return out, false
	case field.Type.Kind() == reflect.Pointer && x.Kind() == reflect.Bool:
		out.values = []value{s.yesNo(x.Bool())}
	case nested(x.Type()):
		out.Facts = s.written(x)
	case x.Kind() == reflect.Slice && nested(x.Type().Elem()):
		out.Table = s.table(x)
	case x.Kind() == reflect.Slice:
		out.values = s.values(field, x)
	default:
		if v, ok := s.value(field, x); ok {
			out.values = []value{v}
		}
	}
	out.show(joined(out.values))
	return out, len(out.values) > 0 || out.Table != nil || len(out.Facts) > 0
}

// nested reports whether a type is a table of its own, and not a value.
func nested(t reflect.Type) bool {
	switch reflect.New(t).Interface().(type) {
	case program.Reference, *program.CriterionRef, *program.Prose, *program.Period, *node.Day, *node.Duration, *node.Moment, *node.Text:
		return false
	}
	return t.Kind() == reflect.Struct
}

// values shows a list. References to records that staff may not read are counted and not named.
func (s *sheet) values(field node.Field, x reflect.Value) []value {
	var out []value
	hidden := 0
	for i := range x.Len() {
		if rec, ok := target(x.Index(i)); ok && !s.staff.Sees(rec) {
			hidden++
			continue
		}
		if v, ok := s.value(field, x.Index(i)); ok {
			out = append(out, v)
		}
	}
	if hidden > 0 {
		out = append(out, text(s.hidden(hidden)))
	}
	return out
}

// hidden says that records are there which staff may not read.
func (s *sheet) hidden(n int) string {
	if n == 1 {
		return s.say("restricted")
	}
	return s.say("restricted-count", n)
}

// target returns the record that a reference leads to.
func target(x reflect.Value) (program.Any, bool) {
	if _, ok := x.Addr().Interface().(program.Reference); !ok {
		return nil, false
	}
	to := x.FieldByName("To")
	if to.IsNil() {
		return nil, false
	}
	rec, ok := to.Interface().(program.Any)
	return rec, ok
}

// table shows a list of tables.
func (s *sheet) table(x reflect.Value) *table {
	if x.Len() == 0 {
		return nil
	}
	out := &table{}
	fields := node.Fields(x.Type().Elem())
	for _, f := range fields {
		out.Head = append(out.Head, s.say("field-"+f.Key))
	}
	for i := range x.Len() {
		row := make([]template.HTML, len(fields))
		for j, f := range fields {
			cell, _ := s.fact(f, x.Index(i).FieldByIndex(f.Index))
			row[j] = cell.HTML
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
