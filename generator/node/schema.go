package node

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Field is one key that a tagged struct takes. The tag is
//
//	field:"name"           the key
//	field:"name,required"  it must be there
//	field:"name,bare"      a value without a table is short for a table with this key alone
//	of:"a|b|c"             the words that it may hold
type Field struct {
	Key      string
	Required bool
	Bare     bool
	Of       []string
	Type     reflect.Type
	Index    []int // for reflect.Value.FieldByIndex
}

var schemas sync.Map // reflect.Type → []Field

// Fields returns the keys of a struct type in the order of its declaration, those of embedded structs in their place.
// A key of the struct itself wins over the same key of an embedded one.
func Fields(t reflect.Type) []Field {
	if known, ok := schemas.Load(t); ok {
		return known.([]Field)
	}
	var out []Field
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("field")
		switch {
		case f.Anonymous && !tagged && f.Type.Kind() == reflect.Struct:
			for _, inner := range Fields(f.Type) {
				inner.Index = append([]int{i}, inner.Index...)
				out = append(out, inner)
			}
		case tagged:
			own := field(f, tag, i)
			out = slices.DeleteFunc(out, func(inner Field) bool { return inner.Key == own.Key })
			out = append(out, own)
		}
	}
	known, _ := schemas.LoadOrStore(t, out)
	return known.([]Field)
}

func field(f reflect.StructField, tag string, i int) Field {
	key, rest, _ := strings.Cut(tag, ",")
	out := Field{Key: key, Required: rest == "required", Bare: rest == "bare", Type: f.Type, Index: []int{i}}
	if of := f.Tag.Get("of"); of != "" {
		out.Of = strings.Split(of, "|")
	}
	return out
}

// Bare returns the field of a struct that a value without a table is short for, if it has one.
func Bare(t reflect.Type) (Field, bool) {
	fields := Fields(t)
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Bare })
	if i < 0 {
		return Field{}, false
	}
	return fields[i], true
}

// describe names the words of an enumeration for a hint: "one of a, b, c".
func describe(of []string) string {
	return fmt.Sprintf("one of %s", strings.Join(of, ", "))
}
