package auditor

import (
	"fmt"
	"reflect"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// fact is one field of a record as a reader sees it.
type fact struct {
	Label string
	Value value
}

// headed are the fields that stand in the heading and the text of a record.
var headed = []string{"id", "title", "name", "description", "body", "file"}

// facts returns the fields of a record that are written, by the tags of its struct, so that a new field is in the bundle the day
// that it is added. but are those that the page shows by themselves.
func (v view) facts(rec program.Any, part string, but ...string) []fact {
	f := facts{view: v, part: part, fields: rec.Base().Fields}
	return f.of(reflect.ValueOf(rec).Elem(), slices.Concat(but, headed))
}

// only returns the facts of some fields.
func (v view) only(rec program.Any, keys ...string) []fact {
	var others []string
	for _, field := range node.Fields(rec.Base().Kind.Type) {
		if !slices.Contains(keys, field.Key) {
			others = append(others, field.Key)
		}
	}
	return v.facts(rec, "", others...)
}

// recorded returns the facts of some fields, in the order of the keys; of one that is not written, an empty one.
func (v view) recorded(rec program.Any, keys ...string) []fact {
	there := v.only(rec, keys...)
	out := make([]fact, len(keys))
	for i, key := range keys {
		out[i].Label = facts{view: v}.label(key)
		if at := slices.IndexFunc(there, func(f fact) bool { return f.Label == out[i].Label }); at >= 0 {
			out[i] = there[at]
		}
	}
	return out
}

// written returns all the fields of a record that are written, under their keys and with the words of the record.
func (v view) written(rec program.Any) []fact {
	f := facts{view: v, fields: rec.Base().Fields, written: true}
	return f.of(reflect.ValueOf(rec).Elem(), nil)
}

// facts turns fields of any type into what a reader sees.
type facts struct {
	view
	part    string
	fields  *node.Node // what the author wrote, where false and nothing differ; nil: not known
	words   bool       // the field holds words out of a fixed list
	written bool       // the keys and words of the record are wanted, not those of the interface
}

// at returns the same for what stands in a field or an item.
func (f facts) at(n *node.Node, words bool) facts {
	f.fields, f.words = n, words
	return f
}

func (f facts) of(s reflect.Value, but []string) []fact {
	var out []fact
	for _, field := range node.Fields(s.Type()) {
		n := f.fields.Get(field.Key)
		if n == nil && f.fields != nil || slices.Contains(but, field.Key) {
			continue
		}
		x := f.at(n, len(field.Of) > 0).value(s.FieldByIndex(field.Index))
		if !x.Empty() {
			out = append(out, fact{f.label(field.Key), x})
		}
	}
	return out
}

// label returns what a reader calls a field: a word of the interface, else the key itself.
func (f facts) label(key string) string {
	if f.written {
		return key
	}
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
	if d.IsZero() || f.written {
		return d.String()
	}
	return f.text(theme.CountKey(d.N, d.Unit), d.N)
}

// reference is a link to the record that was meant; of a mention that names none, its text.
func (f facts) reference(x reflect.Value, ref program.Reference) value {
	id, anchor, _ := ref.Label()
	if rec, ok := x.FieldByName("To").Interface().(program.Any); ok && !x.FieldByName("To").IsNil() {
		to := f.record(rec)
		if f.written && anchor != "" {
			to.ID += "#" + anchor
		}
		return value{Link: &to}
	}
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
		if f.written {
			return value{Text: fmt.Sprint(x.Bool())}
		}
		return value{Text: f.text(map[bool]string{true: "yes", false: "no"}[x.Bool()])}
	case reflect.String:
		if f.words && !f.written {
			return value{Text: f.chosen(x.String())}
		}
		return address(x.String())
	}
	return value{Text: fmt.Sprint(x.Interface())}
}

func (f facts) list(x reflect.Value) value {
	var out value
	for i := range x.Len() {
		if item := f.at(f.item(i, x.Len()), f.words).value(x.Index(i)); !item.Empty() {
			out.List = append(out.List, item)
		}
	}
	if len(out.List) > 0 && len(out.List[0].Facts) > 0 {
		return value{Table: tabulate(out.List)}
	}
	return out
}

// item returns what the author wrote for an item of a list, or nil if the list was not written item by item: a scalar may stand for
// a list of one, and repeats are dropped.
func (f facts) item(i, n int) *node.Node {
	if f.fields == nil || f.fields.Kind != node.List || len(f.fields.Items) != n {
		return nil
	}
	return f.fields.Items[i]
}
