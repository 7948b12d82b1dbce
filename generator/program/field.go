package program

import (
	"reflect"
	"sync"

	"trustpress/generator/node"
)

// Visitor is called for what stands in the fields of a record; nil members are passed over.
type Visitor struct {
	Ref       func(key string, ref Reference)
	Criterion func(key string, ref *CriterionRef)
	Prose     func(key string, prose *Prose)
}

// Visit walks the fields of a record, those in its tables and those of its translations.
func Visit(rec Any, v Visitor) {
	v.fields("", reflect.ValueOf(rec).Elem())
	for _, t := range rec.Base().translations() {
		v.fields("", reflect.ValueOf(t).Elem())
	}
}

func (v Visitor) fields(key string, s reflect.Value) {
	for _, f := range linked(s.Type()) {
		k := f.Key
		if key != "" {
			k = key + "." + k
		}
		v.value(k, s.FieldByIndex(f.Index))
	}
}

func (v Visitor) value(key string, x reflect.Value) {
	switch at := x.Addr().Interface().(type) {
	case Reference:
		if v.Ref != nil && at.Written() {
			v.Ref(key, at)
		}
		return
	case *CriterionRef:
		if v.Criterion != nil && at.Text != "" {
			v.Criterion(key, at)
		}
		return
	case *Prose:
		v.prose(key, at)
		return
	}
	switch x.Kind() {
	case reflect.Slice:
		for i := range x.Len() {
			v.value(key, x.Index(i))
		}
	case reflect.Pointer:
		if !x.IsNil() {
			v.value(key, x.Elem())
		}
	case reflect.Struct:
		v.fields(key, x)
	}
}

func (v Visitor) prose(key string, p *Prose) {
	if v.Prose != nil && p.Prose != nil {
		v.Prose(key, p)
	}
}

var linkedFields sync.Map // reflect.Type → []node.Field

// linked returns the fields of a struct type that can lead to a reference or a text.
func linked(t reflect.Type) []node.Field {
	if known, ok := linkedFields.Load(t); ok {
		return known.([]node.Field)
	}
	var out []node.Field
	for _, f := range node.Fields(t) {
		if leads(f.Type) {
			out = append(out, f)
		}
	}
	known, _ := linkedFields.LoadOrStore(t, out)
	return known.([]node.Field)
}

var (
	reference = reflect.TypeFor[Reference]()
	criterion = reflect.TypeFor[CriterionRef]()
	prose     = reflect.TypeFor[Prose]()
)

func leads(t reflect.Type) bool {
	switch {
	case t == criterion, t == prose, reflect.PointerTo(t).Implements(reference):
		return true
	case t.Kind() == reflect.Slice, t.Kind() == reflect.Pointer:
		return leads(t.Elem())
	}
	return t.Kind() == reflect.Struct && len(linked(t)) > 0
}
