package auditor

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// What became of a record or a file, as a CSV file has it, in every language.
const (
	isNew      = "new"
	isChanged  = "changed"
	isAnswered = "answered"
	isGone     = "gone"
	isSame     = "same"
	isHeld     = "held"
)

// changed is what became of one record, or of one thing that was missing.
type changed struct {
	What, ID, Title, Page string
	Cells                 []changedCell
}

// changedCell is a column of a table in which a record is other than it was.
type changedCell struct{ Column, Before, After string }

// subject is a table that both bundles may have, by what its records are.
type subject struct {
	name    string
	changes []changed
	apart   []string // columns that one of the two has alone
}

// count returns how many records of a subject became something.
func (s subject) count(what string) int {
	n := 0
	for _, c := range s.changes {
		if c.What == what {
			n++
		}
	}
	return n
}

// subjectOf returns what the records of a table are, or "" for a table that repeats others. A page's table is called as its folder is,
// wherever an older bundle had it.
func subjectOf(at string) string {
	at = strings.TrimPrefix(at, "data/")
	if at == gapsTwin {
		return gapsSubject
	}
	folder := path.Dir(at)
	if name := path.Base(folder); at == twinOf(folder+"/index.html") && !isRaw("data/"+at) && slices.Contains(subjects(), name) {
		return name
	}
	return ""
}

const (
	gapsSubject     = "gaps"
	criteriaSubject = "criteria"
	requestsSubject = "requests"
	answered        = "answered"   // the status of a request
	requestID       = "request_id" // the head of the column that other tables call "id"
)

// subjects are the tables that are compared, in the order in which an auditor asks.
func subjects() []string {
	out := []string{"controls", criteriaSubject, "policies", "evidence", requestsSubject, gapsSubject, "deficiencies"}
	for _, k := range program.Kinds {
		if name := path.Base(k.Folder); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// changes compares the tables of two bundles, record by record.
func (w *writer) changes(sealed []bag.Sealed) ([]subject, error) {
	now, before := map[string]sheetOf{}, map[string]sheetOf{}
	for _, s := range sealed {
		if name := subjectOf(s.Path); name != "" {
			text, err := written(s)
			if err != nil {
				return nil, err
			}
			if now[name], err = readSheet(s.Path, text); err != nil {
				return nil, err
			}
		}
	}
	for at := range w.earlier.listed {
		if name := subjectOf(at); name != "" {
			text, err := w.earlier.bag.ReadFile(at)
			if err != nil {
				return nil, err
			}
			if before[name], err = readSheet(at, text); err != nil {
				return nil, fmt.Errorf("of %s: %w", w.earlier.ID, err)
			}
		}
	}
	var out []subject
	for _, name := range subjects() {
		if s := compareSheets(name, before[name], now[name]); len(s.changes)+len(s.apart) > 0 {
			w.lead(s)
			out = append(out, s)
		}
	}
	return out, nil
}

// lead gives the ways to the records of a subject whose table does not say them: what is no longer missing was missing of a record that is
// there. The list of requests is the service auditor's, and has no titles of ours.
func (w *writer) lead(s subject) {
	for i, c := range s.changes {
		rec := w.Record(c.ID)
		if rec != nil && c.Page == "" && (c.What != isGone || s.name == gapsSubject) {
			s.changes[i].Page = w.records[rec].href("")
		}
		if rec != nil && s.name == requestsSubject {
			s.changes[i].Title = program.Name(rec)
		}
	}
}

// sheetOf is a table as its CSV file has it: guarded, on one line a row. Both sides of a comparison are.
type sheetOf struct {
	head []string
	rows []map[string]string
}

var errNoHead = errors.New("it has no head")

func readSheet(at string, text []byte) (sheetOf, error) {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(spreadsheet.ByteOrderMark))))
	all, err := in.ReadAll()
	if err != nil || len(all) == 0 {
		return sheetOf{}, fmt.Errorf("%s is no table that can be read: %w", at, cmp.Or(err, errNoHead))
	}
	out := sheetOf{head: all[0]}
	if i := slices.Index(out.head, requestID); i >= 0 {
		out.head[i] = "id"
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, column := range out.head {
			row[column] = cells[i]
		}
		out.rows = append(out.rows, row)
	}
	return out, nil
}

// incidental are the columns that say where something stands, and not what it is.
var incidental = []string{"place", "files", "bundle.page", "bundle.file", "bundle.held"}

// ofCatalogue are the columns of criteria that the company does not write: another language, or another edition of our titles, changes nothing.
var ofCatalogue = []string{"title", "summary", "category", "family", "part_of"}

// compares reports whether a column says something of the records of a table.
func compares(name, column string) bool {
	return !slices.Contains(incidental, column) && (name != criteriaSubject || !slices.Contains(ofCatalogue, column))
}

func compareSheets(name string, before, now sheetOf) subject {
	out := subject{name: name}
	var columns []string
	for _, column := range now.head {
		if slices.Contains(before.head, column) && compares(name, column) {
			columns = append(columns, column)
		}
	}
	if before.head != nil && now.head != nil {
		out.apart = apart(name, before.head, now.head)
	}
	was, is := keyed(name, before.rows), keyed(name, now.rows)
	for _, k := range is.keys {
		row := is.rows[k]
		old, known := was.rows[k]
		if !known {
			out.changes = append(out.changes, changedRow(isNew, row))
			continue
		}
		if c := changedRow(isChanged, row); c.compare(name, columns, old, row) {
			out.changes = append(out.changes, c)
		}
	}
	for _, k := range was.keys {
		if _, still := is.rows[k]; !still {
			c := changedRow(isGone, was.rows[k])
			c.Page = ""
			out.changes = append(out.changes, c)
		}
	}
	return out
}

// apart returns the columns that one of two tables has alone.
func apart(name string, a, b []string) []string {
	var out []string
	for _, column := range slices.Concat(a, b) {
		if slices.Contains(a, column) != slices.Contains(b, column) && compares(name, column) {
			out = append(out, column)
		}
	}
	return out
}

// compare fills in the cells that differ, and reports whether there is one.
func (c *changed) compare(name string, columns []string, before, now map[string]string) bool {
	for _, column := range columns {
		if before[column] != now[column] {
			c.Cells = append(c.Cells, changedCell{column, before[column], now[column]})
		}
	}
	if name == requestsSubject && before["status"] != answered && now["status"] == answered {
		c.What = isAnswered
	}
	return len(c.Cells) > 0
}

func changedRow(what string, row map[string]string) changed {
	c := changed{What: what, Page: strings.TrimPrefix(row["bundle.page"], "data/")}
	c.ID = cmp.Or(row["id"], row["record"], row["criterion"], row["rule"])
	c.Title = cmp.Or(row["title"], row["name"], row["finding"], row["window"], row["request"], row["text"], row["policy"], row["target"])
	if c.Title = strings.TrimPrefix(c.Title, c.ID+": "); c.Title == c.ID {
		c.Title = ""
	}
	return c
}

// rowsByKey is the rows of a table under what tells them apart, in their order.
type rowsByKey struct {
	keys []string
	rows map[string]map[string]string
}

func keyed(name string, rows []map[string]string) rowsByKey {
	out := rowsByKey{rows: map[string]map[string]string{}}
	for _, row := range rows {
		key := keyOf(name, row)
		for n := 2; out.rows[key] != nil; n++ {
			key = keyOf(name, row) + "\x00" + itoa(n)
		}
		out.keys = append(out.keys, key)
		out.rows[key] = row
	}
	return out
}

// gapKey tells one thing that is missing from another: whether it is waived by now, and why, is what may change of it.
var gapKey = []string{"rule", "record", "criterion", "frequency", "window", "finding", "source"}

// keyOf returns what a row is known by: its id, or all that it says.
func keyOf(name string, row map[string]string) string {
	var parts []string
	switch {
	case name == gapsSubject:
		for _, column := range gapKey {
			parts = append(parts, row[column])
		}
	case row["id"] != "":
		parts = []string{row["framework"], row["id"]}
	default:
		for _, column := range sortedKeys(row) {
			if !slices.Contains(incidental, column) {
				parts = append(parts, column, row[column])
			}
		}
	}
	return strings.Join(parts, "\x00")
}
