package program

import (
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// Any is a record of any kind.
type Any interface{ Base() *Record }

// Record is what every kind has in common.
type Record struct {
	ID             string      `field:"id"` // stable, the author's own; of a record without one, its file's name
	Title          string      `field:"title"`
	Description    Prose       `field:"description"`
	Owner          Ref[Person] `field:"owner"`
	Classification string      `field:"classification" of:"public|internal|confidential"`
	Public         Public      `field:"public"`
	FormerIDs      []string    `field:"former_ids"`
	Starter        string      `field:"starter"`
	Body           Prose       `field:"body"`
	File           node.Text   `field:"file"` // of a register row: the Markdown file that is its body

	Kind         *Kind
	Span         diag.Span  // where the record begins
	Fields       *node.Node // where each key stands
	Broken       bool       // not all of it could be read: nothing is to be concluded from what is not in it
	Document     string     // the Markdown file that holds its prose, or ""
	Translations map[string]*Translation
	Params       []FieldParam // parameters in its plain fields
}

// Base returns the record.
func (r *Record) Base() *Record { return r }

// At returns the place of a field, or of the record if the field is not written.
func (r *Record) At(path ...string) diag.Span {
	if r.Fields.Get(path[0]) == nil {
		return r.Span
	}
	return r.Fields.At(path...)
}

// Home returns the file that holds the text of the record, from which its relative links start.
func (r *Record) Home() string {
	if r.Document != "" {
		return r.Document
	}
	return r.Span.File
}

// Identified reports whether the author gave the record a readable id.
func (r *Record) Identified() bool {
	return r.Fields.Get("id") != nil && r.ID == r.Fields.Get("id").Text
}

// Family returns what an id has in common with those that are numbered beside it: "AC" of "AC-02".
func Family(id string) string { return id[:max(0, strings.LastIndexByte(id, '-'))] }

// IsPublic reports whether the whole record is for everybody.
func (r *Record) IsPublic() bool { return r.Classification == "public" }

// IsConfidential reports whether the record is for the auditor alone.
func (r *Record) IsConfidential() bool { return r.Classification == "confidential" }

// Public is what a person wrote about a record for everybody to read. A bare string is its text.
type Public struct {
	Text       Prose          `field:"text,bare"`
	Title      Prose          `field:"title"`
	Criteria   []CriterionRef `field:"criteria"`
	Level      string         `field:"level" of:"examined|certified|self-assessed|commitment|planned"`
	ReviewedOn node.Day       `field:"reviewed_on"` // the day as of which it is told
	ValidUntil node.Day       `field:"valid_until"`
	ID         string         `field:"id"`
	FormerIDs  []string       `field:"former_ids"`
	Fields     []string       `field:"fields"` // the fields of the record that are public too
}

// PublicWords is what of a public table is told in words. A bare string is its text.
type PublicWords struct {
	Text  Prose `field:"text,bare"`
	Title Prose `field:"title"`
}

// FieldParam is a parameter that was used in a plain field.
type FieldParam struct {
	Field string // the key
	source.Param
}
