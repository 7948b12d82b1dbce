package history_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"trustpress/generator/history"
)

// git runs git in a folder with nobody's settings but the test's.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull, "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.com",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.com", "GIT_COMMITTER_DATE=2026-03-31T23:30:00-02:00", "GIT_AUTHOR_DATE=2020-01-01T00:00:00Z")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func TestAt(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("SKIPPED: git is not here")
	}
	dir := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	if _, err := history.At(dir); !errors.Is(err, history.ErrNone) {
		t.Errorf("outside of a repository: %v, want ErrNone", err)
	}
	git(t, dir, "init", "-q")
	if _, err := history.At(dir); !errors.Is(err, history.ErrNone) {
		t.Errorf("without a commit: %v, want ErrNone", err)
	}
	site := filepath.Join(dir, "site")
	write := func(text string) {
		if err := os.MkdirAll(site, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(site, "åtkomst.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a\n")
	git(t, dir, "add", ".")
	git(t, dir, "commit", "-q", "-m", "one")
	head, err := history.At(site)
	if err != nil || len(head.Commit) != 40 || head.Changed || head.Committed.Format("2006-01-02 15:04 MST") != "2026-04-01 01:30 UTC" {
		t.Errorf("in a folder of a repository: %+v, %v", head, err)
	}
	write("b\n")
	if head, err := history.At(site); err != nil || !head.Changed {
		t.Errorf("after an edit: %+v, %v", head, err)
	}
}
