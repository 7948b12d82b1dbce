package requests

import (
	"strings"
	"testing"
	"unicode/utf8"

	"trustpress/generator/audience"
	"trustpress/generator/config"
	"trustpress/generator/criteria"
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

func TestPlainly(t *testing.T) {
	for text, want := range map[string]string{
		" a\u202eb ": "ab", "{{ params.x }}": "{ { params.x }}", "{{{{ a }}": "{ { { { a }}", "${HOME} {% if %}": "$ {HOME} { % if %}",
		"[name] and [AC-02]": "(name) and [AC-02]", "{{ fill: x": "{ { fill: x",
	} {
		if got := plainly(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
