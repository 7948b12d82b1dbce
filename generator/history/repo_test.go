package history_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"trustpress/generator/history"
)

// repo is a repository in a folder of its own, whose commits are a day apart.
type repo struct {
	t    *testing.T
	dir  string
	days int
	env  []string
}

// newRepo makes an empty repository that knows nobody's settings but the test's.
func newRepo(t *testing.T, init ...string) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("SKIPPED: git is not here")
	}
	root := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", root)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	r := &repo{t: t, dir: filepath.Join(root, "repo")}
	r.mkdir("")
	r.git(append([]string{"init", "-q", "-b", "main"}, init...)...)
	r.git("config", "user.name", "Anna Berg")
	r.git("config", "user.email", "anna@example.com")
	return r
}

// at is the repository seen from elsewhere: a clone of it, a work tree beside it.
func (r *repo) at(dir string) *repo { return &repo{t: r.t, dir: dir, days: r.days} }

func (r *repo) path(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (r *repo) mkdir(name string) {
	r.t.Helper()
	if err := os.MkdirAll(r.path(name), 0o755); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repo) write(name, text string) {
	r.t.Helper()
	r.mkdir(filepath.Dir(name))
	if err := os.WriteFile(r.path(name), []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repo) read(name string) string {
	r.t.Helper()
	text, err := os.ReadFile(r.path(name))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(text)
}

// git runs git on the repository's present day, and returns what it says.
func (r *repo) git(args ...string) string {
	r.t.Helper()
	out, err := r.try(args...)
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return out
}

func (r *repo) try(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	now := fmt.Sprintf("@%d +0000", time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, r.days).Unix())
	cmd.Env = append(append(os.Environ(), "GIT_AUTHOR_DATE="+now, "GIT_COMMITTER_DATE="+now), r.env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// commit commits everything, a day later.
func (r *repo) commit(message string) {
	r.t.Helper()
	r.days++
	r.git("add", "--all")
	r.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message)
}

// merge merges branches, a day later; a conflict is settled by writing texts.
func (r *repo) merge(message string, branches []string, settle map[string]string) {
	r.t.Helper()
	r.days++
	out, err := r.try(append([]string{"merge", "-q", "--no-ff", "--no-commit"}, branches...)...)
	if err != nil && settle == nil {
		r.t.Fatalf("merge %v: %v\n%s", branches, err, out)
	}
	for name, text := range settle {
		r.write(name, text)
	}
	r.git("add", "--all")
	r.git("commit", "-q", "-m", message)
}

// log reads the history of a folder of the repository.
func (r *repo) log(folder string) *history.Log {
	r.t.Helper()
	log, err := history.Read(r.path(folder))
	if err != nil {
		r.t.Fatal(err)
	}
	return log
}

// told is a list of revisions as lines: the subject, what became of the file, and its text.
func (r *repo) told(log *history.Log, revisions []history.Revision) string {
	r.t.Helper()
	var out strings.Builder
	err := log.Texts(revisions, func(i int, text []byte) error {
		rev := revisions[i]
		sign := "~"
		if rev.Added {
			sign = "+"
		}
		if rev.Deleted {
			sign = "-"
		}
		fmt.Fprintf(&out, "%s: %s%s", rev.Commit.Subject, sign, rev.Path)
		if rev.From != "" {
			fmt.Fprintf(&out, " from %s", rev.From)
		}
		last := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		fmt.Fprintf(&out, " %s\n", last[len(last)-1])
		return nil
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return out.String()
}
