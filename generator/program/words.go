package program

import (
	"io/fs"

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

// parameters returns the parameters that a text uses and the site knows.
func parameters(site *config.Site, title, description, body string) []approval.Value {
	var out []approval.Value
	for _, name := range approval.Parameters(title, description, body) {
		if value, _, known := site.Value(name); known {
			out = append(out, approval.Value{Name: name, Value: value})
		}
	}
	return out
}
