package history_test

import (
	"testing"

	"trustpress/generator/history"
)

// worn is a repository with a past of four commits.
func worn(t *testing.T) *repo {
	r := newRepo(t)
	r.write("a.md", page("1"))
	r.write("old.md", other("1"))
	r.commit("add")
	r.write("a.md", page("2"))
	r.commit("edit")
	r.git("mv", "a.md", "b.md")
	r.write("b.md", page("3"))
	r.commit("rename and edit")
	r.write("b.md", page("4"))
	r.commit("edit again")
	r.git("config", "uploadpack.allowFilter", "true")
	return r
}

func (r *repo) clone(flags ...string) *repo {
	r.git(append(append([]string{"clone", "-q"}, flags...), "file://"+r.dir, "../clone")...)
	return r.at(r.path("../clone"))
}

func TestShallowClone(t *testing.T) {
	r := worn(t).clone("--depth", "2")
	log := r.log("")
	if !log.Shallow {
		t.Error("a shallow clone is not called one")
	}
	if got := r.told(log, log.Of("b.md")); got != "edit again: ~b.md 4\n" {
		t.Errorf("what the clone knows of a file: %s", got)
	}
	if of := log.Of("old.md"); of == nil || len(of) > 0 {
		t.Errorf("a file older than the clone: %v, want an empty list", of)
	}
	lines, err := log.Lines("b.md")
	if err != nil || len(lines) != 5 || lines[0] != nil || lines[4] == nil || lines[4].Subject != "edit again" {
		t.Errorf("%v, %v: want the last line's commit alone", lines, err)
	}
	if worn(t).log("").Shallow {
		t.Error("a whole repository is called shallow")
	}
}

func TestPartialClone(t *testing.T) {
	r := worn(t).clone("--filter=blob:none")
	log := r.log("")
	if !log.Partial {
		t.Error("a partial clone is not called one")
	}
	if got, want := r.told(log, log.Of("b.md")), "edit again: ~b.md 4\nrename and edit: +b.md \n"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got, want := r.told(log, log.Of("a.md")), "rename and edit: -a.md \nedit: ~a.md \nadd: +a.md \n"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestWorkTreesOfOneRepository(t *testing.T) {
	r := worn(t)
	const want = "edit again: ~b.md 4\nrename and edit: ~b.md from a.md 3\nedit: ~a.md 2\nadd: +a.md 1\n"
	r.git("worktree", "add", "-q", "--detach", "../beside")
	r.git("clone", "-q", "--bare", ".", "../bare")
	r.at(r.path("../bare")).git("worktree", "add", "-q", "--detach", "../of bare")
	r.git("init", "-q", "--separate-git-dir", "../apart")
	for _, dir := range []string{"../beside", "../of bare", "."} {
		w := r.at(r.path(dir))
		if log := w.log(""); w.told(log, log.Of("b.md")) != want {
			t.Errorf("%s: %s\nwant\n%s", dir, w.told(log, log.Of("b.md")), want)
		}
	}
}

func TestFolderWithAStrangeName(t *testing.T) {
	r := newRepo(t)
	r.write("two\nlines/*/a.md", page("1"))
	r.write("two\nlines/x/a.md", page("1"))
	r.commit("add")
	log := r.log("two\nlines/*")
	if got := r.told(log, log.Of("a.md")); got != "add: +a.md 1\n" {
		t.Error(got)
	}
	r.write("two\nlines/*/a.md", page("2"))
	if dirty, err := history.Dirty(r.path("two\nlines/*")); err != nil || len(dirty) != 1 || dirty[0] != "a.md" {
		t.Errorf("%q, %v", dirty, err)
	}
}
