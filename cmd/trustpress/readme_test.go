package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var links = regexp.MustCompile(`(!?)\[[^\]]*\]\(([^)#:]+)\)`)

// What the README links to and shows is there.
func TestReadmeLinksLeadSomewhere(t *testing.T) {
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	pictures := 0
	for _, m := range links.FindAllStringSubmatch(string(text), -1) {
		if m[1] == "!" {
			pictures++
		}
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(m[2]))); err != nil {
			t.Error(err)
		}
	}
	if pictures != 4 {
		t.Errorf("%d pictures, and there is to be one of each output and one of a redline", pictures)
	}
}
