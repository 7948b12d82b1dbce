package history_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"trustpress/generator/history"
)

// kept is a repository with something staged, something changed, and something new.
func kept(t *testing.T) *repo {
	r := newRepo(t)
	r.write("site/a.md", "1\n")
	r.write("site/b.md", "1\n")
	r.write("site/gone.md", "1\n")
	r.write(".gitignore", "ignored*\n")
	r.commit("add")
	r.write("site/a.md", "staged\n")
	r.write("site/b.md", "staged\n")
	r.write("site/early.md", "staged\n")
	r.git("add", "--all")
	r.write("site/a.md", "2\n")
	r.write("site/*.md", "new\n")
	r.write("site/ignored", "x\n")
	r.write("outside.md", "x\n")
	return r
}

// state is all that a refused commit must leave as it was.
func (r *repo) state() string {
	return r.git("ls-files", "--stage", "--debug") + r.git("status", "--porcelain") + r.git("log", "--format=%H", "--all")
}

// hook writes a hook.
func (r *repo) hook(name, script string) {
	r.t.Helper()
	r.write(".git/hooks/"+name, "#!/bin/sh\n"+script+"\n")
	if err := os.Chmod(r.path(".git/hooks/"+name), 0o755); err != nil {
		r.t.Fatal(err)
	}
}

func TestSave(t *testing.T) {
	r := kept(t)
	r.hook("pre-commit", "echo ran > ../hooked")
	if err := os.Remove(r.path("site/gone.md")); err != nil {
		t.Fatal(err)
	}
	if err := history.Save(r.path("site"), "Release 2026.1\n\n# not a comment\n", []string{"a.md", "*.md", "gone.md"}); err != nil {
		t.Fatal(err)
	}
	if got, want := r.git("show", "--format=%B", "--name-status", "HEAD"), "Release 2026.1\n\n# not a comment\n\n\nA\tsite/*.md\nM\tsite/a.md\nD\tsite/gone.md\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := r.git("show", "HEAD:site/a.md"); got != "2\n" {
		t.Errorf("the commit holds %q, want what the work tree holds", got)
	}
	if got, want := r.git("status", "--porcelain"), "M  site/b.md\nA  site/early.md\n?? outside.md\n"; got != want {
		t.Errorf("%s\nwant as it was beside the commit\n%s", got, want)
	}
	if r.read("../hooked") != "ran\n" {
		t.Error("the hook did not run")
	}
}

func TestSaveBeginsAHistory(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "1\n")
	r.write("b.md", "1\n")
	r.git("add", "b.md")
	if err := history.Save(r.dir, "first", []string{"a.md"}); err != nil {
		t.Fatal(err)
	}
	if got := r.git("show", "--format=%s", "--name-status"); got != "first\n\nA\ta.md\n" {
		t.Error(got)
	}
}

func TestSaveLeavesNothingBehindWhereItIsRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		paths []string
		spoil func(r *repo)
		want  string
	}{
		{"a hook refuses", []string{"a.md", "*.md"}, func(r *repo) { r.hook("pre-commit", "echo the spelling is wrong >&2; exit 1") }, "the spelling is wrong"},
		{"a hook refuses the message", []string{"a.md", "*.md"}, func(r *repo) { r.hook("commit-msg", "echo a ticket is missing; exit 1") }, "a ticket is missing"},
		{"the key does not sign", []string{"a.md", "*.md"}, func(r *repo) {
			r.git("config", "commit.gpgSign", "true")
			r.git("config", "gpg.program", "false")
		}, "gpg failed to sign"},
		{"a file is ignored", []string{"*.md", "ignored"}, func(*repo) {}, "ignored"},
		{"a file is not there", []string{"*.md", "none.md"}, func(*repo) {}, "none.md"},
		{"nothing differs", []string{"gone.md"}, func(*repo) {}, "nothing to commit"},
		{"there are no files", nil, func(*repo) {}, "nothing to commit"},
		{"a merge is under way", []string{"a.md", "*.md"}, func(r *repo) { r.write(".git/MERGE_HEAD", r.git("rev-parse", "HEAD")) }, "merge"},
		{"nobody is named", []string{"a.md", "*.md"}, func(r *repo) {
			r.git("config", "user.useConfigOnly", "true")
			r.git("config", "--unset", "user.email")
		}, "tell me who you are"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := kept(t)
			c.spoil(r)
			before := r.state()
			err := history.Save(r.path("site"), "message", c.paths)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want an error that says %q", err, c.want)
			}
			if after := r.state(); after != before {
				t.Errorf("before\n%s\nafter\n%s", before, after)
			}
		})
	}
}

func TestSaveRefusesInsideOfAHook(t *testing.T) {
	r := kept(t)
	t.Setenv("GIT_INDEX_FILE", r.path(".git/index"))
	if err := history.Save(r.path("site"), "message", []string{"a.md"}); err == nil || !strings.Contains(err.Error(), "hook") {
		t.Errorf("%v", err)
	}
}

func TestDirty(t *testing.T) {
	r := kept(t)
	r.git("rm", "-q", "site/gone.md")
	r.write("site/out/deep/x", "x\n")
	r.write("site/outer", "x\n")
	for _, c := range []struct {
		folder string
		except []string
		want   string
	}{
		{"", nil, "outside.md site/*.md site/a.md site/b.md site/early.md site/gone.md site/out/deep/x site/outer"},
		{"site", nil, "*.md a.md b.md early.md gone.md out/deep/x outer"},
		{"site", []string{"out", "a.md", "*.md"}, "b.md early.md gone.md outer"},
	} {
		if got, err := history.Dirty(r.path(c.folder), c.except...); err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%q except %q: %q, %v, want %q", c.folder, c.except, got, err, c.want)
		}
	}
	r.git("add", "--all")
	r.commit("all")
	if got, err := history.Dirty(r.dir); err != nil || got != nil {
		t.Errorf("%q, %v, want nothing", got, err)
	}
	if _, err := history.Dirty(r.path("..")); !errors.Is(err, history.ErrNone) {
		t.Errorf("%v, want ErrNone", err)
	}
}

func TestTag(t *testing.T) {
	r := newRepo(t)
	r.write("site/a.md", "1\n")
	r.commit("add")
	tagged := func(name string, want bool) {
		t.Helper()
		if got, err := history.Tagged(r.path("site"), name); err != nil || got != want {
			t.Errorf("%s: %v, %v, want %v", name, got, err, want)
		}
	}
	tagged("handbook/2026.1", false)
	if err := history.Tag(r.path("site"), "handbook/2026.1", "Version 2026.1"); err != nil {
		t.Fatal(err)
	}
	tagged("handbook/2026.1", true)
	tagged("handbook", false)
	tagged("handbook/*", false)
	if got := r.git("cat-file", "tag", "handbook/2026.1"); !strings.HasSuffix(got, "\n\nVersion 2026.1\n") {
		t.Error(got)
	}
	for _, name := range []string{"handbook/2026.1", "-d", "a..b", ""} {
		if err := history.Tag(r.path("site"), name, "again"); err == nil {
			t.Errorf("the tag %q is set", name)
		}
	}
	if _, err := history.Tagged(r.path(".."), "x"); !errors.Is(err, history.ErrNone) {
		t.Errorf("%v, want ErrNone", err)
	}
}
