package program

import "strings"

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

// Publishes reports whether everybody reads a field of a record: its public table, all of a public document, and the subprocessor
// table of a vendor that says so.
func Publishes(rec Any, field string) bool {
	table, _, _ := strings.Cut(field, ".")
	if v, ok := rec.(*Vendor); ok && table == "subprocessor" && v.Subprocessor != nil && v.Subprocessor.Public {
		return true
	}
	_, whole := Whole(rec)
	return table == "public" || whole && rec.Base().IsPublic()
}
