package output

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"trustpress/generator/diag"
)

// treeOf makes a tree of path, text, path, text, …
func treeOf(pairs ...string) *Tree {
	t := &Tree{}
	for i := 0; i < len(pairs); i += 2 {
		t.AddBytes(pairs[i], diag.Span{}, []byte(pairs[i+1]))
	}
	return t
}

func paths(t *Tree) string {
	var all []string
	for _, f := range t.Files() {
		all = append(all, f.Path)
	}
	return strings.Join(all, " ")
}

func TestFilesAreSorted(t *testing.T) {
	if got, want := paths(treeOf("b", "", "a/b", "", "a-b", "", "B", "")), "B a-b a/b b"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMerge(t *testing.T) {
	tree := treeOf("index.html", "")
	tree.Merge("sv", treeOf("index.html", "", "a/b", ""))
	tree.Merge("", treeOf("feed.xml", ""))
	if got, want := paths(tree), "feed.xml index.html sv/a/b sv/index.html"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	tree.Merge("sv", treeOf("../x", ""))
	if found := tree.Findings(); len(found) != 1 || found[0].Rule != "unsafe-path" {
		t.Errorf("a path that leaves its prefix: got %v", found)
	}
}

func TestUnsafePaths(t *testing.T) {
	unsafe := []string{"", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", `a\b`, `C:\a`, "c:a", "a\x00b", "a\nb",
		"a\x7fb", "a\u0085b", "a\u202eb", "a.", "a ", "a./b", "a /b", "con", "CON", "nul.txt", "aux.tar.gz", "com1", "x/LPT9.log",
		"COM²", "conin$", "con .txt", "a?b", "a*b", `a"b`, "a<b", "a>b", "a|b", "a\xffb", strings.Repeat("x", 256), ".trustpress"}
	for _, p := range unsafe {
		found := treeOf(p, "").Findings()
		if len(found) != 1 || found[0].Rule != "unsafe-path" || found[0].Message == "" || found[0].Hint == "" {
			t.Errorf("%q: got %v, want one unsafe-path", p, found)
		}
	}
	safe := []string{"a", "a/b", "index.html", ".nojekyll", ".well-known/security.txt", "a..b", "å ö/é.html", "console", "com", "com10",
		"community", "nully.txt", "-a", "a b", "a/.trustpress", strings.Repeat("x", 255)}
	for _, p := range safe {
		if found := treeOf(p, "").Findings(); len(found) > 0 {
			t.Errorf("%q: got %v, want none", p, found)
		}
	}
}

func at(file string, line int) diag.Span { return diag.Span{File: file, Line: line, Column: 1} }

func TestCollisions(t *testing.T) {
	type file struct {
		path string
		from diag.Span
	}
	one, two, three := at("a.md", 1), at("b.md", 2), at("c.md", 3)
	tests := []struct {
		name  string
		files []file
		want  string // place: message (related place)
	}{
		{"same name", []file{{"x", two}, {"x", one}}, `b.md:2: two files are named "x" (a.md:1)`},
		{"case", []file{{"x/A.html", one}, {"X/a.html", two}}, `b.md:2: "X/a.html" and "x/A.html" are one file where case is ignored (a.md:1)`},
		{"composition", []file{{"\u00e5", one}, {"A\u030a", two}}, "b.md:2: \"A\u030a\" and \"\u00e5\" are one file where case is ignored (a.md:1)"},
		{"fold", []file{{"ſ\u212a", one}, {"sk", two}}, "b.md:2: \"sk\" and \"ſ\u212a\" are one file where case is ignored (a.md:1)"},
		{"sharp s", []file{{"ß", one}, {"ss", two}}, ""},
		{"folder", []file{{"a/b", one}, {"A", two}, {"a/c", three}}, `b.md:2: "A" is a file where "a/b" needs a folder (a.md:1)`},
		{"folder alike", []file{{"a-b", one}, {"a/b", two}, {"a.b", three}}, ""},
		{"three", []file{{"x", three}, {"X", one}, {"x", two}}, `b.md:2: "x" and "X" are one file where case is ignored (a.md:1)
c.md:3: "x" and "X" are one file where case is ignored (a.md:1)`},
		{"ours", []file{{"index.html", one}, {"index.html", diag.Span{}}}, `a.md:1: two files are named "index.html"`},
		{"ours in the way", []file{{"x/index.html", diag.Span{}}, {"x/index.html/index.html", one}},
			`a.md:1: "x/index.html" is a file where "x/index.html/index.html" needs a folder`},
		{"both ours", []file{{"X", diag.Span{}}, {"x", diag.Span{}}}, `site.toml:1: "x" and "X" are one file where case is ignored`},
		{"ours alone", []file{{"a/con", diag.Span{}}}, `site.toml:1: the output path "a/con" has the segment "con", which is a device on Windows`},
	}
	for _, test := range tests {
		for range 5 {
			rand.Shuffle(len(test.files), func(i, j int) { test.files[i], test.files[j] = test.files[j], test.files[i] })
			tree := &Tree{}
			for _, f := range test.files {
				tree.AddBytes(f.path, f.from, nil)
			}
			if got := findings(tree); got != test.want {
				t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
			}
		}
	}
}

func findings(t *Tree) string {
	var lines []string
	for _, f := range t.Findings() {
		line := fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message)
		for _, r := range f.Related {
			line += fmt.Sprintf(" (%s:%d)", r.File, r.Line)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestUnsoundTreeIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	tree := treeOf("../escaped", "x")
	if _, err := Write(dir+"/out", tree, Options{}); err == nil {
		t.Error("Write: got no error")
	}
	if err := ZIP(io.Discard, tree, fixed); err == nil {
		t.Error("ZIP: got no error")
	}
	if got := listing(t, dir); got != "" {
		t.Errorf("written: %s", got)
	}
}

// A path without a finding is what io/fs takes for one, and means the same after cleaning.
func FuzzPaths(f *testing.F) {
	for _, s := range []string{"a/b", "../a", "a//b", "å\u030a", "con.x", "A", "a "} {
		f.Add(s, "b")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		tree := treeOf(a, "1", b, "2")
		if len(tree.Findings()) > 0 {
			return
		}
		for _, p := range []string{a, b} {
			if !fs.ValidPath(p) || path.Clean(p) != p || p == "." {
				t.Errorf("%q is no clean path, and there is no finding", p)
			}
		}
		if strings.EqualFold(a, b) {
			t.Errorf("%q and %q are one ignoring case, and there is no finding", a, b)
		}
		if err := ZIP(&bytes.Buffer{}, tree, fixed); err != nil {
			t.Error(err)
		}
	})
}
