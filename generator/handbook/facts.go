package handbook

import (
	"html"
	"html/template"
	"slices"

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

// facts returns the fields of a record under the keys given, in their order; one that holds nothing is said to be left out.
func (s *sheet) facts(rec program.Any, keys ...string) []fact {
	fields := program.Written(rec, keys...)
	out := make([]fact, len(keys))
	for i, key := range keys {
		if at := slices.IndexFunc(fields, func(f program.Field) bool { return f.Key == key }); at >= 0 {
			out[i] = s.fact(fields[at])
			continue
		}
		out[i] = fact{Label: s.say("field-" + key), key: key, absent: true}
		out[i].show(s.absent())
	}
	return out
}

// shown returns fields, but for those that stand elsewhere on the page.
func (s *sheet) shown(fields []program.Field, without ...string) []fact {
	var out []fact
	for _, f := range fields {
		if !slices.Contains(without, f.Key) {
			out = append(out, s.fact(f))
		}
	}
	return out
}

func (s *sheet) fact(f program.Field) fact {
	out := fact{Label: s.say("field-" + f.Key), key: f.Key, values: s.values(f), Table: s.table(f.Rows), Facts: s.shown(f.Fields)}
	out.show(joined(out.values))
	return out
}

// values shows what a field holds. References to records that staff may not read are counted and not named.
func (s *sheet) values(f program.Field) []value {
	var out []value
	hidden := 0
	for _, leaf := range f.Leaves() {
		if p, ok := leaf.(program.Pointer); ok && p.To != nil && !s.staff.Sees(p.To) {
			hidden++
			continue
		}
		out = append(out, s.value(f.Key, leaf))
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

// table shows a list of tables.
func (s *sheet) table(rows [][]program.Field) *table {
	if len(rows) == 0 {
		return nil
	}
	out := &table{}
	for _, f := range rows[0] {
		out.Head = append(out.Head, s.say("field-"+f.Key))
	}
	for _, row := range rows {
		cells := make([]template.HTML, len(row))
		for i, f := range row {
			cells[i] = s.fact(f).HTML
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}
