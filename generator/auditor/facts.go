package auditor

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// fact is one field of a record as a reader sees it.
type fact struct {
	Label string
	Value value
}

// value is what a field holds: one of a text, finished HTML, a link, days, a list, further fields or a table of them.
type value struct {
	Text  string
	HTML  template.HTML
	Link  *link
	Days  *days
	List  []value
	Facts []fact
	Table *table
}

// table is a list of tables of the same fields.
type table struct {
	Head []string
	Rows [][]value
}

func (x value) empty() bool {
	return x.Text == "" && x.HTML == "" && x.Link == nil && x.Days == nil && len(x.List) == 0 && len(x.Facts) == 0 && x.Table == nil
}

// headed are the fields that stand in the heading and the text of a record.
var headed = []string{"id", "title", "name", "description", "body", "file"}

// facts returns the fields of a record that are written, by the tags of its struct, so that a new field is in the bundle the day
// that it is added. but are those that the page shows by themselves.
func (v view) facts(rec program.Any, part string, but ...string) []fact {
	f := facts{view: v, part: part, fields: rec.Base().Fields}
	return f.of(reflect.ValueOf(rec).Elem(), append(but, headed...))
}

// facts turns fields of any type into what a reader sees.
type facts struct {
	view
	part   string
	fields *node.Node // what the author wrote, where false and nothing differ; nil: not known
	words  bool       // the field holds words out of a fixed list
}

func (f facts) of(s reflect.Value, but []string) []fact {
	var out []fact
	for _, field := range node.Fields(s.Type()) {
		n := f.fields.Get(field.Key)
		if n == nil && f.fields != nil || slices.Contains(but, field.Key) {
			continue
		}
		x := facts{f.view, f.part, n, len(field.Of) > 0}.value(s.FieldByIndex(field.Index))
		if !x.empty() {
			out = append(out, fact{f.label(field.Key), x})
		}
	}
	return out
}

// label returns what a reader calls a field: a word of the interface, else the key itself.
func (f facts) label(key string) string {
	if word, err := f.theme.Word(f.lang, "field-"+key); err == nil {
		return word
	}
	return key
}

func (f facts) value(x reflect.Value) value {
	switch at := x.Addr().Interface().(type) {
	case *program.CriterionRef:
		return value{Link: &f.criteriaOf([]program.CriterionRef{*at})[0]}
	case *program.Prose:
		return value{HTML: f.prose(*at, f.part)}
	case *program.Public:
		if f.fields != nil && f.fields.Kind != node.Map { // a bare text is short for the table
			return value{HTML: f.prose(at.Text, f.part)}
		}
	case *program.Period:
		return date(daysOf(*at))
	case *node.Day:
		return date(days{From: at.String()})
	case *node.Duration:
		return value{Text: f.duration(*at)}
	case *node.Moment:
		return value{Text: at.Text}
	case *node.Text:
		return address(at.Text)
	case program.Reference:
		return f.reference(x, at)
	case fmt.Stringer:
		return value{Text: at.String()}
	}
	return f.plain(x)
}

func (f facts) duration(d node.Duration) string {
	if d.IsZero() {
		return ""
	}
	return f.text(theme.CountKey(d.N, d.Unit), d.N)
}

// reference is a link to the record that was meant; of a mention that names none, its text.
func (f facts) reference(x reflect.Value, ref program.Reference) value {
	if rec, ok := x.FieldByName("To").Interface().(program.Any); ok && !x.FieldByName("To").IsNil() {
		to := f.record(rec)
		return value{Link: &to}
	}
	id, _, _ := ref.Label()
	return value{Text: id}
}

func (f facts) plain(x reflect.Value) value {
	switch x.Kind() {
	case reflect.Pointer:
		if x.IsNil() {
			return value{}
		}
		return f.value(x.Elem())
	case reflect.Slice:
		return f.list(x)
	case reflect.Struct:
		return value{Facts: f.of(x, nil)}
	case reflect.Bool:
		return value{Text: f.text(map[bool]string{true: "yes", false: "no"}[x.Bool()])}
	case reflect.String:
		if f.words {
			return value{Text: f.chosen(x.String())}
		}
		return address(x.String())
	}
	return value{Text: fmt.Sprint(x.Interface())}
}

func (f facts) list(x reflect.Value) value {
	var out value
	for i := range x.Len() {
		if item := (facts{f.view, f.part, f.item(i, x.Len()), f.words}).value(x.Index(i)); !item.empty() {
			out.List = append(out.List, item)
		}
	}
	if len(out.List) > 0 && len(out.List[0].Facts) > 0 {
		return value{Table: tabulate(out.List)}
	}
	return out
}

// tabulate makes a table of items with fields of their own, one column for each field that any of them has.
func tabulate(items []value) *table {
	t := &table{}
	for _, item := range items {
		row := make([]value, len(t.Head))
		for _, f := range item.Facts {
			i := slices.Index(t.Head, f.Label)
			if i < 0 {
				i = len(t.Head)
				t.Head, row = append(t.Head, f.Label), append(row, value{})
			}
			row[i] = f.Value
		}
		t.Rows = append(t.Rows, row)
	}
	for i, row := range t.Rows { // those before a late column
		t.Rows[i] = append(row, make([]value, len(t.Head)-len(row))...)
	}
	return t
}

// item returns what the author wrote for an item of a list, or nil if the list was not written item by item: a scalar may stand for
// a list of one, and repeats are dropped.
func (f facts) item(i, n int) *node.Node {
	if f.fields == nil || f.fields.Kind != node.List || len(f.fields.Items) != n {
		return nil
	}
	return f.fields.Items[i]
}

// address is a link if the text is an address that a browser may be sent to.
func address(s string) value {
	if isAddress(s) {
		return value{Link: &link{Title: s, Href: s}}
	}
	return value{Text: s}
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// days is one day, or a span of days.
type days struct{ From, To string }

func daysOf(p program.Period) days {
	switch {
	case p.IsZero():
		return days{}
	case p.From == p.To:
		return days{From: p.From.String()}
	}
	return days{p.From.String(), p.To.String()}
}

func date(d days) value {
	if d.From == "" {
		return value{}
	}
	return value{Days: &d}
}
