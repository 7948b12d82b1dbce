package generator_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/history"
)

// Nothing of the past reaches trust: neither which versions were released and what they hold, nor who approved what, nor who committed it.
func TestThePastDoesNotReachTrust(t *testing.T) {
	site := example(t)
	e, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p := e.Program; len(p.Releases) == 0 || len(p.Approvals) == 0 || len(e.Past.Versions) == 0 || e.Past.History != nil {
		t.Fatalf("the example has %d releases, %d of them archived, and %d approvals", len(p.Releases), len(e.Past.Versions), len(p.Approvals))
	}
	want := told(t, e)
	for _, c := range []struct {
		name   string
		change func(site fstest.MapFS)
		log    *history.Log
	}{
		{"no archives", func(site fstest.MapFS) { drop(site, "content/releases/") }, nil},
		{"no releases", func(site fstest.MapFS) { drop(site, "content/releases") }, nil},
		{"no approvals", func(site fstest.MapFS) { drop(site, "content/approvals") }, nil},
		{"neither", func(site fstest.MapFS) { drop(site, "content/releases"); drop(site, "content/approvals") }, nil},
		{"policies that end", retire, nil},
		{"a history", func(fstest.MapFS) {}, committed(t, site)},
	} {
		changed := example(t)
		c.change(changed)
		e, err := generator.Compile(changed, generator.Options{History: func() (*history.Log, error) { return c.log, nil }})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := told(t, e); !bytes.Equal(got, want) {
			t.Errorf("%s: what everybody is told is another: %s", c.name, difference(got, want))
		}
	}
}

// drop takes the files whose names begin with a text from a site.
func drop(site fstest.MapFS, names string) {
	for name := range site {
		if strings.HasPrefix(name, names) {
			delete(site, name)
		}
	}
}

// retire says of every internal policy when it ended.
func retire(site fstest.MapFS) {
	for name, file := range site {
		text := string(file.Data)
		internal := !strings.Contains(text, "classification: public")
		if strings.HasPrefix(name, "content/policies/") && !strings.HasSuffix(name, ".sv.md") && internal && strings.HasPrefix(text, "---\n") {
			site[name] = &fstest.MapFile{Data: []byte("---\nretired_on: 2026-05-05\n" + strings.TrimPrefix(text, "---\n"))}
		}
	}
}

// committed is the history of a site that one person has committed whole.
func committed(t *testing.T, site fstest.MapFS) *history.Log {
	t.Helper()
	_, err := exec.LookPath("git")
	need(t, "git", err == nil)
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, site); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "--all", "--force"}, {"commit", "-q", "-m", canary}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME="+canary, "GIT_AUTHOR_EMAIL=k@example.com",
			"GIT_COMMITTER_NAME="+canary, "GIT_COMMITTER_EMAIL=k@example.com")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args[0], err, out)
		}
	}
	log, err := history.Read(dir)
	if err != nil || len(log.Of("site.toml")) != 1 {
		t.Fatalf("%d revisions of site.toml, %v", len(log.Of("site.toml")), err)
	}
	return log
}
