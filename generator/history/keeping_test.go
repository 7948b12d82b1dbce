package history_test

import (
	"testing"

	"trustpress/generator/history"
)

func TestKeeps(t *testing.T) {
	r := newRepo(t)
	r.write(".gitignore", "/held/\n*.tmp\n")
	r.write("site/.gitattributes", "raw/** -text\nbinary/** binary\ntext/** text=auto\n")
	for file, want := range map[string]bool{"raw/a.csv": true, "raw/a b.csv": true, "raw/å.csv": true, "../held/a.csv": false, "raw/a.tmp": false} {
		if got, err := history.Keeps(r.path("site"), file); got != want || err != nil {
			t.Errorf("%s: kept %t, %v; want %t", file, got, err, want)
		}
	}
	for file, want := range map[string]bool{"raw/a.csv": true, "raw/å b.csv": true, "binary/a.csv": true, "text/a.csv": false, "a.csv": false} {
		if got, err := history.Exact(r.path("site"), file); got != want || err != nil {
			t.Errorf("%s: exact %t, %v; want %t", file, got, err, want)
		}
	}
	if got := history.Email(r.path("site")); got != "anna@example.com" {
		t.Errorf("the person at work is %q", got)
	}
	if got, err := history.Keeps(t.TempDir(), "a.csv"); got || err != nil {
		t.Errorf("where there is no git, it is kept: %t, %v", got, err)
	}
}
