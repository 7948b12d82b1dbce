package history_test

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	r := newRepo(t)
	const same = "a line that is as long as those around it together\n"
	r.write("site/a.toml", "one\ntwo\n"+same)
	r.commit("first")
	r.git("mv", "site/a.toml", "site/b.toml")
	r.write("site/b.toml", "zero\none\ntwo\n"+same+"three\n")
	r.commit("second")
	r.write("site/b.toml", "zero\none\n\tboundary\ntwo\n"+same+"three\nfour")
	r.write("site/new.toml", "one\n")
	r.write("site/empty.toml", "")
	log := r.log("site")
	for file, want := range map[string]string{"b.toml": "second first - first first second -", "new.toml": "", "none.toml": ""} {
		lines, err := log.Lines(file)
		var got []string
		for _, c := range lines {
			if c == nil {
				got = append(got, "-")
			} else {
				got = append(got, c.Subject)
			}
		}
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q, %v, want %q", file, got, err, want)
		}
	}
}

// The folder may move on between the reading of the log and of the lines.
func TestLinesOfANewerCommit(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "one\n")
	r.commit("first")
	log := r.log("")
	r.write("a.md", "one\ntwo\n")
	r.commit("second")
	lines, err := log.Lines("a.md")
	if err != nil || len(lines) != 2 || lines[0] != log.Of("a.md")[0].Commit || lines[1] == nil || lines[1].Subject != "second" {
		t.Errorf("%+v, %v", lines, err)
	}
}

func TestLinesThatCannotBeRead(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "one\n")
	r.commit("first")
	log := r.log("")
	r.git("mv", "a.md", "b.md")
	if lines, err := log.Lines("a.md"); err == nil {
		t.Errorf("a file that is gone has lines: %v", lines)
	}
}
