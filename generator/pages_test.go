package generator_test

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/bundle"
	"trustpress/generator/output"
	"trustpress/templates"
)

// webPage is a page of the example company, as it was built.
type webPage struct {
	root     string // the folder that holds the sites
	site     string // the folder of its site: "en", "sv"
	name     string // below the root, with slashes: "en/handbook/policies/pol-ac/index.html"
	output   string
	template string
	lang     string
	size     int
}

// file is the name of the page on the disk.
func (p webPage) file() string { return filepath.Join(p.root, filepath.FromSlash(p.name)) }

// within is the name of the page in its output.
func (p webPage) within() string { return strings.TrimPrefix(p.name, p.site+"/"+p.output+"/") }

// kind is what pages of one look have in common: "handbook/policy/sv".
func (p webPage) kind() string { return path.Join(p.output, p.template, p.lang) }

// passing reports whether a page is none to stay on: it leads on by itself, or stands for one that is not there. Those have tests of
// their own.
func (p webPage) passing() bool { return p.template == "moved" || p.template == "lost" }

// sites are the example company in its own languages, and in Swedish alone.
func sites(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	own := example(t)
	swedish := maps.Clone(own)
	languages := regexp.MustCompile(`(?m)^languages = .*$`)
	text := languages.ReplaceAll(own["site.toml"].Data, []byte(`languages = ["sv"]`))
	if string(text) == string(own["site.toml"].Data) {
		t.Fatal("site.toml names no languages")
	}
	swedish["site.toml"] = &fstest.MapFile{Data: text}
	return map[string]fstest.MapFS{"en": own, "sv": swedish}
}

// built is what the tests of pages read, which is built once for all of them and changed by none.
var built struct {
	sync.Once
	root  string
	pages []webPage
}

// buildPages returns the pages of the sites, in the order of their names.
func buildPages(t *testing.T) []webPage {
	t.Helper()
	built.Do(func() {
		root, err := os.MkdirTemp("", "trustpress-pages-")
		if err != nil {
			t.Fatal(err)
		}
		built.root = root
		for name, site := range sites(t) {
			writeAll(t, site, filepath.Join(root, name))
			writeNext(t, site, filepath.Join(root, name), filepath.Join(root, name+"-next"))
		}
		built.pages = findPages(t, root)
	})
	if len(built.pages) < 100 {
		t.Fatalf("%d pages were built", len(built.pages))
	}
	return built.pages
}

// writeNext writes the bundle that follows the one of a site that was written, after a control has changed.
func writeNext(t *testing.T, site fstest.MapFS, before, dir string) {
	t.Helper()
	const changed = "content/controls/AC-01.md"
	next := maps.Clone(site)
	next[changed] = &fstest.MapFile{Data: append(slices.Clone(site[changed].Data), "\nA sentence that is new.\n"...)}
	edition, err := generator.Compile(next, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	earlier, err := bundle.Read(os.DirFS(filepath.Join(before, "auditor", edition.Site.Auditor.BundleID)), func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	outputs, err := generator.Follow(next, edition, earlier, nil, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := output.Write(filepath.Join(dir, "auditor"), outputs["auditor"], output.Options{}); err != nil {
		t.Fatal(err)
	}
}

// findPages describes the pages below a folder. A file of evidence is no page, though it be HTML.
func findPages(t *testing.T, root string) []webPage {
	t.Helper()
	var out []webPage
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		evidence := strings.Contains(p, "/data/evidence/") && path.Base(p) != "index.html"
		if err != nil || d.IsDir() || path.Ext(p) != ".html" || evidence {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, p))
		out = append(out, describePage(t, root, p, text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var (
	pageLang     = regexp.MustCompile(`<html lang="([a-z]+)">`)
	pageTemplate = regexp.MustCompile(`<main id="tp\.main" data-template="([a-z-]+)">`)
)

func describePage(t *testing.T, root, name string, text []byte) webPage {
	t.Helper()
	lang, template := pageLang.FindSubmatch(text), pageTemplate.FindSubmatch(text)
	if lang == nil || template == nil {
		t.Fatalf("%s does not say its language and its template", name)
	}
	parts := strings.SplitN(name, "/", 3)
	return webPage{root: root, site: parts[0], name: name, output: parts[1], template: string(template[1]), lang: string(lang[1]), size: len(text)}
}

// samples returns one page of each kind: the longest, which shows the most of what its template can.
func samples(t *testing.T) []webPage {
	t.Helper()
	return onePerKind(buildPages(t), func(a, b webPage) int { return cmp.Compare(b.size, a.size) })
}

// onePerKind returns the page of each kind that an order puts first, of those that one stays on.
func onePerKind(pages []webPage, order func(a, b webPage) int) []webPage {
	first := map[string]webPage{}
	for _, p := range pages {
		if known, ok := first[p.kind()]; !p.passing() && (!ok || order(p, known) < 0) {
			first[p.kind()] = p
		}
	}
	return slices.SortedFunc(maps.Values(first), func(a, b webPage) int { return cmp.Compare(a.kind(), b.kind()) })
}

// The example shows every template in English and in Swedish, so that the tests of pages see them all.
func TestTheExampleShowsEveryTemplate(t *testing.T) {
	shown := map[string]bool{}
	for _, p := range buildPages(t) {
		shown[p.kind()] = true
	}
	names, err := fs.Glob(templates.Files, "*/*.html")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d templates, %v", len(names), err)
	}
	for _, name := range names {
		name = strings.TrimSuffix(name, ".html")
		for _, lang := range []string{"en", "sv"} {
			if path.Base(name) != "parts" && !shown[path.Join(name, lang)] {
				t.Errorf("no page of the example is made of %s in %q", name, lang)
			}
		}
	}
}
