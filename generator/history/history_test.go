package history_test

import (
	"errors"
	"strings"
	"testing"

	"trustpress/generator/history"
)

func TestAt(t *testing.T) {
	r := newRepo(t)
	if _, err := history.At(r.path("..")); !errors.Is(err, history.ErrNone) {
		t.Errorf("outside of a repository: %v, want ErrNone", err)
	}
	if _, err := history.At(r.dir); !errors.Is(err, history.ErrNone) {
		t.Errorf("without a commit: %v, want ErrNone", err)
	}
	r.write("site/åtkomst.md", "a\n")
	r.git("add", ".")
	r.env = []string{"GIT_COMMITTER_DATE=2026-03-31T23:30:00-02:00", "GIT_AUTHOR_DATE=2020-01-01T00:00:00Z"}
	r.git("commit", "-q", "-m", "one")
	head, err := history.At(r.path("site"))
	if err != nil || len(head.Commit) != 40 || head.Changed || head.Committed.Format("2006-01-02 15:04 MST") != "2026-04-01 01:30 UTC" {
		t.Errorf("in a folder of a repository: %+v, %v", head, err)
	}
	r.write("site/åtkomst.md", "b\n")
	if head, err := history.At(r.path("site")); err != nil || !head.Changed {
		t.Errorf("after an edit: %+v, %v", head, err)
	}
}

func TestReadSaysWhyThereIsNone(t *testing.T) {
	r := newRepo(t)
	refused := func(dir, reason string) {
		t.Helper()
		if _, err := history.Read(dir); !errors.Is(err, history.ErrNone) || !strings.Contains(err.Error(), reason) {
			t.Errorf("%v, want ErrNone for the reason %q", err, reason)
		}
	}
	refused(r.path(".."), "not a git repository")
	refused(r.path("nowhere"), "no such file")
	refused(r.dir, "there is no commit yet")
	r.write("a.md", page("1"))
	r.commit("add")
	refused(r.path(".git"), "bare repository")
	r.git("clone", "-q", "--bare", ".", "../bare")
	refused(r.path("../bare"), "bare repository")
	t.Run("owner", func(t *testing.T) {
		t.Setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
		refused(r.dir, "dubious ownership")
	})
	t.Run("program", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		refused(r.dir, "the git program is not installed")
	})
}

func TestReadLooksWhereTheFolderIs(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", page("1"))
	r.commit("add")
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_SHALLOW_FILE", "GIT_NAMESPACE", "GIT_PREFIX"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, t.TempDir())
			log, err := history.Read(r.dir)
			if err != nil || len(log.Of("a.md")) != 1 {
				t.Errorf("%v, %v", log, err)
			}
			if head, err := history.At(r.dir); err != nil || head.Changed {
				t.Errorf("%+v, %v", head, err)
			}
		})
	}
}

// What a repository's settings say must neither run a program nor change what is read.
func TestReadIsDeafToSettings(t *testing.T) {
	r := newRepo(t)
	r.write(".gitattributes", "*.md diff=shout\n")
	r.write("a.md", page("1"))
	r.write("å.md", other("1"))
	r.commit("add")
	r.git("mv", "a.md", "b.md")
	r.write("b.md", page("2"))
	r.commit("rename and edit")
	r.write("../ignored", r.git("rev-parse", "HEAD"))
	trap := "sh -c 'touch " + r.path("../sprung") + "; cat /dev/null'"
	for _, setting := range [][2]string{
		{"blame.ignoreRevsFile", r.path("../ignored")}, {"color.ui", "always"}, {"column.ui", "always"}, {"core.abbrev", "7"}, {"core.fsmonitor", trap}, {"core.pager", trap},
		{"diff.external", trap}, {"diff.ignoreSubmodules", "all"}, {"diff.orderFile", "missing"}, {"diff.relative", "true"}, {"diff.renameLimit", "1"}, {"diff.renames", "false"},
		{"diff.shout.command", trap}, {"diff.shout.textconv", trap}, {"format.pretty", "fuller"}, {"gpg.program", trap}, {"i18n.logOutputEncoding", "ISO-8859-1"},
		{"log.date", "relative"}, {"log.diffMerges", "off"}, {"log.follow", "true"}, {"log.showRoot", "false"}, {"log.showSignature", "true"}, {"mailmap.file", "missing"},
		{"status.branch", "true"}, {"status.relativePaths", "true"}, {"status.showStash", "true"}, {"status.showUntrackedFiles", "no"},
	} {
		r.git("config", setting[0], setting[1])
	}
	log := r.log("")
	if got, want := r.told(log, log.Of("b.md")), "rename and edit: ~b.md from a.md 2\nadd: +a.md 1\n"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if lines, err := log.Lines("b.md"); err != nil || len(lines) != 5 || lines[0].Subject != "add" || lines[4].Subject != "rename and edit" {
		t.Errorf("%v, %v", lines, err)
	}
	r.write("new.md", "n\n")
	if dirty, err := history.Dirty(r.dir); err != nil || strings.Join(dirty, " ") != "new.md" {
		t.Errorf("%v, %v", dirty, err)
	}
	if _, err := r.try("-c", "core.fsmonitor=false", "-c", "alias.there=!test ! -e ../sprung", "there"); err != nil {
		t.Error("reading ran a program of the repository's settings")
	}
}

func TestReadIsDeafToReplacedObjects(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", page("1"))
	r.commit("add")
	r.write("a.md", page("2"))
	r.commit("edit")
	r.git("replace", "--graft", "HEAD")
	r.write(".git/info/grafts", r.git("rev-parse", "HEAD"))
	if got := r.told(r.log(""), r.log("").Of("a.md")); got != "edit: ~a.md 2\nadd: +a.md 1\n" {
		t.Error(got)
	}
}
