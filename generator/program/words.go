package program

import (
	"io/fs"
	"slices"

	"trustpress/generator/approval"
	"trustpress/generator/config"
	"trustpress/generator/diag"
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

// Places returns where each of a policy's or a procedure's Words stands today; none if they cannot be read. Those that stand for a
// parameter stand at its value in the site file.
func Places(fsys fs.FS, site *config.Site, rec Controlled) []diag.Span {
	r := rec.Base()
	out := slices.Concat(r.places("title", approval.Line), r.places("description", approval.Line))
	body := r.text("body")
	if r.Document == "" {
		out = append(out, r.places("body", approval.Body)...)
	} else {
		doc := source.Again(fsys, r.Document)
		if doc == nil {
			return nil
		}
		body = string(doc.Text)
		for _, word := range approval.Body(body) {
			out = append(out, doc.Span(word.Start, word.End))
		}
	}
	for _, value := range parameters(site, r.text("title"), r.text("description"), body) {
		for range value.Words() {
			out = append(out, site.Place(value.Name))
		}
	}
	return out
}

// places returns where the words of a field stand.
func (r *Record) places(key string, split func(string) []approval.Word) []diag.Span {
	n := r.Fields.Get(key)
	if n == nil {
		return nil
	}
	var out []diag.Span
	place := n.Places()
	for _, word := range split(n.Text) {
		out = append(out, place(word.Start, word.End))
	}
	return out
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

// parameters returns the parameters that a text uses and the site knows, in the order of their names.
func parameters(site *config.Site, title, description, body string) []approval.Value {
	var out []approval.Value
	for _, name := range approval.Parameters(title, description, body) {
		if value, _, known := site.Value(name); known {
			out = append(out, approval.Value{Name: name, Value: value})
		}
	}
	return out
}
