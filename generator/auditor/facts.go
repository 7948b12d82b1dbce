package auditor

import (
	"fmt"
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

// facts returns the fields of a record that are written. but are those that the page shows by themselves.
func (v view) facts(rec program.Any, part string, but ...string) []fact {
	return v.shown(slices.DeleteFunc(program.Written(rec), func(f program.Field) bool {
		return !f.Written || slices.Contains(headed, f.Key) || slices.Contains(but, f.Key)
	}), part)
}

// only returns some fields of a record, those that are written.
func (v view) only(rec program.Any, keys ...string) []fact {
	return slices.DeleteFunc(v.recorded(rec, keys...), func(f fact) bool { return f.Value.Empty() })
}

// recorded returns some fields of a record in the order of the keys; of one that is not written, an empty one.
func (v view) recorded(rec program.Any, keys ...string) []fact {
	out := make([]fact, len(keys))
	for i, key := range keys {
		out[i].Label = v.label(key)
	}
	for _, f := range program.Written(rec, keys...) {
		if i := slices.Index(keys, f.Key); i >= 0 && f.Written {
			out[i].Value = v.value(f.Value, "")
		}
	}
	return out
}

func (v view) shown(fields []program.Field, part string) []fact {
	out := make([]fact, len(fields))
	for i, f := range fields {
		out[i] = fact{v.label(f.Key), v.value(f.Value, part)}
	}
	return out
}

// label returns what a reader calls a field: a word of the interface, else the key itself.
func (v view) label(key string) string {
	if word, err := v.theme.Word(v.lang, "field-"+key); err == nil {
		return word
	}
	return key
}

func (v view) value(x program.Value, part string) value {
	if x.Leaf != nil {
		return v.leaf(x.Leaf, part)
	}
	out := value{Facts: v.shown(x.Fields, part), Table: v.table(x.Rows, part)}
	for _, leaf := range x.List {
		out.List = append(out.List, v.leaf(leaf, part))
	}
	return out
}

// table is a list of tables of the same fields.
func (v view) table(rows [][]program.Field, part string) *table {
	if len(rows) == 0 {
		return nil
	}
	out := &table{}
	for _, f := range rows[0] {
		out.Head = append(out.Head, v.label(f.Key))
	}
	for _, row := range rows {
		cells := make([]value, len(row))
		for i, f := range row {
			cells[i] = v.value(f.Value, part)
		}
		out.row(cells...)
	}
	return out
}

func (v view) leaf(leaf any, part string) value {
	switch x := leaf.(type) {
	case program.Pointer:
		return v.pointer(x)
	case program.CriterionRef:
		return value{Link: &v.criteriaOf([]program.CriterionRef{x})[0]}
	case program.Prose:
		return value{HTML: v.prose(x, part)}
	case program.Period:
		return date(daysOf(x))
	case node.Day:
		return date(days{From: x.String()})
	case node.Duration:
		return value{Text: v.text(theme.CountKey(x.N, x.Unit), x.N)}
	case program.Word:
		return value{Text: v.chosen(string(x))}
	case bool:
		return value{Text: v.text(map[bool]string{true: "yes", false: "no"}[x])}
	}
	return address(fmt.Sprint(leaf))
}

// pointer is the way to the record that was meant; of a reference that leads nowhere, what was written.
func (v view) pointer(p program.Pointer) value {
	if p.To == nil {
		return value{Text: p.ID}
	}
	to := v.record(p.To)
	return value{Link: &to}
}
