package auditor

import (
	"reflect"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/plain"
	"trustpress/generator/program"
)

// recordTwin is the twin of a page that shows records: a row for each, a column for each field of their kinds in the order of the
// struct, under the key that the field has in a record. What the bundle adds of its own stands last, under "bundle.".
func recordTwin(path string, kinds []*program.Kind, records []program.Any, added ...addedColumn) twin {
	var head []string
	for _, k := range kinds {
		for _, key := range columns(k.Type, "") {
			if !slices.Contains(head, key) {
				head = append(head, key)
			}
		}
	}
	added = append(slices.Clone(added), addedColumn{"bundle.page", view.pageOf})
	return twin{path, func(v view) [][]string {
		out := [][]string{slices.Concat(head, heads(added))}
		for _, rec := range records {
			out = append(out, v.row(rec, head, added))
		}
		return out
	}}
}

// addedColumn is a column that is no field of the record.
type addedColumn struct {
	head string
	cell func(view, program.Any) string
}

func heads(columns []addedColumn) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.head
	}
	return out
}

// pageOf returns where a record is shown, from the root of the bag, as the manifest names it.
func (v view) pageOf(rec program.Any) string { return "data/" + v.records[rec].href("") }

// columns returns the keys of a struct. A table has a column for each of its keys; a type that reads itself, as a period does, is
// one value and has one.
func columns(t reflect.Type, prefix string) []string {
	var out []string
	for _, f := range node.Fields(t) {
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && !reflect.PointerTo(inner).Implements(readsItself) {
			out = append(out, columns(inner, prefix+f.Key+".")...)
			continue
		}
		out = append(out, prefix+f.Key)
	}
	return out
}

var readsItself = reflect.TypeFor[node.Unmarshaler]()

func (v view) row(rec program.Any, head []string, added []addedColumn) []string {
	cells := map[string]string{}
	v.flatten(cells, "", program.Written(rec))
	cells["id"] = rec.Base().ID
	cells["body"] = plain.Text(string(v.prose(rec.Base().Body, "")))
	out := make([]string, 0, len(head)+len(added))
	for _, key := range head {
		out = append(out, cells[key])
	}
	for _, c := range added {
		out = append(out, c.cell(v, rec))
	}
	return out
}

// flatten fills in the cells of the fields that are written: of a table its own, and those of its keys.
func (v view) flatten(cells map[string]string, prefix string, fields []program.Field) {
	for _, f := range fields {
		if f.Written {
			cells[prefix+f.Key] = v.plain(f.Value, "; ")
			v.flatten(cells, prefix+f.Key+".", f.Fields)
		}
	}
}
