package history_test

import (
	"strings"
	"testing"
)

// page is a text that is long enough to be known again after its last line changed.
func page(last string) string {
	return "Access is given by the owner of a system.\nIt is written down.\nIt is reviewed every quarter.\nIt is taken back the same day.\n" + last + "\n"
}

// other is a text that is nothing like a page.
func other(last string) string {
	return "Backups are made at night.\nThey are kept apart.\nOnce a month one is restored.\nThe result is noted.\n" + last + "\n"
}

// histories are what people really wrote.
var histories = []struct {
	name   string
	folder string
	write  func(r *repo)
	want   map[string]string
}{
	{"a file is added, edited and left alone", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.write("b.md", other("1"))
		r.commit("beside")
		r.write("a.md", page("2"))
		r.commit("edit")
	}, map[string]string{
		"a.md":    "edit: ~a.md 2\nadd: +a.md 1\n",
		"none.md": "",
	}},
	{"a folder of a larger repository", "site", func(r *repo) {
		r.write("site/content/a.md", page("1"))
		r.write("a.md", other("1"))
		r.commit("add")
		r.write("a.md", other("2"))
		r.commit("outside")
		r.write("site/content/a.md", page("2"))
		r.commit("edit")
	}, map[string]string{
		"content/a.md": "edit: ~content/a.md 2\nadd: +content/a.md 1\n",
		"a.md":         "",
		"../a.md":      "",
	}},
	{"a rename, an edit with a rename, and a rename again", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("mv", "a.md", "b.md")
		r.commit("rename")
		r.git("mv", "b.md", "c.md")
		r.write("c.md", page("2"))
		r.commit("rename and edit")
		r.mkdir("d")
		r.git("mv", "c.md", "d/c.md")
		r.commit("move")
	}, map[string]string{
		"d/c.md": "move: ~d/c.md from c.md 2\nrename and edit: ~c.md from b.md 2\nrename: ~b.md from a.md 1\nadd: +a.md 1\n",
		"b.md":   "rename and edit: -b.md \nrename: ~b.md from a.md 1\nadd: +a.md 1\n",
	}},
	{"two files exchange their names", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.write("b.md", other("1"))
		r.commit("add")
		r.git("mv", "a.md", "t")
		r.git("mv", "b.md", "a.md")
		r.git("mv", "t", "b.md")
		r.commit("swap")
		r.write("a.md", other("2"))
		r.commit("edit")
	}, map[string]string{
		"a.md": "edit: ~a.md 2\nswap: ~a.md from b.md 1\nadd: +b.md 1\n",
		"b.md": "swap: ~b.md from a.md 1\nadd: +a.md 1\n",
	}},
	{"three files pass their names round, and a fourth is made a copy of one", "", func(r *repo) {
		for _, name := range []string{"a", "b", "c", "d"} {
			r.write(name, name+"\n")
		}
		r.commit("add")
		r.write("a", "b\n")
		r.write("b", "c\n")
		r.write("c", "a\n")
		r.write("d", "a\n")
		r.commit("round")
	}, map[string]string{
		"a": "round: ~a from b b\nadd: +b b\n",
		"b": "round: ~b from c c\nadd: +c c\n",
		"c": "round: ~c from a a\nadd: +a a\n",
		"d": "round: ~d a\nadd: +d d\n",
	}},
	{"a file is deleted, and a new one is written under its name", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.write("gone.md", other("1"))
		r.commit("add")
		r.git("rm", "-q", "a.md", "gone.md")
		r.commit("delete")
		r.write("a.md", page("2"))
		r.commit("write again")
	}, map[string]string{
		"a.md":    "write again: +a.md 2\n",
		"gone.md": "delete: -gone.md \nadd: +gone.md 1\n",
	}},
	{"a copy begins with itself", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.write("b.md", page("1"))
		r.commit("copy")
	}, map[string]string{"a.md": "add: +a.md 1\n", "b.md": "copy: +b.md 1\n"}},
	{"a rename of the case alone", "", func(r *repo) {
		r.write("Access.md", page("1"))
		r.commit("add")
		r.git("mv", "Access.md", "access.md")
		r.commit("case")
	}, map[string]string{"access.md": "case: ~access.md from Access.md 1\nadd: +Access.md 1\n"}},
	{"a mode is no text", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("update-index", "--chmod=+x", "a.md")
		r.git("commit", "-q", "-m", "mode")
	}, map[string]string{"a.md": "add: +a.md 1\n"}},
	{"a revert, and the revert of a revert", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.write("a.md", page("2"))
		r.commit("edit")
		r.git("revert", "--no-commit", "HEAD")
		r.commit("revert")
		r.git("revert", "--no-commit", "HEAD")
		r.commit("revert the revert")
	}, map[string]string{
		"a.md": "revert the revert: ~a.md 2\nrevert: ~a.md 1\nedit: ~a.md 2\nadd: +a.md 1\n",
	}},
	{"a merge settles a conflict", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.write("b.md", other("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.write("a.md", page("side"))
		r.write("b.md", other("2"))
		r.commit("side")
		r.git("checkout", "-q", "main")
		r.write("a.md", page("main"))
		r.commit("main")
		r.merge("merge", []string{"side"}, map[string]string{"a.md": page("both")})
	}, map[string]string{
		"a.md": "merge: ~a.md both\nmain: ~a.md main\nside: ~a.md side\nadd: +a.md 1\n",
		"b.md": "side: ~b.md 2\nadd: +b.md 1\n",
	}},
	{"a merge keeps our side, and theirs was never in force", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.write("b.md", other("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.write("a.md", page("side"))
		r.write("b.md", other("side"))
		r.commit("side")
		r.git("checkout", "-q", "main")
		r.write("a.md", page("main"))
		r.commit("main")
		r.merge("merge", []string{"side"}, map[string]string{"a.md": page("main")})
	}, map[string]string{
		"a.md": "main: ~a.md main\nadd: +a.md 1\n",
		"b.md": "side: ~b.md side\nadd: +b.md 1\n",
	}},
	{"a merge that writes a file of its own, and deletes one", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.write("gone.md", other("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.write("b.md", "b\n")
		r.commit("side")
		r.git("checkout", "-q", "main")
		r.write("c.md", "c\n")
		r.commit("main")
		r.git("merge", "-q", "--no-ff", "--no-commit", "side")
		r.git("rm", "-q", "gone.md")
		r.write("d.md", "d\n")
		r.commit("evil")
	}, map[string]string{
		"d.md":    "evil: +d.md d\n",
		"gone.md": "evil: -gone.md \nadd: +gone.md 1\n",
		"b.md":    "side: +b.md b\n",
	}},
	{"one side renames, the other edits", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.git("mv", "a.md", "b.md")
		r.commit("rename")
		r.git("checkout", "-q", "main")
		r.write("a.md", page("2"))
		r.commit("edit")
		r.merge("merge", []string{"side"}, nil)
	}, map[string]string{
		"b.md": "edit: ~a.md 2\nrename: ~b.md from a.md 1\nadd: +a.md 1\n",
	}},
	{"three branches come together at once", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		for _, branch := range []string{"one", "two", "three"} {
			r.git("checkout", "-q", "-b", branch, "main")
			r.write(branch+".md", branch+"\n")
			r.commit(branch)
		}
		r.git("checkout", "-q", "main")
		r.merge("octopus", []string{"one", "two", "three"}, nil)
		r.write("one.md", "more\n")
		r.commit("edit")
	}, map[string]string{
		"one.md":   "edit: ~one.md more\none: +one.md one\n",
		"three.md": "three: +three.md three\n",
		"a.md":     "add: +a.md 1\n",
	}},
	{"a branch is merged late", "", func(r *repo) {
		r.write("a.md", "top\n"+page("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "late")
		r.write("a.md", "top\n"+page("late"))
		r.commit("late")
		r.git("checkout", "-q", "main")
		for _, text := range []string{"uppermost", "topmost"} {
			r.write("a.md", text+"\n"+page("1"))
			r.commit(text)
		}
		r.merge("merge", []string{"late"}, nil)
	}, map[string]string{
		"a.md": "merge: ~a.md late\ntopmost: ~a.md 1\nuppermost: ~a.md 1\nlate: ~a.md late\nadd: +a.md 1\n",
	}},
	{"the same edit is picked on both sides", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.write("a.md", page("2"))
		r.commit("edit")
		r.git("checkout", "-q", "main")
		r.write("b.md", "b\n")
		r.commit("beside")
		r.git("cherry-pick", "side")
		r.merge("merge", []string{"side"}, nil)
	}, map[string]string{"a.md": "edit: ~a.md 2\nadd: +a.md 1\n"}},
	{"a text comes back on another branch than the one that went on from it", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("checkout", "-q", "-b", "side")
		r.write("a.md", page("2"))
		r.commit("edit on the side")
		r.git("checkout", "-q", "-b", "third", "main")
		r.write("a.md", page("2"))
		r.commit("the same, elsewhere")
		r.write("a.md", page("3"))
		r.commit("and on")
		r.git("checkout", "-q", "side")
		r.write("a.md", page("4"))
		r.commit("edit again on the side")
		r.git("checkout", "-q", "main")
		r.merge("merge", []string{"side"}, nil)
		r.merge("merge both", []string{"third"}, map[string]string{"a.md": page("5")})
	}, map[string]string{
		"a.md": "merge both: ~a.md 5\nedit again on the side: ~a.md 4\nand on: ~a.md 3\nthe same, elsewhere: ~a.md 2\nedit on the side: ~a.md 2\nadd: +a.md 1\n",
	}},
	{"a file moves in from outside, where it was renamed before", "site", func(r *repo) {
		r.write("docs/old.md", page("1"))
		r.write("site/b.md", other("1"))
		r.commit("add")
		r.git("mv", "docs/old.md", "docs/new.md")
		r.commit("rename outside")
		r.write("docs/new.md", page("2"))
		r.commit("edit outside")
		r.git("mv", "docs/new.md", "site/a.md")
		r.commit("move in")
	}, map[string]string{
		"a.md": "move in: ~a.md from ../docs/new.md 2\nedit outside: ~../docs/new.md 2\nrename outside: ~../docs/new.md from ../docs/old.md 1\nadd: +../docs/old.md 1\n",
	}},
	{"a file moves out", "site", func(r *repo) {
		r.write("site/a.md", page("1"))
		r.write("site/b.md", other("1"))
		r.commit("add")
		r.git("mv", "site/a.md", "a.md")
		r.commit("move out")
	}, map[string]string{"a.md": "move out: -a.md \nadd: +a.md 1\n"}},
	{"names that are hard to write", "", func(r *repo) {
		for _, name := range []string{"å ä ö.md", "two\nlines", "tab\there", `"quoted"`, "*", ":(top)x", "-n", " "} {
			r.write(name, name+"\n1\n")
		}
		r.commit("add")
		r.git("mv", "two\nlines", "one line")
		r.commit("rename")
	}, map[string]string{
		"å ä ö.md":                   "add: +å ä ö.md 1\n",
		"a\u030a a\u0308 o\u0308.md": "add: +å ä ö.md 1\n",
		"one line":                   "rename: ~one line from two\nlines 1\nadd: +two\nlines 1\n",
		"tab\there":                  "add: +tab\there 1\n",
		`"quoted"`:                   "add: +\"quoted\" 1\n",
		"*":                          "add: +* 1\n",
		":(top)x":                    "add: +:(top)x 1\n",
		"-n":                         "add: +-n 1\n",
		" ":                          "add: +  1\n",
	}},
	{"a name in pieces, as some systems write it", "", func(r *repo) {
		r.write("a\u030a.md", "1\n")
		r.commit("add")
	}, map[string]string{"å.md": "add: +a\u030a.md 1\n"}},
	{"a link and a submodule hold no text", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("add")
		r.git("update-index", "--add", "--cacheinfo", "120000,"+strings.TrimSpace(r.git("rev-parse", "HEAD:a.md"))+",link.md")
		r.git("update-index", "--add", "--cacheinfo", "160000,"+strings.TrimSpace(r.git("rev-parse", "HEAD"))+",sub")
		r.git("commit", "-q", "-m", "link")
		r.git("rm", "-q", "--cached", "link.md")
		r.write("link.md", other("1"))
		r.git("add", "link.md")
		r.git("commit", "-q", "-m", "file")
	}, map[string]string{"link.md": "file: +link.md 1\n", "sub": "", "sub/a.md": ""}},
	{"dates that run backwards, and far ahead", "", func(r *repo) {
		r.days = 400000
		r.write("a.md", page("1"))
		r.commit("add")
		r.days = -18000
		r.write("a.md", page("2"))
		r.commit("edit")
	}, map[string]string{"a.md": "edit: ~a.md 2\nadd: +a.md 1\n"}},
	{"no subject", "", func(r *repo) {
		r.write("a.md", page("1"))
		r.commit("")
		r.write("a.md", page("2"))
		r.commit("")
	}, map[string]string{"a.md": ": ~a.md 2\n: +a.md 1\n"}},
	{"empty files do not come from each other", "", func(r *repo) {
		r.write("a", "")
		r.commit("add")
		r.git("mv", "a", "b")
		r.commit("rename")
	}, map[string]string{"b": "rename: +b \n"}},
	{"a repository is joined as a folder", "site", func(r *repo) {
		r.write("site/b.md", other("1"))
		r.commit("ours")
		r.git("checkout", "-q", "--orphan", "theirs")
		r.git("rm", "-q", "-rf", ".")
		r.write("a.md", page("1"))
		r.commit("theirs")
		r.git("checkout", "-q", "main")
		r.days++
		r.git("merge", "-q", "--no-commit", "--allow-unrelated-histories", "-s", "ours", "theirs")
		r.git("read-tree", "--prefix=site/sub/", "-u", "theirs")
		r.git("commit", "-q", "-m", "join")
	}, map[string]string{"sub/a.md": "theirs: +../a.md 1\n"}},
}

func TestOf(t *testing.T) {
	for _, h := range histories {
		t.Run(h.name, func(t *testing.T) {
			r := newRepo(t)
			h.write(r)
			log := r.log(h.folder)
			for name, want := range h.want {
				revisions := log.Of(name)
				if got := r.told(log, revisions); got != want {
					t.Errorf("%q:\n%s\nwant\n%s\n%s", name, got, want, r.git("log", "--graph", "--oneline", "--raw", "-M", "-c"))
				}
				if (revisions == nil) != (want == "") {
					t.Errorf("%q: %v, want nil for what git does not know alone", name, revisions)
				}
			}
		})
	}
}

func TestLongerNamesOfObjects(t *testing.T) {
	r := newRepo(t, "--object-format=sha256")
	r.write("site/a.md", page("1"))
	r.write("site/d.md", other("1"))
	r.commit("add")
	r.git("mv", "site/a.md", "site/b.md")
	r.write("site/b.md", page("2"))
	r.git("rm", "-q", "site/d.md")
	r.commit("rename and edit")
	r.write("site/b.md", page("2")+"new\n")
	log := r.log("site")
	of := log.Of("b.md")
	if got := r.told(log, of); got != "rename and edit: ~b.md from a.md 2\nadd: +a.md 1\n" || len(of[0].Commit.Hash) != 64 || len(of[0].Blob) != 64 {
		t.Error(got)
	}
	if of := log.Of("d.md"); len(of) != 2 || !of[0].Deleted || of[0].Blob != "" {
		t.Errorf("%+v", of)
	}
	if lines, err := log.Lines("b.md"); err != nil || len(lines) != 6 || lines[0].Subject != "add" || lines[4] != of[0].Commit || lines[5] != nil {
		t.Errorf("%v, %v", lines, err)
	}
}

// A text with other line ends is the same text; one that nobody has committed is another.
func TestHolds(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		r := newRepo(t)
		r.git("init", "-q", "--object-format="+format, "other")
		r = r.at(r.path("other"))
		r.git("config", "user.name", "A")
		r.git("config", "user.email", "a@example.com")
		r.write("site/a.md", "one\ntwo\n")
		r.commit("first")
		log := r.log("site")
		for text, want := range map[string]bool{"one\ntwo\n": true, "one\r\ntwo\r\n": true, "one\ntwo": false, "": false} {
			if got := log.Holds("a.md", []byte(text)); got != want {
				t.Errorf("%s, %q: got %v", format, text, got)
			}
		}
		if log.Holds("none.md", nil) {
			t.Error("a file that is not there is held")
		}
	}
}
