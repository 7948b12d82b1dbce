package handbook_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

// release adds a version to a site: what it holds now.
func release(t *testing.T, site fstest.MapFS, version, date string) {
	t.Helper()
	var tree output.Tree
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if ext := path.Ext(name); ext == ".md" || ext == ".toml" && name != "content/releases.toml" {
			tree.AddBytes(name, diag.Span{}, site[name].Data)
		}
	}
	var packed bytes.Buffer
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		t.Fatal(err)
	}
	if err := output.ZIP(&packed, &tree, day); err != nil {
		t.Fatal(err)
	}
	row := fmt.Sprintf("[[release]]\nversion = %q\ndate = %s\nsha256 = \"%x\"\n", version, date, sha256.Sum256(packed.Bytes()))
	if old := site["content/releases.toml"]; old != nil {
		row = string(old.Data) + row
	}
	site["content/releases.toml"] = &fstest.MapFile{Data: []byte(row)}
	site["content/releases/"+version+".zip"] = &fstest.MapFile{Data: packed.Bytes()}
}

// edit replaces words in a file of a site.
func edit(t *testing.T, site fstest.MapFS, name, old, new string) {
	t.Helper()
	text := string(site[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	site[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, old, new))}
}

// shelf writes every file of the handbook of a site with its versions.
func shelf(t testing.TB, site fs.FS, opt generator.Options) map[string]string {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	edition, err := generator.Compile(site, opt)
	if err != nil {
		t.Fatal(err)
	}
	return laidOut(t, site, edition, look)
}

func laidOut(t testing.TB, site fs.FS, edition *audience.Edition, look *theme.Theme) map[string]string {
	t.Helper()
	written, err := generator.Write(site, edition, []string{"handbook"}, nil, look)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	write := func(folder string, files []output.File) {
		for _, f := range files {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatalf("%s: %v", f.Path, err)
			}
			out[folder+f.Path] = b.String()
		}
	}
	write("", written["handbook"].Files())
	for _, p := range written["handbook"].Parts() {
		tree, err := p.Make()
		if err != nil {
			t.Fatal(err)
		}
		write(p.Folder+"/", tree.Files())
	}
	return out
}

// grown is the small site after two releases: POL-AC was approved in each and changed after the second, and a policy is gone.
func grown(t *testing.T) fstest.MapFS {
	site := with(map[string]string{
		"content/policies/old.md": "---\nid: POL-OLD\ntitle: Old rules\nversion: \"7\"\nowner: PER-1\n---\nText that is gone.\n",
		"content/policies/x.md":   "---\nid: POL-X\ntitle: Hidden rules\nclassification: confidential\nversion: \"9.9\"\n---\nHidden text of a policy.\n",
	})
	edit(t, site, "content/policies/access.md", `version: "2"`, `version: "1"`)
	edit(t, site, "content/policies/access.md", "effective_on: 2026-01-03\n", "")
	first := digest(t, site, "POL-AC")
	old := digest(t, site, "POL-OLD")
	hidden := digest(t, site, "POL-X")
	site["content/approvals.toml"] = &fstest.MapFile{Data: []byte(rows([4]string{"1", first, "PER-1", "2025-11-01"}) +
		strings.ReplaceAll(rows([4]string{"7", old, "PER-1", "2025-10-01"}, [4]string{"9.9", hidden, "PER-2", "2025-10-02"}), "POL-AC", "POL-OLD"))}
	edit(t, site, "content/approvals.toml", "policy = \"POL-OLD\"\nversion = \"9.9\"", "policy = \"POL-X\"\nversion = \"9.9\"")
	release(t, site, "2025.1", "2025-11-10")
	delete(site, "content/policies/old.md")
	edit(t, site, "content/policies/access.md", `version: "1"`, `version: "2"`)
	edit(t, site, "content/policies/access.md", "## Third", "## Third\n\nA second paragraph here.")
	second := digest(t, site, "POL-AC")
	site["content/approvals.toml"].Data = append(site["content/approvals.toml"].Data, rows([4]string{"2", second, "PER-1", "2026-03-01"})...)
	release(t, site, "2026.1", "2026-03-10")
	edit(t, site, "content/policies/access.md", "A second paragraph here.", "A second long paragraph here.")
	return site
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// The pages of today ask for texts of versions whose own pages nobody has made: those are compiled meanwhile, beside the pages that read of
// them.
func TestVersionsAreCompiledBesidePages(t *testing.T) {
	site := grown(t)
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := laidOut(t, site, edition, look)
	written, err := generator.Write(site, edition, []string{"handbook"}, nil, look)
	if err != nil {
		t.Fatal(err)
	}
	var pages sync.WaitGroup
	for _, f := range written["handbook"].Files() {
		pages.Go(func() {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil || b.String() != want[f.Path] {
				t.Errorf("%s is another page, or none: %v", f.Path, err)
			}
		})
	}
	pages.Wait()
}

// Two policies that one was split into are each compared with it, and not one with the text of the other.
func TestAPolicyThatWasSplit(t *testing.T) {
	site := small()
	release(t, site, "2025.1", "2025-11-10")
	delete(site, "content/policies/access.md")
	for _, id := range []string{"POL-AA", "POL-AB"} {
		site["content/policies/"+id+".md"] = file("---\nid: " + id + "\ntitle: Half\nformer_ids: [POL-AC]\nowner: PER-1\n---\nThe half that is " + id + ".\n")
	}
	pages := shelf(t, site, generator.Options{})
	for id, other := range map[string]string{"pol-aa": "pol-ab", "pol-ab": "pol-aa"} {
		page := pages["policies/"+id+"/index.html"]
		if !strings.Contains(page, `href="../../policies/`+id+`/changes/2025.1/index.html"`) || strings.Contains(page, other+"/changes") {
			t.Errorf("the page of %s leads to the changes of another:\n%s", id, page)
		}
	}
}
