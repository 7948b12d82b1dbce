package handbook_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/history"
)

// repo is a folder under git, with a site in it.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("SKIPPED: git is not here")
	}
	r := repo{t, filepath.Join(t.TempDir(), "repo")}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	if err := os.Mkdir(r.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r repo) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

// commit commits a site as somebody, with the dates of one day.
func (r repo) commit(site fstest.MapFS, name, email, date, subject string) {
	r.t.Helper()
	for path, f := range site {
		to := filepath.Join(r.dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(to, f.Data, 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	r.t.Setenv("GIT_AUTHOR_DATE", date+"T10:00:00Z")
	r.t.Setenv("GIT_COMMITTER_DATE", date+"T10:00:00Z")
	r.git("add", "-A")
	r.git("-c", "user.name="+name, "-c", "user.email="+email, "commit", "-q", "--allow-empty", "-m", subject)
}

// pages writes the handbook of a site with what git knows.
func (r repo) pages(site fstest.MapFS) map[string]string {
	r.t.Helper()
	log, err := history.Read(r.dir)
	if err != nil {
		r.t.Fatal(err)
	}
	return shelf(r.t, site, generator.Options{History: func() (*history.Log, error) { return log, nil }})
}

// The history of a document is told with the names of its authors and the dates that they wrote, and without their addresses.
func TestHistoryIsTold(t *testing.T) {
	r, site := newRepo(t), small()
	r.commit(site, "A.", "HIDDEN@example.com", "2026-01-01", "First text, of all records")
	edit(t, site, "content/policies/access.md", "The board", "The whole board")
	r.commit(site, "Someone Else", "else@example.com", "2026-02-03", "Second <text>")
	edit(t, site, "content/policies/access.md", "The whole board", "The board")
	r.commit(site, "Hidden Person", "other@example.com", "2026-03-04", "Third text")
	site["content/policies/new.md"] = file("---\nid: POL-NEW\ntitle: New\n---\nText.\n")
	all := r.pages(site)
	_, commits, _ := strings.Cut(all["policies/pol-ac/index.html"], `id="tp.commits"`)
	shows(t, commits, "Dated by its author", "Third text", "(restricted)", "2026-03-04", "Second &lt;text&gt;", "Someone Else", "2026-02-03", "(restricted)", "Anna Å", "2026-01-01")
	shows(t, all["policies/pol-new/index.html"], "nobody has committed it yet")
	for p, page := range all {
		for _, secret := range []string{"idden@", "IDDEN@", "else@", "other@", "Hidden Person"} {
			if strings.Contains(page, secret) {
				t.Errorf("%s holds %q", p, secret)
			}
		}
	}
}

// A long history is cut, and says so; of a row of a register it is said that the commits are of the whole.
func TestHistoryOfRegisters(t *testing.T) {
	r := newRepo(t)
	site := with(map[string]string{"content/procedures.toml": "[[procedure]]\nid = \"PRO-1\"\ntitle = \"One\"\nbody = \"Text.\"\n"})
	for i := range 53 {
		site["content/procedures.toml"].Data = append(site["content/procedures.toml"].Data, '\n')
		r.commit(site, "A.", "hidden@example.com", "2026-01-01", fmt.Sprintf("Edit %d.", i))
	}
	page := r.pages(site)["procedures/pro-1/index.html"]
	shows(t, page, "The commits are of the whole register", "Edit 52.", "Edit 3.", "3 older commits are not listed")
	if strings.Contains(page, "Edit 2.") {
		t.Error("an older commit is listed")
	}
}

// An approval that somebody else committed is told as recorded by them.
func TestApprovalRecordedBySomebodyElse(t *testing.T) {
	r := newRepo(t)
	site := approved([4]string{"2", digest(t, small(), "POL-AC"), "PER-1", "2026-01-02"})
	r.commit(site, "Someone Else", "else@example.com", "2026-02-03", "Minutes")
	all := r.pages(site)
	shows(t, all["policies/pol-ac/index.html"], `id="tp.approvals"`, "Recorded by Someone Else for", "Anna Å", "commit <code>")
	shows(t, all["approvals/index.html"], "approved text", "Recorded by Someone Else for")
}
