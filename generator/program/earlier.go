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
	r := rec.Base()
	if r.Document == "" {
		row := rowBefore(site, r, text)
		return words(site, &Record{Fields: row}, (&Record{Fields: row}).text("body")), row != nil
	}
	doc := source.Older(r.Document, bytes.Clone(text)) // which blanks the front matter
	if doc == nil {
		return "", false
	}
	before := r
	if r.Document == r.Span.File {
		before = &Record{Fields: keyed(site, r.Kind, doc.Fields)}
	}
	return words(site, before, string(doc.Text)), true
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
