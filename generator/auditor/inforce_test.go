package auditor_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/history"
)

const (
	policies    = bagName + "/data/policies/"
	inForcePage = policies + "in-force/index.html"
)

// approvalOf is a row of the register of approvals.
func approvalOf(version, sha256, on string) string {
	return fmt.Sprintf("[[approval]]\npolicy = \"POL-AC\"\nversion = %q\nsha256 = %q\nby = \"PER-anna\"\non = %s\n", version, sha256, on)
}

// approvals gives a site its register of approvals.
func approvals(fsys fstest.MapFS, rows ...string) {
	fsys["content/approvals.toml"] = &fstest.MapFile{Data: []byte(strings.Join(rows, ""))}
}

// digestOf returns the digest of a site's policy as it stands.
func digestOf(t *testing.T, fsys fstest.MapFS) string {
	t.Helper()
	return compile(t, fsys).Program.Policies[0].SHA256
}

// unpack writes the bag of a site to a folder, and returns it.
func unpack(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, bagName)
}

// The words that stand in the bundle have the digest that was approved, as a stock tool works it out, and the file beside them is the author's.
func TestWordsHaveTheApprovedDigest(t *testing.T) {
	if _, err := exec.LookPath("sha256sum"); err != nil {
		t.Skip("SKIPPED: there is no sha256sum here")
	}
	fsys := site()
	edit(fsys, "As [AC-02] says.", "As [AC-02] says of {{ org.name }}.\n<!-- a note -->\n")
	digest := digestOf(t, fsys)
	approvals(fsys, approvalOf("1.0", digest, "2024-01-01"))
	files := contents(t, write(t, fsys))
	bag := unpack(t, files)
	c := exec.Command("sha256sum", "-c", "--strict", "data/policies/in-force/approved.sha256")
	c.Dir = bag
	if said, err := c.CombinedOutput(); err != nil || string(said) != "data/policies/pol-ac/1.0/words.txt: OK\n" {
		t.Errorf("got %s, %v", said, err)
	}
	if got, want := files[policies+"pol-ac/1.0/1.0.md"], string(fsys["content/policies/access.md"].Data); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if words := files[policies+"pol-ac/1.0/words.txt"]; !strings.HasSuffix(words, "org.name\n=\nÅkerlund\n&\nCo\n") {
		t.Errorf("the words are %q", words)
	}
	holds(t, files[policies+"pol-ac/1.0/index.html"], digest[:32], `href="../../../policies/pol-ac/1.0/words.txt"`, `href="../../../policies/pol-ac/1.0/1.0.md"`, "Åkerlund &amp; Co", `href="../../../controls/ac-02/index.html"`)
}

// A text that nobody has is said to be missing, and no file stands for it.
func TestTextNobodyHas(t *testing.T) {
	fsys := site()
	lost := strings.Repeat("0123456789abcdef", 4)
	approvals(fsys, approvalOf("1.0", lost, "2024-01-01"), approvalOf("1.1", digestOf(t, fsys), "2026-02-01"))
	files := contents(t, write(t, fsys))
	first, _, _ := strings.Cut(files[inForcePage], "<table")
	holds(t, first, "Texts that were in force and whose wording is not in the bundle", `href="../../policies/pol-ac/1.0/index.html"`)
	holds(t, files[policies+"pol-ac/1.0/index.html"], "The wording of this text is not in the bundle:", lost[:32], "Anna Åberg")
	holds(t, files[policies+"pol-ac/1.1/changes/index.html"], "The two texts cannot be compared")
	for name := range files {
		if strings.HasPrefix(name, policies+"pol-ac/1.0/") && !strings.HasSuffix(name, ".html") {
			t.Errorf("there is %s", name)
		}
	}
	table := rows(t, files, "policies/in-force/in-force.csv")
	if got := strings.Join(table[1][:7], ","); got != "POL-AC,Access control,approved text missing from the bundle,2025-10-01,2026-01-31,1.0,2024-01-01" {
		t.Errorf("got %s", got)
	}
	if got := strings.Join(table[2][:7], ","); got != "POL-AC,Access control,approved text,2026-02-01,2026-09-30,1.1,2026-02-01" {
		t.Errorf("got %s", got)
	}
}

// A policy whose text changed since it was approved has the approved text from the history of its file, and what changed since.
func TestTextOutOfHistory(t *testing.T) {
	dir := t.TempDir()
	fsys := site()
	git := func(on string, args ...string) {
		t.Helper()
		for name, f := range fsys {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"-c", "user.name=Anna", "-c", "user.email=anna@example.com", "commit", "-qm", "x"}} {
			c := exec.Command("git", args...)
			c.Dir, c.Env = dir, append(os.Environ(), "GIT_AUTHOR_DATE="+on+"T12:00:00Z", "GIT_COMMITTER_DATE="+on+"T12:00:00Z", "GIT_CONFIG_GLOBAL=/dev/null")
			if said, err := c.CombinedOutput(); err != nil {
				t.Skipf("SKIPPED: git %s: %s", args, said)
			}
		}
	}
	edit(fsys, "As [AC-02] says.", "As [AC-02] says in {{ params.days }} days.")
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(siteText + "[params]\ndays = 3\n")}
	digest := digestOf(t, fsys)
	git("2024-01-01")
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(siteText + "[params]\ndays = 5\n")}
	edit(fsys, "title: Access control", "title: Access")
	edit(fsys, "As [AC-02] says", "As the control says")
	approvals(fsys, approvalOf("../1 & <b>", digest, "2024-01-02"))
	git("2026-01-01")
	e, err := generator.Compile(os.DirFS(dir), generator.Options{History: func() (*history.Log, error) { return history.Read(dir) }})
	if err != nil {
		t.Fatal(err)
	}
	files := pagesOf(t, audience.ForAuditor(e), fsys)
	holds(t, files[policies+"pol-ac/file.-1-b/words.txt"], "params.days\n=\n3\n")
	holds(t, files[policies+"pol-ac/file.-1-b/file.-1-b.md"], "title: Access control\n", "As [AC-02] says in {{ params.days }}")
	holds(t, files[policies+"pol-ac/file.-1-b/index.html"], "as it was written", "title: Access control", "../1 &amp; &lt;b&gt;")
	holds(t, files[policies+"pol-ac/changes/index.html"], "compared as they were written", "<del>", "the control says")
	holds(t, files[policyPage], `href="../../policies/pol-ac/changes/index.html"`)
}

// Days without an approved text stand first, and in their order among the texts.
func TestDaysWithoutAText(t *testing.T) {
	fsys := site()
	edit(fsys, "approved_on: 2024-01-01", "status: retired\nretired_on: 2026-05-31")
	approvals(fsys, approvalOf("1.0", digestOf(t, fsys), "2026-02-01"))
	files := contents(t, write(t, fsys))
	table := rows(t, files, "policies/in-force/in-force.csv")
	if len(table) != 2 || strings.Join(table[1][2:5], ",") != "approved text,2026-02-01,2026-05-31" {
		t.Errorf("got %q", table)
	}
	approvals(fsys)
	edit(fsys, "status: retired\nretired_on: 2026-05-31", "approved_on: 2024-01-01")
	files = contents(t, write(t, fsys))
	first, _, _ := strings.Cut(files[inForcePage], "<table")
	holds(t, first, "Days without an approved text in force", `<time class="id">2025-10-01</time> – <time class="id">2026-09-30</time>`)
	if files[policies+"in-force/approved.sha256"] != "" {
		t.Error("there are digests of nothing")
	}
}

// Texts that say the same version of themselves each have a folder.
func TestTextsOfOneVersion(t *testing.T) {
	fsys := site()
	lost := strings.Repeat("0123456789abcdef", 4)
	now := digestOf(t, fsys)
	approvals(fsys, approvalOf("1.0", now, "2025-11-01"), approvalOf("1.0", lost, "2026-02-01"), approvalOf("", now, "2026-03-01"))
	files := contents(t, write(t, fsys))
	for _, folder := range []string{"1.0", "1.0-from-2026-02-01", "1.0-from-2026-03-01"} {
		if files[policies+"pol-ac/"+folder+"/index.html"] == "" {
			t.Errorf("there is no %s", folder)
		}
	}
	if files[policies+"pol-ac/1.0/words.txt"] != files[policies+"pol-ac/1.0-from-2026-03-01/words.txt"] {
		t.Error("a text that came back has other words")
	}
}

// However long the names of a policy and of its versions are, every file fits into the bag.
func TestLongNamesOfTexts(t *testing.T) {
	fsys := site()
	id := "POL-" + strings.Repeat("X", 200)
	fsys["content/policies/long.md"] = &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: Long\n---\nText.\n")}
	var digest string
	for _, p := range compile(t, fsys).Program.Policies {
		if p.ID == id {
			digest = p.SHA256
		}
	}
	long := strings.Repeat("v", 200)
	rows := approvalOf(long, strings.Repeat("0123456789abcdef", 4), "2025-11-01") + approvalOf(long, digest, "2026-01-01")
	approvals(fsys, strings.ReplaceAll(rows, "POL-AC", id))
	words := 0
	for name := range contents(t, write(t, fsys)) {
		if strings.HasSuffix(name, "/words.txt") {
			words++
		}
	}
	if words != 1 {
		t.Errorf("%d texts have words, want one", words)
	}
}
