package program

import (
	"cmp"
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
	case *Claim:
		return rec.Text, true
	case *Policy, *Procedure, *Control, *Commitment, *Vendor, *Document, *Update, *Question, *Page, *Report:
		return rec.Base().Body, true
	}
	return Prose{}, false
}

// Known reports whether everybody may read all of a record, its id too.
func Known(rec Any) bool {
	_, whole := Whole(rec)
	return whole && rec.Base().IsPublic()
}

// PublicID returns the id by which everybody knows a record: what a person wrote as its public id, else its own if that is public.
func PublicID(rec Any) string {
	r := rec.Base()
	if Known(rec) {
		return cmp.Or(r.Public.ID, r.ID)
	}
	return r.Public.ID
}

// tellable lists, by kind, the fields that a public table can make public by naming them.
var tellable = map[string][]string{
	"control":     {"frequency", "type", "mode"},
	"policy":      {"version", "effective_on", "approved_on", "next_review"},
	"commitment":  {"kind"},
	"description": {"section"},
	"report": {"kind", "type", "period", "as_of", "issued", "valid_until", "opinion", "auditor", "certificate", "accreditation", "scope",
		"categories", "not_in_scope", "services", "locations", "exceptions", "covers", "signatory", "changes", "use", "access", "next_expected",
		"supersedes", "sha256", "size"},
}

// Publishes reports whether everybody reads a field of a record: its public table, the fields that the table names, all of a public
// document, and the subprocessor and subservice tables of a vendor that say so. Of a report only what is named is told.
func Publishes(rec Any, field string) bool {
	table, _, _ := strings.Cut(field, ".")
	r := rec.Base()
	named := table == "public" || slices.Contains(r.Public.Fields, table) && slices.Contains(tellable[r.Kind.Name], table)
	switch rec := rec.(type) {
	case *Vendor:
		named = named || rec.publishes(table)
	case *Report:
		if slices.Contains(tellable["report"], table) {
			return named
		}
	}
	return named || Known(rec)
}

// WholeOf returns the words of a record that can be public as a whole in the translation.
func (t *Translation) WholeOf(rec Any) Prose {
	switch rec.(type) {
	case *CUEC, *Responsibility, *Claim:
		return t.Text
	}
	return t.Body
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
