package auditor

import (
	"unicode"
	"unicode/utf8"

	"trustpress/generator/plain"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// column is one column of a sheet: its head as CSV has it, the word for it, and what stands below.
type column[T any] struct {
	key, word string
	cell      func(*book, T) spreadsheet.Cell
}

// fillIn lays out a sheet with a row for each item of a list.
func fillIn[T any](b *book, s *spreadsheet.Sheet, list []T, columns []column[T]) {
	for _, c := range columns {
		s.Columns = append(s.Columns, spreadsheet.Column{Head: b.headed(c.word), Key: c.key})
	}
	for _, of := range list {
		row := make([]spreadsheet.Cell, len(columns))
		for i, c := range columns {
			row[i] = c.cell(b, of)
		}
		s.Rows = append(s.Rows, row)
	}
}

// headed is a word as the head of a column.
func (b *book) headed(word string) string {
	text := b.text(word)
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// own is the column of the record itself, which leads to its page.
func own[T program.Any](key, word string) column[T] {
	return column[T]{key, word, func(b *book, rec T) spreadsheet.Cell {
		return spreadsheet.Cell{Text: rec.Base().ID, Href: b.record(rec).Href}
	}}
}

// field is the column of a field that the author writes.
func field[T program.Any](key string) column[T] {
	return column[T]{key, "field-" + key, func(b *book, rec T) spreadsheet.Cell {
		for _, f := range program.Written(rec, key) {
			if f.Written {
				return b.cell(f.Value, b.record(rec).Href)
			}
		}
		return spreadsheet.Cell{}
	}}
}

// fieldsOf are the columns of fields.
func fieldsOf[T program.Any](keys ...string) []column[T] {
	out := make([]column[T], len(keys))
	for i, key := range keys {
		out[i] = field[T](key)
	}
	return out
}

// told is the column of what a record says in prose: in a sentence, and in its text.
func told[T program.Any](key, word string) column[T] {
	return column[T]{key, word, func(b *book, rec T) spreadsheet.Cell {
		r := rec.Base()
		return lineCell(b.said(r.Description), b.said(r.Body))
	}}
}

// prose is a column of one text.
func prose[T any](key, word string, of func(T) program.Prose) column[T] {
	return column[T]{key, word, func(b *book, x T) spreadsheet.Cell { return textCell(b.said(of(x))) }}
}

// said is a text without its marks.
func (b *book) said(p program.Prose) string { return plain.Text(string(b.view.prose(p, ""))) }

// documents are the policies and the procedures, as the list of them has them.
func (b *book) documents() []program.Any {
	var out []program.Any
	for _, p := range b.Program.Policies {
		out = append(out, p)
	}
	for _, p := range b.Program.Procedures {
		out = append(out, p)
	}
	return out
}
