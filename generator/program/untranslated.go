package program

import (
	"reflect"
	"slices"
	"strings"

	"trustpress/generator/node"
)

// Untranslated returns the plain fields of a record that everybody reads and that have no words in a language, as "subprocessor.data".
// Text has its own translation; names and the codes of countries need none.
func Untranslated(rec Any, lang string) []string {
	t := rec.Base().Translations[lang]
	if t == nil {
		t = &Translation{}
	}
	return lacking("", rec, reflect.ValueOf(rec).Elem(), reflect.ValueOf(&t.TranslatedFields).Elem())
}

// lacking compares a table of words with the table that it translates.
func lacking(table string, rec Any, written, translated reflect.Value) []string {
	var out []string
	for _, f := range node.Fields(translated.Type()) {
		key := strings.TrimPrefix(table+"."+f.Key, ".")
		from, ok := field(written, f.Key)
		if !ok || named(rec, f.Key) || !Publishes(rec, key) {
			continue
		}
		to := translated.FieldByIndex(f.Index)
		switch {
		case to.Kind() == reflect.Struct && to.Type() != reflect.TypeFor[Prose]():
			if from.Kind() == reflect.Pointer && !from.IsNil() {
				out = append(out, lacking(key, rec, from.Elem(), to)...)
			}
		case lacks(from, to):
			out = append(out, key)
		}
	}
	return out
}

// named reports whether a field holds names: those of products are the same in every language, and those of categories stand in a
// catalogue.
func named(rec Any, key string) bool {
	r, report := rec.(*Report)
	return key == "products" || report && key == "not_in_scope" && len(r.Categories) > 0
}

func field(s reflect.Value, key string) (reflect.Value, bool) {
	fields := node.Fields(s.Type())
	i := slices.IndexFunc(fields, func(f node.Field) bool { return f.Key == key })
	if i < 0 {
		return reflect.Value{}, false
	}
	return s.FieldByIndex(fields[i].Index), true
}

// lacks reports whether words are there that are not translated: a list counts as translated if each item is.
func lacks(from, to reflect.Value) bool {
	switch to.Kind() {
	case reflect.String:
		return from.String() != "" && to.String() == ""
	case reflect.Slice:
		if chain, ok := from.Interface().([]Link); ok {
			return len(Purposes(chain)) != to.Len()
		}
		list, plain := from.Interface().([]string)
		return from.Len() != to.Len() && !(plain && !slices.ContainsFunc(list, func(text string) bool { return !IsCountry(text) }))
	}
	return false
}
