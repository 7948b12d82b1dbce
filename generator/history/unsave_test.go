package history_test

import (
	"os"
	"strings"
	"testing"

	"trustpress/generator/history"
)

func TestUnsave(t *testing.T) {
	r := newRepo(t)
	r.write("a.txt", "one\n")
	r.git("add", ".")
	r.git("commit", "-q", "-m", "one")
	before, err := history.At(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := history.Unsave(r.dir, before.Commit, []string{"a.txt"}); err != nil {
		t.Errorf("where nothing was committed: %v", err)
	}
	r.write("a.txt", "two\n")
	r.write("b.txt", "new\n")
	if err := history.Save(r.dir, "two", []string{"a.txt", "b.txt"}); err != nil {
		t.Fatal(err)
	}
	if err := history.Unsave(r.dir, before.Commit, []string{"a.txt", "b.txt"}); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(r.git("status", "--porcelain")); got != "M a.txt\n?? b.txt" {
		t.Errorf("the status is %q", got)
	}
	if text, err := os.ReadFile(r.path("a.txt")); err != nil || string(text) != "two\n" {
		t.Errorf("the file holds %q, %v", text, err)
	}
	if now, err := history.At(r.dir); err != nil || now.Commit != before.Commit {
		t.Errorf("the commit is %s, %v, want %s", now.Commit, err, before.Commit)
	}

	// A commit of somebody else's is left alone.
	for _, text := range []string{"three\n", "four\n"} {
		r.write("a.txt", text)
		r.git("commit", "-q", "-a", "-m", text)
	}
	theirs := r.git("rev-parse", "HEAD")
	if err := history.Unsave(r.dir, before.Commit, []string{"a.txt"}); err == nil || !strings.Contains(err.Error(), "does not stand on") {
		t.Errorf("a commit on top of another: got %v", err)
	}
	if r.git("rev-parse", "HEAD") != theirs {
		t.Error("it was taken back")
	}
}
