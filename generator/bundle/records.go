package bundle

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"trustpress/generator/program"
)

// What became of a record or a file, as a CSV file has it, in every language.
const (
	New      = "new"
	Changed  = "changed"
	Answered = "answered"
	Gone     = "gone"
	Same     = "same"
	Kept     = "held"
)

// Change is what became of one record, or of one thing that was missing.
type Change struct {
	What, ID, Title, Page string
	Cells                 []Cell
}

// Cell is a column of a table in which a record is other than it was.
type Cell struct{ Column, Before, After string }

// Subject is a table that both bundles may have, by what its records are.
type Subject struct {
	Name    string
	Changes []Change
	Apart   []string // columns that one of the two has alone
}

// Count returns how many records of a subject became something.
func (s Subject) Count(what string) int {
	n := 0
	for _, c := range s.Changes {
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
	if at == GapsPath {
		return Gaps
	}
	folder := path.Dir(at)
	if name := path.Base(folder); at == TableOf(folder+"/index.html") && !isRaw("data/"+at) && slices.Contains(subjects(), name) {
		return name
	}
	return ""
}

// The subjects that are more than a kind of record to a reader.
const (
	Gaps     = "gaps"
	Criteria = "criteria"
	Requests = "requests"
)

// answered is a status of a request.
const answered = "answered"

// subjects are the tables that are compared, in the order in which an auditor asks.
func subjects() []string {
	out := []string{"controls", Criteria, "policies", "evidence", Requests, Gaps, "deficiencies"}
	for _, k := range program.Kinds {
		if name := path.Base(k.Folder); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Compared reports whether a file of a bundle is a table that is compared with that of another bundle.
func Compared(at string) bool { return subjectOf(at) != "" }

// Changes compares the tables of this bundle with those of the one that follows it, record by record.
func (b *Bundle) Changes(tables map[string][]byte) ([]Subject, error) {
	now, before := map[string]table{}, map[string]table{}
	for at, text := range tables {
		var err error
		if now[subjectOf(at)], err = readTable(at, text); err != nil {
			return nil, err
		}
	}
	for _, l := range b.bag.Payload {
		name := subjectOf(l.Path)
		if name == "" {
			continue
		}
		text, err := b.bag.ReadFile(l.Path)
		if err != nil {
			return nil, err
		}
		if before[name], err = readTable(l.Path, text); err != nil {
			return nil, fmt.Errorf("of %s: %w", b.ID, err)
		}
	}
	var out []Subject
	for _, name := range subjects() {
		if s := compareTables(name, before[name], now[name]); len(s.Changes)+len(s.Apart) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

// incidental are the columns that say where something stands, and not what it is.
var incidental = []string{"place", "files", "bundle.page", "bundle.file", "bundle.held"}

// ofCatalogue are the columns of criteria that the company does not write: another language, or another edition of our titles, changes nothing.
var ofCatalogue = []string{"title", "summary", "category", "family", "part_of"}

// compares reports whether a column says something of the records of a table.
func compares(name, column string) bool {
	return !slices.Contains(incidental, column) && (name != Criteria || !slices.Contains(ofCatalogue, column))
}

func compareTables(name string, before, now table) Subject {
	out := Subject{Name: name}
	var columns []string
	for _, column := range now.head {
		if slices.Contains(before.head, column) && compares(name, column) {
			columns = append(columns, column)
		}
	}
	if before.head != nil && now.head != nil {
		out.Apart = apart(name, before.head, now.head)
	}
	was, is := keyed(name, before.rows), keyed(name, now.rows)
	for _, k := range is.keys {
		row := is.rows[k]
		old, known := was.rows[k]
		if !known {
			out.Changes = append(out.Changes, changedRow(New, row))
			continue
		}
		if c := changedRow(Changed, row); c.compare(name, columns, old, row) {
			out.Changes = append(out.Changes, c)
		}
	}
	for _, k := range was.keys {
		if _, still := is.rows[k]; !still {
			c := changedRow(Gone, was.rows[k])
			c.Page = ""
			out.Changes = append(out.Changes, c)
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
func (c *Change) compare(name string, columns []string, before, now map[string]string) bool {
	for _, column := range columns {
		if before[column] != now[column] {
			c.Cells = append(c.Cells, Cell{column, before[column], now[column]})
		}
	}
	if name == Requests && before["status"] != answered && now["status"] == answered {
		c.What = Answered
	}
	return len(c.Cells) > 0
}

func changedRow(what string, row map[string]string) Change {
	c := Change{What: what, Page: strings.TrimPrefix(row["bundle.page"], "data/")}
	c.ID = cmp.Or(row["id"], row["record"], row["criterion"], row["rule"])
	c.Title = cmp.Or(row["title"], row["name"], row["finding"], row["window"], row["request"], row["text"], row["policy"], row["target"])
	if c.Title = strings.TrimPrefix(c.Title, c.ID+": "); c.Title == c.ID {
		c.Title = ""
	}
	return c
}
