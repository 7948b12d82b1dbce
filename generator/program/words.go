package program

import (
	"io/fs"
	"maps"
	"slices"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/source"
)

// Words returns the words of a policy or a procedure as an approval is over them, read once more from its file, or false if they
// cannot be read.
func Words(fsys fs.FS, site *config.Site, rec Controlled) (string, bool) {
	r := rec.Base()
	if r.Document == "" {
		return words(site, r, r.text("body")), true
	}
	doc := source.Again(fsys, r.Document)
	if doc == nil {
		return "", false
	}
	return words(site, r, string(doc.Text)), true
}

// words returns the words of a record's title, description and body, and of the parameters in them.
func words(site *config.Site, r *Record, body string) string {
	title, description := r.text("title"), r.text("description")
	return approval.Words(title, description, body, parameters(site, title, description, body))
}

// text returns a field as it is written.
func (r *Record) text(key string) string {
	if n := r.Fields.Get(key); n != nil {
		return n.Text
	}
	return ""
}

// parameters returns the parameters that texts use, in the order of their names.
func parameters(site *config.Site, texts ...string) []approval.Value {
	used := map[string]string{}
	for _, text := range texts {
		for at := 0; ; {
			t, start, ok := config.Next(text[at:])
			if !ok {
				break
			}
			if value, _, known := site.Value(t.Name); known && t.Kind == config.Parameter {
				used[t.Name] = value
			}
			at += start + t.Len
		}
	}
	var out []approval.Value
	for _, name := range slices.Sorted(maps.Keys(used)) {
		out = append(out, approval.Value{Name: name, Value: used[name]})
	}
	return out
}
