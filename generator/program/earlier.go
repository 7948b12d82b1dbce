package program

import (
	"bytes"

	"trustpress/generator/config"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// WordsBefore returns the words that a policy or a procedure had when its file held another text, or false if they cannot be read. The
// file is the one that holds its prose, else its register; where both are files, what the row says is as it is today.
func WordsBefore(site *config.Site, rec Controlled, text []byte) (string, bool) {
	before, body, ok := recordBefore(site, rec.Base(), text)
	return words(site, before, body), ok
}

// PartsBefore returns what a control said in an older text of its file, to be compared; none if that cannot be read.
func PartsBefore(site *config.Site, c *Control, text []byte) []Part {
	before, body, ok := recordBefore(site, &c.Record, text)
	if !ok {
		return nil
	}
	return parts(site, before, body)
}

// recordBefore returns the fields and the text that a record had in an older text of its file, or false if that cannot be read.
func recordBefore(site *config.Site, r *Record, text []byte) (before *Record, body string, ok bool) {
	if r.Document == "" {
		row := &Record{Fields: rowBefore(site, r, text)}
		return row, row.text("body"), row.Fields != nil
	}
	doc := source.Older(r.Document, bytes.Clone(text)) // which blanks the front matter
	if doc == nil {
		return &Record{}, "", false
	}
	if r.Document != r.Span.File {
		return r, string(doc.Text), true
	}
	return &Record{Fields: keyed(site, r.Kind, doc.Fields)}, string(doc.Text), true
}

// rowBefore returns the fields that a record had in an older text of its register, or nil.
func rowBefore(site *config.Site, r *Record, text []byte) *node.Node {
	for _, row := range readRegister(r.Kind, r.Span.File, text).rows {
		if r.was(site, row) {
			return keyed(site, r.Kind, row)
		}
	}
	return nil
}

// rowsOf returns the tables of a register: those of a list, or the one that stands alone.
func rowsOf(n *node.Node) []*node.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == node.List:
		return n.Items
	}
	return []*node.Node{n}
}

// keyed returns fields by our keys, where the site reads other keys as ours.
func keyed(site *config.Site, k *Kind, fields *node.Node) *node.Node {
	return (&builder{site: site}).mapped(draft{kind: k, fields: fields})
}
