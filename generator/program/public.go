package program

import (
	"slices"
	"strings"
)

// Whole returns the words of a record that can be public as a whole, and whether it can be. Others, such as evidence, a waiver, a
// disclosure or a person, are public by their public table alone, however they are classified.
func Whole(rec Any) (words Prose, can bool) {
	switch rec := rec.(type) {
	case *CUEC:
		return rec.Text, true
	case *Responsibility:
		return rec.Text, true
	case *Policy, *Procedure, *Control, *Commitment, *Vendor, *Document, *Update, *Question, *Page, *Report:
		return rec.Base().Body, true
	}
	return Prose{}, false
}

// Publishes reports whether everybody reads a field of a record: its public table, the fields that the table names, all of a public
// document, and the subprocessor and subservice tables of a vendor that say so.
func Publishes(rec Any, field string) bool {
	table, _, _ := strings.Cut(field, ".")
	if v, ok := rec.(*Vendor); ok && v.publishes(table) {
		return true
	}
	r := rec.Base()
	_, whole := Whole(rec)
	return table == "public" || whole && r.IsPublic() || slices.Contains(r.Public.Fields, table)
}

func (v *Vendor) publishes(table string) bool {
	switch table {
	case "subprocessor":
		return v.Subprocessor != nil && v.Subprocessor.Public
	case "subservice":
		return v.Subservice != nil && v.Subservice.Public
	}
	return false
}
