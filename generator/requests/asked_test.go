package requests

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

func empty() *audience.Edition {
	return &audience.Edition{Trace: &trace.Trace{Site: &config.Site{}, Program: &program.Program{}, Catalogues: criteria.Builtin()}}
}

// No cell takes longer than another: what is longer than a spreadsheet holds is cut before anybody looks for a name, a parameter or a
// blank in it.
func TestLongCellsAreCut(t *testing.T) {
	for _, column := range []string{"Title", "Criteria", "Control", "Owner", "Due", "Period", "Comment"} {
		list := List{Name: "list.csv", Text: []byte("No,Request," + column + "\n1,leavers,\"" + strings.Repeat("{{ params.x }} [name] XX9.9,", 100_000) + "\"\n")}
		rows, notes, err := readAsked(empty(), list, ImportOptions{})
		if err != nil || len(rows) != 1 || !strings.Contains(strings.Join(notes, "\n"), "is cut after 32767 characters") {
			t.Fatalf("%s: got %d rows, %d notes, %v", column, len(rows), len(notes), err)
		}
		if n := utf8.RuneCountInString(rows[0].comment); n > 2*longestCell {
			t.Errorf("the comment has %d characters", n)
		}
	}
}

// A small workbook can name one long text in every row.
func TestALongListIsRefused(t *testing.T) {
	list := List{Name: "list.csv", Text: []byte("No,Request\n" + strings.Repeat("1,"+strings.Repeat("*", 32_000)+"\n", 600))}
	if _, _, err := readAsked(empty(), list, ImportOptions{}); err == nil || !strings.Contains(err.Error(), "32 MB together") {
		t.Errorf("got %v", err)
	}
}

// A list keeps its name as far as every system, git and a register can bear it.
func TestNameOfAList(t *testing.T) {
	for name, want := range map[string]string{
		"PBC list.xlsx": "PBC list.xlsx", "Begäran.CSV": "Begäran.CSV", "..": "file.csv", "../../etc/passwd": "passwd.csv", `..\..\x.csv`: "x.csv", ".gitattributes": "gitattributes.csv",
		"-rf.csv": "rf.csv", "nul.tar.csv": "_nul.tar.csv", "\xff\xfe.csv": "file.csv", "{{ params.x }}.csv": "params.x.csv", "a\u202eb.csv": "a-b.csv",
		strings.Repeat("a", 300) + ".csv": strings.Repeat("a", 116) + ".csv", strings.Repeat("å", 116): strings.Repeat("a", 116) + ".csv", "x.html": "x.html.csv",
	} {
		if got := (List{Name: name}).safe(); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// Two lists whose names are one file somewhere are two files everywhere.
func TestListsOfOneNameAreKeptApart(t *testing.T) {
	e := empty()
	e.Site.Content.Root = "content"
	e.AsOf = node.Day{}
	files := fstest.MapFS{"content/requests/lists/Lista å.csv": {Data: []byte("one")}}
	for name, want := range map[string]string{"lista a\u030a.CSV": "lists/Lista å.csv", "Lista a.csv": "lists/Lista a.csv"} {
		got, changes, err := List{Name: name, Text: []byte("one")}.keep(files, e)
		if err != nil || got != want {
			t.Errorf("%q: got %q, %d changes, %v", name, got, len(changes), err)
		}
	}
	if got, changes, err := (List{Name: "LISTA Å.csv", Text: []byte("two")}).keep(files, e); err != nil || got == "lists/LISTA Å.csv" || len(changes) != 2 {
		t.Errorf("got %q, %d changes, %v", got, len(changes), err)
	}
}
