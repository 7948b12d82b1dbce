package history_test

import (
	"slices"
	"strings"
	"testing"

	"trustpress/generator/history"
)

func TestPeople(t *testing.T) {
	r := newRepo(t)
	r.write(".mailmap", "Anna Berg Lund <anna@new.example> <anna@example.com>\nErik Ek <erik@example.com> <ee@old.example>\n")
	r.write("a.md", page("1"))
	r.commit("edit\n\nWhy.\n\nCo-authored-by: E. <ee@old.example>\nco-authored-by:  Erik Ek <erik@example.com>\nCo-Authored-By: Somebody\n" +
		"Co-authored-by: Anna Berg <anna@example.com>\nCo-authored-by: Åsa \"Å\" Öst <asa@example.com>")
	c := r.log("").Of("a.md")[0].Commit
	if want := (history.Person{Name: "Anna Berg Lund", Email: "anna@new.example"}); c.Author != want {
		t.Errorf("author %+v, want %+v", c.Author, want)
	}
	want := []history.Person{{Name: "Erik Ek", Email: "erik@example.com"}, {Name: "Somebody"}, {Name: `Åsa "Å" Öst`, Email: "asa@example.com"}}
	if !slices.Equal(c.CoAuthors, want) {
		t.Errorf("co-authors %+v, want %+v", c.CoAuthors, want)
	}
}

// A commit of another program's making: its bytes are not UTF-8, and say so or do not.
func TestOldEncodings(t *testing.T) {
	for _, header := range []string{"", "encoding ISO-8859-1\n"} {
		r := newRepo(t)
		r.write("a.md", page("1"))
		r.git("add", ".")
		tree := strings.TrimSpace(r.git("write-tree"))
		r.write("../commit", "tree "+tree+"\nauthor \xc5sa \xd6st <asa@example.com> 1767268800 +0100\ncommitter C <c@example.com> 1767268800 +0100\n"+header+"\n\xe4ndring\n")
		r.git("update-ref", "HEAD", strings.TrimSpace(r.git("hash-object", "-t", "commit", "-w", "../commit")))
		c := r.log("").Of("a.md")[0].Commit
		if c.Author.Name != "Åsa Öst" || c.Subject != "ändring" {
			t.Errorf("header %q: %+v", header, c)
		}
		if got := c.Committed.Format("2006-01-02 15:04 MST"); got != "2026-01-01 12:00 UTC" {
			t.Error(got)
		}
	}
}

// What a terminal or a browser would obey is no part of a name or a subject.
func TestWhatIsNotPrinted(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", page("1"))
	r.git("add", ".")
	r.git("commit", "-q", "-m", "ask \x1b[31m\u202e\u2066red\u2028\x07 \u0645\u06cc\u200c\u062e \u009b\n\nCo-authored-by: E\x1b\u202e Ek <ee\x1b@example.com>", "--author", "Anna\u202e\x1b]0; Berg <anna\u200f@example.com>")
	c := r.log("").Of("a.md")[0].Commit
	const other = "\ufffd"
	if want := "ask " + other + "[31m" + other + other + "red" + other + other + " \u0645\u06cc\u200c\u062e " + other; c.Subject != want {
		t.Errorf("the subject is %q, want %q", c.Subject, want)
	}
	if want := (history.Person{Name: "Anna" + other + other + "]0; Berg", Email: "anna" + other + "@example.com"}); c.Author != want {
		t.Errorf("the author is %q, want %q", c.Author, want)
	}
	if want := (history.Person{Name: "E" + other + other + " Ek", Email: "ee" + other + "@example.com"}); len(c.CoAuthors) != 1 || c.CoAuthors[0] != want {
		t.Errorf("the co-authors are %q, want %q", c.CoAuthors, want)
	}
}
