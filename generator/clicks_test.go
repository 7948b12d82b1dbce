package generator_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// Two clicks lead from the first page of a bundle to every page of it, to every table, and to every file of evidence as it was collected.
func TestEverythingIsTwoClicksAway(t *testing.T) {
	links := map[string][]string{} // of each page, to files
	firsts := map[string]bool{}
	for _, p := range buildPages(t) {
		if p.output != "auditor" {
			continue
		}
		if strings.HasSuffix(p.name, "/data/index.html") && strings.Count(p.name, "/") == 4 {
			firsts[p.name] = true
		}
		for _, e := range p.elements(t) {
			if way, _, _ := strings.Cut(e.attrs["href"], "#"); e.name == "a" && way != "" && !strings.Contains(way, ":") {
				links[p.name] = append(links[p.name], path.Join(path.Dir(p.name), way))
			}
		}
	}
	if len(firsts) < 2 {
		t.Fatalf("%d bundles have a first page", len(firsts))
	}
	for first := range firsts {
		root := filepath.Join(buildPages(t)[0].root, filepath.FromSlash(path.Dir(first)))
		reached := within(2, first, links)
		files := 0
		err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasPrefix(p, "assets/") {
				files++
				if !reached[path.Join(path.Dir(first), p)] {
					t.Errorf("%s: more than two clicks lead to %s, or none", first, p)
				}
			}
			return err
		})
		if err != nil || files < 100 {
			t.Errorf("%s: %d files, %v", first, files, err)
		}
	}
}

// within returns what so many clicks reach from a page.
func within(clicks int, first string, links map[string][]string) map[string]bool {
	reached, now := map[string]bool{first: true}, []string{first}
	for range clicks {
		var next []string
		for _, page := range now {
			for _, to := range links[page] {
				if !reached[to] {
					reached[to] = true
					next = append(next, to)
				}
			}
		}
		now = next
	}
	return reached
}
