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

// The manual says where each of its chapters is, once.
func TestManualListsItsChapters(t *testing.T) {
	index, err := os.ReadFile(filepath.Join("manual", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]int{}
	for _, m := range links.FindAllStringSubmatch(string(index), -1) {
		listed[m[2]]++
	}
	chapters, err := filepath.Glob(filepath.Join("manual", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, chapter := range chapters {
		if name := filepath.Base(chapter); name != "README.md" && listed[name] != 1 {
			t.Errorf("%s is listed %d times", name, listed[name])
		}
	}
	if len(listed) != len(chapters)-1 {
		t.Errorf("%d chapters are listed, and there are %d", len(listed), len(chapters)-1)
	}
}
