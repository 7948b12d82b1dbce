package generator_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/output"
)

// veiled is a site with two released versions, whose policies and people are confidential in some of them: what staff may read nowhere
// holds the word "hush".
func veiled(t *testing.T) fstest.MapFS {
	t.Helper()
	policy := func(id, title, class, more, body string) string {
		return "---\nid: " + id + "\ntitle: " + title + "\nowner: PER-anna\nclassification: " + class + "\n" + more + "---\n" + body + "\n"
	}
	open := func(words string) string {
		return policy("POL-OPEN", "Open", "internal", "", words+" See [POL-NOW], [POL-BETWEEN], [the plan][POL-NOW] and [the old one][POL-LAST].")
	}
	people := func(class, name string) string {
		return "[[person]]\nid = \"PER-anna\"\nname = \"Anna\"\n[[person]]\nid = \"PER-olle\"\nname = \"" + name + "\"\nclassification = \"" + class + "\"\n"
	}
	versions := []map[string]string{{
		"content/people.toml":         people("internal", "Olle hush"),
		"content/policies/open.md":    open("First."),
		"content/policies/now.md":     policy("POL-NOW", "Hush one", "internal", "approved_by: Olle\n", "hush"),
		"content/policies/once.md":    policy("POL-ONCE", "Hush two", "confidential", "", "hush"),
		"content/policies/between.md": policy("POL-BETWEEN", "Spoken before", "internal", "", "Words of before."),
		"content/policies/last.md":    policy("POL-LAST", "Hush three", "internal", "", "hush"),
		"content/policies/name.md":    policy("POL-NAME", "Hush four", "internal", "", "hush"),
	}, {
		"content/people.toml":         people("internal", "Olle hush"),
		"content/policies/open.md":    open("Second."),
		"content/policies/now.md":     policy("POL-NOW", "Hush one again", "internal", "", "hush hush"),
		"content/policies/once.md":    policy("POL-ONCE", "Hush two", "confidential", "", "hush hush"),
		"content/policies/between.md": policy("POL-BETWEEN", "Hush five", "confidential", "", "hush"),
		"content/policies/last.md":    policy("POL-LAST", "Hush three", "confidential", "", "hush"),
		"content/policies/name.md":    policy("POL-NAME", "Hush four", "internal", "", "hush"),
	}, {
		"content/people.toml":         people("confidential", "Olle hush"),
		"content/policies/open.md":    policy("POL-OPEN", "Open", "internal", "", "Third. See [POL-NOW]."),
		"content/policies/now.md":     policy("POL-NOW", "Hush one", "confidential", "", "hush"),
		"content/policies/once.md":    policy("POL-ONCE", "Spoken now", "internal", "", "Words of today."),
		"content/policies/between.md": policy("POL-BETWEEN", "Spoken again", "internal", "", "Words of after."),
		"content/policies/named.md":   policy("POL-NAMED", "Hush four", "confidential", "former_ids: [POL-NAME]\n", "hush"),
	}}
	for i, files := range versions {
		files["content/approvals.toml"] = "[[approval]]\npolicy = \"POL-OPEN\"\nversion = \"9-hush\"\nsha256 = \"" + strings.Repeat("ab", 32) +
			"\"\nby = \"PER-anna\"\non = 2025-12-01\n" + strings.Repeat("classification = \"confidential\"\n", i/2)
	}
	site, rows := fstest.MapFS{}, ""
	for i, files := range versions {
		files["site.toml"] = "as_of = 2026-09-30\n[organization]\nname = \"Nordan\"\n[site]\noutputs = [\"handbook\"]\n"
		if i == len(versions)-1 {
			for name, text := range files {
				site[name] = &fstest.MapFile{Data: []byte(text)}
			}
			break
		}
		date := fmt.Sprintf("2026-0%d-01", i+1)
		archive := zipped(t, files, date)
		site[fmt.Sprintf("content/releases/%d.zip", i+1)] = &fstest.MapFile{Data: archive}
		rows += fmt.Sprintf("[[release]]\nversion = \"%d\"\ndate = %s\nsha256 = \"%x\"\n", i+1, date, sha256.Sum256(archive))
	}
	site["content/releases.toml"] = &fstest.MapFile{Data: []byte(rows)}
	return site
}

// What is confidential today, or was when it was last there, is so in every version; what was confidential in one is so there.
func TestWhatIsConfidentialIsWithheldFromEveryVersion(t *testing.T) {
	book, _ := shelved(t, veiled(t), filepath.Join(t.TempDir(), "handbook"), nil)
	hushed(t, book)
	for page, want := range map[string]string{
		"policies/pol-between/changes/1/index.html": "Words of",
		"1/policies/pol-between/index.html":         "Words of before.",
		"policies/pol-once/index.html":              "Words of today.",
		"1/policies/pol-open/index.html":            "(restricted), ",
	} {
		if !strings.Contains(pageOf(t, book, page), want) {
			t.Errorf("%s lacks %q", page, want)
		}
	}
}

// hushed fails for every file of a handbook that holds what staff may not read.
func hushed(t *testing.T, book fs.FS) {
	t.Helper()
	err := fs.WalkDir(book, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if text := strings.ToLower(pageOf(t, book, p)); strings.Contains(text, "hush") {
			at := strings.Index(text, "hush")
			t.Errorf("%s: …%s…", p, text[max(0, at-80):at+20])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A record that becomes confidential leaves the pages of old too, though an earlier build has kept what it made.
func TestWhatBecomesConfidentialLeavesWhatWasKept(t *testing.T) {
	dir := t.TempDir()
	site := veiled(t)
	before := maps.Clone(site)
	for _, name := range []string{"content/people.toml", "content/policies/now.md", "content/policies/named.md", "content/approvals.toml"} {
		before[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(site[name].Data), "confidential", "internal"))}
	}
	kept := func() *output.Cache { return output.NewCache(filepath.Join(dir, "cache"), "program") }
	if book, _ := shelved(t, before, filepath.Join(dir, "handbook"), kept()); !strings.Contains(pageOf(t, book, "1/policies/pol-now/index.html"), "Hush") {
		t.Fatal("it was not there before")
	}
	with, _ := shelved(t, site, filepath.Join(dir, "handbook"), kept())
	hushed(t, with)
	without, _ := shelved(t, site, filepath.Join(dir, "anew"), nil)
	if tree(t, with) != tree(t, without) {
		t.Error("a build with what was kept differs from one without")
	}
}

// What a comparison is told of is what the handbook shows.
func TestComparisonsWithholdTheSame(t *testing.T) {
	site := veiled(t)
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	versions := edition.Past.Versions
	c, err := generator.Compare(site, edition, versions[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.Documents {
		if told := strings.ToLower(fmt.Sprint(d.Now().Title, d.Changes())); strings.Contains(told, "hush") {
			t.Errorf("%s is told: %s", d.Now().ID, told)
		}
	}
	if len(c.Documents) != 3 {
		t.Errorf("%d documents differ, want 3", len(c.Documents))
	}
}
