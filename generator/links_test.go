package generator_test

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// book is an output as a reader of its links sees it: a folder, and the ids in each of its pages.
type book struct {
	dir string
	ids map[string][]string
}

// Every link of every page, in each language, leads to a file of the same output, and to an id that stands once in the page
// where it leads to one. What a page loads is a file of the output too.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	pages := buildPages(t)
	books := map[string]*book{}
	for _, p := range pages {
		dir := path.Join(p.site, p.output)
		if books[dir] == nil {
			books[dir] = &book{filepath.Join(p.root, dir), map[string][]string{}}
		}
		books[dir].ids[p.within()] = idsOf(p.elements(t))
	}
	links := 0
	for _, p := range pages {
		b := books[path.Join(p.site, p.output)]
		for _, id := range twice(b.ids[p.within()]) {
			t.Errorf("%s: the id %q stands twice", p.name, id)
		}
		for _, e := range p.elements(t) {
			for _, way := range ways(e) {
				links++
				if err := b.follow(p.within(), e, way); err != nil {
					t.Errorf("%s: <%s> %q: %v", p.name, e.name, way, err)
				}
			}
		}
	}
	if links < 10000 {
		t.Errorf("%d links, which is too few to have seen them", links)
	}
}

func idsOf(all []element) []string {
	var out []string
	for _, e := range all {
		if id, ok := e.attrs["id"]; ok {
			out = append(out, id)
		}
	}
	return out
}

// twice returns what stands more than once in a list.
func twice(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if seen[s] {
			out = append(out, s)
		}
		seen[s] = true
	}
	return out
}

// ways returns the addresses that an element leads to or loads, and the ids that it names as anchors.
func ways(e element) []string {
	var out []string
	for _, key := range []string{"href", "src", "xlink:href", "poster", "action", "data", "cite"} {
		if way, ok := e.attrs[key]; ok {
			out = append(out, way)
		}
	}
	for _, key := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"} {
		for _, id := range strings.Fields(e.attrs[key]) {
			out = append(out, "#"+url.PathEscape(id))
		}
	}
	return out
}

// exampleAddress is where the example says that its trust center stands, and rooted a page that is shown at any address, so that its
// links begin at the root of the host.
const exampleAddress, rooted = "https://trust.example.com/", "404.html"

// index returns the name of the page that a host shows for a folder.
func index(way string) string {
	if strings.HasSuffix(way, "/") {
		return "index.html"
	}
	return ""
}

// outside are the addresses that a link may lead out to. Nothing is loaded from there.
var outside = []string{"https", "http", "mailto", "tel"}

// follow goes the way of a link as a browser does that opened the page from a disk: no host, no folder with a page of its own.
func (b *book) follow(from string, e element, way string) error {
	u, err := url.Parse(way)
	switch {
	case err != nil:
		return err
	case u.Scheme != "" && e.name == "a" && slices.Contains(outside, u.Scheme):
		return nil
	case e.name == "link" && (e.attrs["rel"] == "canonical" || e.attrs["rel"] == "alternate"): // whole addresses, where one is known
		way, from = strings.Replace(way, exampleAddress, "/", 1), rooted
		return b.follow(from, element{name: "a"}, way+index(way))
	case from == rooted && path.IsAbs(u.Path):
		return b.follow("index.html", e, strings.TrimPrefix(way, "/"))
	case u.Scheme != "" || u.Host != "":
		return errors.New("leads out of the output")
	case way == "" || path.IsAbs(u.Path) || u.RawQuery != "":
		return errors.New("is no way from page to page on a disk")
	}
	to := path.Join(path.Dir(from), u.Path)
	if u.Path == "" {
		to = from
	}
	if info, err := os.Stat(filepath.Join(b.dir, filepath.FromSlash(to))); strings.HasPrefix(to, "..") || err != nil || !info.Mode().IsRegular() {
		return errors.New("leads to no file")
	}
	if ids, isPage := b.ids[to]; u.Fragment != "" && (!isPage || !slices.Contains(ids, u.Fragment)) {
		return errors.New("leads to no such place in the page")
	}
	return nil
}

// Every file that a style sheet names is there.
func TestStyleSheetsNameFilesThatAreThere(t *testing.T) {
	dir := t.TempDir()
	writeAll(t, example(t), dir)
	sheets, err := filepath.Glob(filepath.Join(dir, "trust", "assets", "*.css"))
	if err != nil || len(sheets) == 0 {
		t.Fatalf("%d style sheets, %v", len(sheets), err)
	}
	for _, sheet := range sheets {
		text, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`url\(["']?([^"')]*)|@import`).FindAllSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(sheet), string(m[1]))); err != nil || len(m[1]) == 0 {
				t.Errorf("%s: %s: %v", filepath.Base(sheet), m[0], err)
			}
		}
	}
}

// The tests see each sort of link that leads nowhere.
func TestLinksThatLeadNowhereAreSeen(t *testing.T) {
	b := &book{t.TempDir(), map[string][]string{"index.html": {"a"}, "p/index.html": {"b", "å"}}}
	for _, name := range []string{"index.html", "p/index.html", "x.csv"} {
		file := filepath.Join(b.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for text, want := range map[string]string{
		`<a href="../index.html#a">`:                          "",
		`<a href="#b">`:                                       "",
		`<a href="#%C3%A5">`:                                  "",
		`<a href="../x.csv">`:                                 "",
		`<a href="https://example.com/">`:                     "",
		`<p aria-labelledby="b">`:                             "",
		`<p aria-labelledby="b c">`:                           "leads to no such place in the page",
		`<a href="../index.html#b">`:                          "leads to no such place in the page",
		`<a href="../x.csv#a">`:                               "leads to no such place in the page",
		`<a href="../">`:                                      "leads to no file",
		`<a href="../gone.html">`:                             "leads to no file",
		`<a href="../../` + filepath.Base(b.dir) + `/x.csv">`: "leads to no file",
		`<a href="">`:                                         "is no way from page to page on a disk",
		`<a href="/index.html">`:                              "is no way from page to page on a disk",
		`<a href="//example.com/">`:                           "leads out of the output",
		`<link rel="canonical" href="https://trust.example.com/p/">`:  "",
		`<link rel="canonical" href="https://trust.example.com/q/">`:  "leads to no file",
		`<link rel="stylesheet" href="https://trust.example.com/p/">`: "leads out of the output",
		`<img src="https://example.com/x.png">`:                       "leads out of the output",
		`<a href="javascript:1">`:                                     "leads out of the output",
	} {
		e := elements(t, []byte(text))[0]
		got := ""
		for _, way := range ways(e) {
			if err := b.follow("p/index.html", e, way); err != nil {
				got = err.Error()
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if got := fmt.Sprint(twice([]string{"a", "b", "a"})); got != "[a]" {
		t.Errorf("twice: %s", got)
	}
}
