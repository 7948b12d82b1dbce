package output_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"trustpress/generator/diag"
	"trustpress/generator/output"
)

// shelved is a tree with a part that is made of a text, and counts how often it was.
type shelved struct {
	made  int
	known output.Listing
}

func (s *shelved) write(t *testing.T, dir, text string) output.Stats {
	t.Helper()
	tree := &output.Tree{}
	tree.AddBytes("index.html", diag.Span{}, []byte("today"))
	tree.AddPart(output.Part{Folder: "2026.1", Known: s.known, Made: func(l output.Listing) { s.known = l }, Make: func() (*output.Tree, error) {
		s.made++
		old := &output.Tree{}
		old.AddBytes("index.html", diag.Span{}, []byte(text))
		old.AddBytes("policies/pol-ac/index.html", diag.Span{}, []byte(text+" of a policy"))
		return old, nil
	}})
	done, total := 0, 0
	stats, err := output.Write(dir, tree, output.Options{Progress: func(d, of int) { done, total = d, of }})
	if err != nil {
		t.Fatal(err)
	}
	if done != stats.Files || total != stats.Files {
		t.Errorf("the progress ends at %d of %d, of %d files", done, total, stats.Files)
	}
	return stats
}

func TestPartIsMadeWhereItDoesNotStand(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "handbook")
	page := filepath.Join(dir, "2026.1", "policies", "pol-ac", "index.html")
	s := &shelved{}
	steps := []struct {
		name  string
		do    func()
		made  int
		stats output.Stats
	}{
		{"at first", func() {}, 1, output.Stats{Files: 3, Written: 3}},
		{"again", func() {}, 1, output.Stats{Files: 3, Unchanged: 3}},
		{"after somebody wrote into a page", func() { write(t, page, "another text") }, 2, output.Stats{Files: 3, Written: 1, Unchanged: 2}},
		{"after somebody deleted a page", func() { remove(t, page) }, 3, output.Stats{Files: 3, Written: 1, Unchanged: 2}},
		{"where nothing is known", func() { s.known = nil }, 4, output.Stats{Files: 3, Unchanged: 3}},
		{"beside a stray page", func() { write(t, filepath.Join(dir, "2026.1", "stray.html"), "stray") }, 4, output.Stats{Files: 3, Unchanged: 3, Removed: 1}},
	}
	for _, step := range steps {
		step.do()
		if got := s.write(t, dir, "old"); got != step.stats || s.made != step.made {
			t.Errorf("%s: %+v, made %d times; want %+v, made %d times", step.name, got, s.made, step.stats, step.made)
		}
		if text, err := os.ReadFile(page); err != nil || string(text) != "old of a policy" {
			t.Errorf("%s: the page holds %q, %v", step.name, text, err)
		}
	}
}

func TestPartThatCannotBeMade(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "handbook")
	(&shelved{}).write(t, dir, "old")
	tree := &output.Tree{}
	tree.AddBytes("index.html", diag.Span{}, []byte("tomorrow"))
	tree.AddPart(output.Part{Folder: "2026.1", Make: func() (*output.Tree, error) { return nil, io.ErrUnexpectedEOF }})
	if _, err := output.Write(dir, tree, output.Options{}); err == nil {
		t.Fatal("a part that cannot be made was written")
	}
	if text, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || string(text) != "today" {
		t.Errorf("the folder was touched: %q, %v", text, err)
	}
}

func TestPartAndFileOfOneName(t *testing.T) {
	tree := &output.Tree{}
	tree.AddBytes("2026.1/index.html", diag.Span{}, nil)
	tree.AddPart(output.Part{Folder: "2026.1"})
	if found := tree.Findings(); len(found) != 1 || found[0].Rule != "path-collision" {
		t.Errorf("findings: %v", found)
	}
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	c := output.NewCache(dir, "program")
	key := c.Key("outline", "abc")
	if _, ok := c.Get(key); ok {
		t.Error("an empty cache holds something")
	}
	c.Put(key, []byte("kept"))
	if got, ok := c.Get(key); !ok || string(got) != "kept" {
		t.Errorf("got %q, %v", got, ok)
	}
	if other := output.NewCache(dir, "another program"); other.Key("outline", "abc") == key {
		t.Error("another program finds what this one kept")
	}
	write(t, filepath.Join(dir, key), "something that somebody wrote, and that is longer than a digest")
	if got, ok := c.Get(key); ok {
		t.Errorf("what was changed on the disk is believed: %q", got)
	}
	c.Put(key, []byte("kept"))
	next := output.NewCache(dir, "program")
	next.Put(next.Key("new"), []byte("new"))
	next.Prune()
	if _, ok := next.Get(key); ok {
		t.Error("what no build asked for is kept")
	}
	if _, ok := next.Get(next.Key("new")); !ok {
		t.Error("what a build asked for is gone")
	}
	var none *output.Cache
	none.Put(none.Key("x"), nil)
	none.Prune()
	if _, ok := none.Get(""); ok {
		t.Error("no cache holds something")
	}
}

func TestListing(t *testing.T) {
	sum := fmt.Sprintf("%064x", 7)
	listing := output.Listing{{Path: "a b/åä.html", SHA256: sum}, {Path: "index.html", SHA256: sum}}
	if got := output.ParseListing(listing.String()); got.String() != listing.String() || len(got) != 2 {
		t.Errorf("got %v", got)
	}
	for _, text := range []string{"", "nonsense\n", sum + " one blank\n"} {
		if got := output.ParseListing(text); got != nil {
			t.Errorf("%q is a listing: %v", text, got)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}
