package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var links = regexp.MustCompile(`\]\(([^)#:]+)\)`)

// What the README links to and shows is there.
func TestReadmeLinksLeadSomewhere(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := links.FindAllSubmatch(text, -1)
	if len(found) < 3 {
		t.Errorf("%d links, and three pictures at least are to be there", len(found))
	}
	for _, m := range found {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(string(m[1])))); err != nil {
			t.Error(err)
		}
	}
}
