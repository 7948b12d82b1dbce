package generator_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator"
	"trustpress/generator/approval"
	"trustpress/generator/diag"
	"trustpress/generator/output"
)

// shelf is a small site with two released versions: a policy was renamed, one was taken back, one is new, and one changed twice.
func shelf(t *testing.T) fstest.MapFS {
	t.Helper()
	people := "[[person]]\nid = \"PER-anna\"\nname = \"Anna\"\n"
	policy := func(id, title, more, body string) string {
		return "---\nid: " + id + "\ntitle: " + title + "\nowner: PER-anna\n" + more + "---\n" + body + "\n"
	}
	config := "as_of = 2026-09-30\n[organization]\nname = \"Nordan\"\n[site]\noutputs = [\"handbook\"]\n[params]\nlength = %s\n"
	first := map[string]string{
		"site.toml":                    fmt.Sprintf(config, "12"),
		"content/people.toml":          people,
		"content/policies/access.md":   policy("POL-AC", "Access", `version: "1.0"`+"\n", "Access follows [the vendor][POL-SU]. A password has {{ params.length }} letters."),
		"content/policies/supplier.md": policy("POL-SU", "Vendors", "", "Suppliers are looked at."),
		"content/policies/remote.md":   policy("POL-RW", "Remote work", "", "Work from home needs a lock."),
		"content/policies/secret.md":   policy("POL-XX", "Unspoken matter", "classification: confidential\n", "Nobody reads this."),
	}
	second := map[string]string{
		"site.toml":                  fmt.Sprintf(config, "14"),
		"content/people.toml":        people,
		"content/policies/access.md": policy("POL-AC", "Access", `version: "1.1"`+"\n", "Access follows [the vendor][POL-VM]. A password has {{ params.length }} letters."),
		"content/policies/vendor.md": policy("POL-VM", "Vendors", "former_ids: [POL-SU]\n", "Suppliers are looked at."),
		"content/policies/ai.md":     policy("POL-AI", "AI", "", "Machines help."),
		"content/policies/secret.md": policy("POL-XX", "Unspoken matter", "classification: confidential\n", "Nobody reads that."),
	}
	site := fstest.MapFS{}
	for name, text := range second {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	site["content/policies/access.md"] = &fstest.MapFile{Data: []byte(policy("POL-AC", "Access", `version: "1.2"`+"\n", "Access follows [the vendor][POL-VM] and the need. A password has {{ params.length }} letters."))}
	var rows strings.Builder
	for version, files := range map[string]map[string]string{"2025.1": first, "2026.1": second} {
		date := "2025-10-01"
		if version == "2026.1" {
			date = "2026-02-01"
		}
		archive := zipped(t, files, date)
		site["content/releases/"+version+".zip"] = &fstest.MapFile{Data: archive}
		fmt.Fprintf(&rows, "[[release]]\nversion = %q\ndate = %s\nsha256 = \"%x\"\n", version, date, sha256.Sum256(archive))
	}
	site["content/releases.toml"] = &fstest.MapFile{Data: []byte(rows.String())}
	return site
}

// zipped is the archive that a release on a day makes of files.
func zipped(t *testing.T, files map[string]string, date string) []byte {
	t.Helper()
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		t.Fatal(err)
	}
	tree := &output.Tree{}
	for name, text := range files {
		tree.AddBytes(name, diag.Span{}, []byte(text))
	}
	var b bytes.Buffer
	if err := output.ZIP(&b, tree, day); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// shelved writes the handbook of a site into a folder, and returns it with what was written.
func shelved(t *testing.T, site fs.FS, dir string, cache *output.Cache) (fs.FS, output.Stats) {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range edition.Report.Findings {
		if f.Severity == diag.Error {
			t.Fatalf("%s: %s", f.Rule, f.Message)
		}
	}
	outputs, err := generator.Write(site, edition, []string{"handbook"}, cache, ledger(t))
	if err != nil {
		t.Fatal(err)
	}
	stats, err := output.Write(dir, outputs["handbook"], output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return os.DirFS(dir), stats
}

func pageOf(t *testing.T, book fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(book, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestVersionsStandBesideEachOther(t *testing.T) {
	book, _ := shelved(t, shelf(t), filepath.Join(t.TempDir(), "handbook"), nil)
	for _, c := range []struct {
		name, page string
		has        []string
		hasNot     []string
	}{
		{"a policy of today leads to what it was under another id", "policies/pol-vm/index.html",
			[]string{`href="../../2026.1/policies/pol-vm/index.html"`, `href="../../2025.1/policies/pol-su/index.html"`}, []string{`class="banner"`}},
		{"a policy of old leads to what it has become", "2025.1/policies/pol-su/index.html",
			[]string{`class="banner"`, `href="../../../policies/pol-vm/index.html"`, `href="../../../2026.1/policies/pol-vm/index.html"`, "The words have not changed since.", `href="../../../assets/ledger.css"`}, nil},
		{"a policy that is no longer there says so", "2025.1/policies/pol-rw/index.html",
			[]string{"Today’s handbook has no such page.", "not in this version"}, nil},
		{"a new policy says where it is not", "policies/pol-ai/index.html", []string{"not in this version", `href="../../2026.1/policies/pol-ai/index.html"`}, nil},
		{"the address of the former id leads on", "policies/pol-su/index.html", []string{`http-equiv="refresh" content="0; url=../../policies/pol-vm/index.html"`}, nil},
		{"the address of a policy that is gone names the versions with it", "policies/pol-rw/index.html", []string{"Remote work", `href="../../2025.1/policies/pol-rw/index.html"`}, nil},
		{"a text of old is what it was, with its parameters", "2025.1/policies/pol-ac/index.html", []string{"A password has 12 letters."}, []string{"14 letters", "the need"}},
		{"a parameter that changed is a change", "2026.1/policies/pol-ac/changes/2025.1/index.html", []string{"<del>", "12", "14"}, nil},
		{"the newest redline", "policies/pol-ac/changes/2026.1/index.html", []string{"and the need", `href="../../../../policies/pol-vm/index.html"`}, []string{"<del>"}},
		{"the redline over two versions", "policies/pol-ac/changes/2025.1/index.html", []string{"12", "14", "and the need"}, nil},
		{"what a version changed", "2026.1/changes/index.html", []string{"Vendors", "has another id, the words are the same", "Remote work", "no longer there", "new"}, nil},
		{"the versions", "versions/index.html", []string{"2025-10-01", `href="../2026.1/index.html"`, "content/releases/2025.1.zip"[8:]}, nil},
	} {
		text := pageOf(t, book, c.page)
		for _, want := range c.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %s lacks %q", c.name, c.page, want)
			}
		}
		for _, not := range c.hasNot {
			if strings.Contains(text, not) {
				t.Errorf("%s: %s holds %q", c.name, c.page, not)
			}
		}
	}
}

// What is confidential is so in every version: neither its pages, nor its title, nor what changed in it.
func TestVersionsKeepWhatIsConfidential(t *testing.T) {
	book, _ := shelved(t, shelf(t), filepath.Join(t.TempDir(), "handbook"), nil)
	err := fs.WalkDir(book, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text := pageOf(t, book, p)
		for _, secret := range []string{"Unspoken matter", "Nobody reads", "secret.md"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", p, secret)
			}
		}
		if strings.Contains(p, "pol-xx") {
			t.Errorf("there is a page %s", p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

var links = regexp.MustCompile(`(?:href|src)="([^"#]*)`)

// Every way from a page of any version to another page or an asset leads to a file.
func TestLinksAcrossVersions(t *testing.T) {
	book, _ := shelved(t, shelf(t), filepath.Join(t.TempDir(), "handbook"), nil)
	followed := 0
	err := fs.WalkDir(book, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(p) != ".html" {
			return err
		}
		for _, m := range links.FindAllStringSubmatch(pageOf(t, book, p), -1) {
			if m[1] == "" || strings.Contains(m[1], ":") {
				continue
			}
			to := path.Join(path.Dir(p), m[1])
			if _, err := fs.Stat(book, to); err != nil {
				t.Errorf("%s leads to %s, which is not there", p, m[1])
			}
			followed++
		}
		return nil
	})
	if err != nil || followed < 500 {
		t.Errorf("%d links were followed: %v", followed, err)
	}
}

// A build that finds an earlier one's pages of old versions leaves them, and writes the same bytes as one that makes all anew.
func TestOldVersionsAreNotMadeAgain(t *testing.T) {
	dir := t.TempDir()
	site := shelf(t)
	kept := func() *output.Cache { return output.NewCache(filepath.Join(dir, "cache"), "program") }
	_, stats := shelved(t, site, filepath.Join(dir, "handbook"), kept())
	if stats.Written == 0 {
		t.Fatal("nothing was written")
	}
	if _, stats = shelved(t, site, filepath.Join(dir, "handbook"), kept()); stats.Written+stats.Removed > 0 {
		t.Errorf("the second build wrote: %+v", stats)
	}
	edited := fstest.MapFS{}
	for name, file := range site {
		edited[name] = file
	}
	edited["content/policies/ai.md"] = &fstest.MapFile{Data: append(bytes.Clone(site["content/policies/ai.md"].Data), "And people decide.\n"...)}
	with, _ := shelved(t, edited, filepath.Join(dir, "handbook"), kept())
	without, _ := shelved(t, edited, filepath.Join(dir, "anew"), nil)
	if a, b := tree(t, with), tree(t, without); a != b {
		t.Error("a build with what was kept differs from one without")
	}
	if text := pageOf(t, with, "2026.1/policies/pol-ai/index.html"); strings.Contains(text, "The words have not changed since.") {
		t.Error("a page of old says that nothing changed since, and it did")
	}
}

// A version that has no pages is asked about all the same: where it is withdrawn, the pages of later versions that named it are made again.
func TestOldVersionsAreMadeAgainWithoutOneOfNoPages(t *testing.T) {
	dir := t.TempDir()
	site := shelf(t)
	words := approval.Words("Access", "", "Access follows [the vendor][POL-SU]. A password has {{ params.length }} letters.\n", []approval.Value{{Name: "params.length", Value: "12"}})
	register := fmt.Sprintf("[[approval]]\npolicy = \"POL-AC\"\nversion = \"1.0\"\nsha256 = %q\nby = \"PER-anna\"\non = 2025-09-30\n", approval.Digest(words))
	second, err := output.OpenZIP(site["content/releases/2026.1.zip"].Data)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"content/approvals.toml": register}
	err = fs.WalkDir(second, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files[p] = pageOf(t, second, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	archive := zipped(t, files, "2026-02-01")
	row := fmt.Sprintf("[[release]]\nversion = \"2026.1\"\ndate = 2026-02-01\nsha256 = \"%x\"\n", sha256.Sum256(archive))
	site["content/releases/2026.1.zip"] = &fstest.MapFile{Data: archive}
	site["site.toml"] = &fstest.MapFile{Data: append(bytes.Clone(site["site.toml"].Data), "[handbook]\nversions = [\"2026.1\"]\n"...)}
	first := fmt.Sprintf("[[release]]\nversion = \"2025.1\"\ndate = 2025-10-01\nsha256 = \"%x\"\n", sha256.Sum256(site["content/releases/2025.1.zip"].Data))

	for _, rows := range []string{first + row, row, first + row} {
		site["content/releases.toml"] = &fstest.MapFile{Data: []byte(rows)}
		with, _ := shelved(t, site, filepath.Join(dir, "handbook"), output.NewCache(filepath.Join(dir, "cache"), "program"))
		without, _ := shelved(t, site, filepath.Join(t.TempDir(), "handbook"), nil)
		const page = "2026.1/policies/pol-ac/index.html"
		if a, b := pageOf(t, with, page), pageOf(t, without, page); a != b {
			t.Error("with what was kept, the page of old is not the one that is made anew")
		}
	}
}

// tree returns the files of a folder as one text.
func tree(t *testing.T, files fs.FS) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			b.WriteString(p + "\n" + pageOf(t, files, p))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestVersionsThatTheSiteAsksFor(t *testing.T) {
	for _, c := range []struct{ versions, there, notThere, finding string }{
		{`"latest:1"`, "2026.1", "2025.1", ""},
		{`["2025.1"]`, "2025.1", "2026.1", ""},
		{`["2025.1", "2026.2"]`, "", "", `there is no version "2026.2"`},
	} {
		site := shelf(t)
		site["site.toml"] = &fstest.MapFile{Data: append(bytes.Clone(site["site.toml"].Data), "[handbook]\nversions = "+c.versions+"\n"...)}
		if c.finding != "" {
			report, err := generator.Check(site, generator.Options{})
			if err != nil || len(report.Findings) == 0 || report.Findings[len(report.Findings)-1].Message != c.finding {
				t.Errorf("%s: %v, %v", c.versions, report.Findings, err)
			}
			continue
		}
		book, _ := shelved(t, site, filepath.Join(t.TempDir(), "handbook"), nil)
		if _, err := fs.Stat(book, c.there+"/index.html"); err != nil {
			t.Errorf("%s: %v", c.versions, err)
		}
		if _, err := fs.Stat(book, c.notThere); err == nil {
			t.Errorf("%s: %s is there", c.versions, c.notThere)
		}
	}
}

// What an earlier build kept says nothing of an archive that is not there any more, or is another one.
func TestAVersionIsKnownByItsArchiveAlone(t *testing.T) {
	cache := output.NewCache(t.TempDir(), "program")
	site := shelf(t)
	for _, c := range []struct {
		name  string
		spoil func()
		want  int
	}{
		{"both archives are there", func() {}, 2},
		{"one is another one", func() { site["content/releases/2026.1.zip"] = &fstest.MapFile{Data: []byte("other bytes")} }, 1},
		{"the other is gone", func() { delete(site, "content/releases/2025.1.zip") }, 0},
	} {
		c.spoil()
		edition, err := generator.Compile(site, generator.Options{Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(edition.Past.Versions); got != c.want {
			t.Errorf("%s: %d versions are known, want %d", c.name, got, c.want)
		}
	}
}
