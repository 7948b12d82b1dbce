package output

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"trustpress/generator/diag"
)

// Each state is one that a build can die in; the next build must find the output whole, and leave nothing beside it.
func TestRecovery(t *testing.T) {
	old, next := treeOf("a", "old", "b", "old"), treeOf("a", "new", "c", "new")
	tests := []struct {
		name string
		make func(t *testing.T, p place)
		want string // what is there after recovery alone
	}{
		{"first build, stage begun", func(t *testing.T, p place) {
			put(t, filepath.Join(p.stage, "a"), "ne")
		}, ""},
		{"stage begun", func(t *testing.T, p place) {
			mustWrite(t, p.dir, old)
			put(t, filepath.Join(p.stage, "a"), "ne")
		}, "a=old b=old"},
		{"stage empty", func(t *testing.T, p place) {
			mustWrite(t, p.dir, old)
			os.Mkdir(p.stage, 0o755)
		}, "a=old b=old"},
		{"exchanged, the old tree not yet removed", func(t *testing.T, p place) {
			mustWrite(t, p.dir, next)
			mustWrite(t, p.stage, old)
		}, "a=new c=new"},
		{"exchanged, the old tree half removed", func(t *testing.T, p place) {
			mustWrite(t, p.dir, next)
			put(t, filepath.Join(p.stage, "b"), "old")
		}, "a=new c=new"},
		{"between two renames", func(t *testing.T, p place) {
			mustWrite(t, p.aside, old)
			mustWrite(t, p.stage, next)
		}, "a=old b=old"},
		{"after two renames", func(t *testing.T, p place) {
			mustWrite(t, p.dir, next)
			mustWrite(t, p.aside, old)
		}, "a=new c=new"},
		{"put back, the stage not yet removed", func(t *testing.T, p place) {
			mustWrite(t, p.dir, old)
			mustWrite(t, p.stage, next)
		}, "a=old b=old"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := placeOf(filepath.Join(t.TempDir(), "out"))
			if err != nil {
				t.Fatal(err)
			}
			test.make(t, p)
			if err := p.recover(); err != nil {
				t.Fatal(err)
			}
			if got := listing(t, p.dir); got != test.want {
				t.Errorf("recovered: got %q, want %q", got, test.want)
			}
			if names, _ := filepath.Glob(filepath.Join(filepath.Dir(p.dir), ".*")); len(names) > 0 {
				t.Errorf("left behind: %s", names)
			}
			mustWrite(t, p.dir, next)
			if got, want := listing(t, filepath.Dir(p.dir)), "out/a=new out/c=new"; got != want {
				t.Errorf("written: got %q, want %q", got, want)
			}
		})
	}
}

func TestRenameTwice(t *testing.T) {
	p, _ := placeOf(filepath.Join(t.TempDir(), "out"))
	put(t, filepath.Join(p.dir, "a"), "old")
	put(t, filepath.Join(p.stage, "a"), "new")
	if err := p.renameTwice(); err != nil {
		t.Fatal(err)
	}
	if got, want := listing(t, filepath.Dir(p.dir)), ".out.staging/a=old out/a=new"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if err := os.RemoveAll(p.stage); err != nil {
		t.Fatal(err)
	}
	if err := p.renameTwice(); err == nil {
		t.Error("without a stage: got no error")
	}
	if got, want := listing(t, filepath.Dir(p.dir)), "out/a=new"; got != want {
		t.Errorf("put back: got %s, want %s", got, want)
	}
}

func TestCopyWhereThereAreNoLinks(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a"), "text")
	to := filepath.Join(dir, "deep", "er", "a")
	if err := copyFile(filepath.Join(dir, "a"), to); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(to); string(got) != "text" {
		t.Errorf("got %q", got)
	}
}

func symlink(t *testing.T, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Skipf("SKIPPED: no symbolic links here: %v", err)
	}
}

func TestSymlinksAreRefused(t *testing.T) {
	for _, name := range []string{"out", ".out.staging", ".out.old"} {
		parent := t.TempDir()
		elsewhere := filepath.Join(parent, "elsewhere")
		mustWrite(t, elsewhere, treeOf("precious", "1"))
		symlink(t, elsewhere, filepath.Join(parent, name))
		_, err := Write(filepath.Join(parent, "out"), treeOf("a", "1"), Options{})
		if err == nil || !strings.Contains(err.Error(), "symbolic link") {
			t.Errorf("%s: got %v, want an error about a symbolic link", name, err)
		}
		if got, want := listing(t, elsewhere), "precious=1"; got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestSymlinksInsideAreForeign(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	put(t, filepath.Join(parent, "precious", "a"), "1")
	tree := treeOf("a", "1", "d/a", "1")
	mustWrite(t, dir, tree)
	os.Remove(filepath.Join(dir, "a"))
	os.RemoveAll(filepath.Join(dir, "d"))
	symlink(t, filepath.Join(parent, "precious", "a"), filepath.Join(dir, "a"))
	symlink(t, filepath.Join(parent, "precious"), filepath.Join(dir, "d"))
	symlink(t, "nowhere", filepath.Join(dir, "dangling"))
	if got, want := mustWrite(t, dir, tree), (Stats{Files: 2, Written: 2, Removed: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := listing(t, parent), "out/a=1 out/d/a=1 precious/a=1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestForeignFoldersAreRefused(t *testing.T) {
	tests := []struct {
		name, file, text, want string
	}{
		{"a person's files", "out/thesis.doc", "x", "was not written by trustpress"},
		{"a mark that is not ours", "out/.trustpress", "my notes\n", "was not written by trustpress"},
		{"an empty mark", "out/.trustpress", "", "was not written by trustpress"},
		{"a mark further down", "out/a/.trustpress", markerText, "was not written by trustpress"},
		{"a file", "out", "x", "is not a folder"},
		{"a staging file", ".out.staging", "x", "is not a folder"},
	}
	for _, test := range tests {
		parent := t.TempDir()
		put(t, filepath.Join(parent, test.file), test.text)
		before := state(t, parent)
		_, err := Write(filepath.Join(parent, "out"), treeOf("a", "1"), Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want an error with %q", test.name, err, test.want)
		}
		if after := state(t, parent); after != before {
			t.Errorf("%s: before:\n%s\nafter:\n%s", test.name, before, after)
		}
	}
}

func TestOwnFoldersAreTaken(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, treeOf("a", "1"))
	put(t, filepath.Join(dir, marker), markFirstLine+"\r\nin other words\r\n")
	put(t, filepath.Join(dir, "foreign"), "x")
	if err := os.MkdirAll(filepath.Join(dir, "stray", "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, treeOf("a", "1"))
	if got, want := listing(t, dir), "a=1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, marker)); string(got) != markerText {
		t.Errorf("the mark: got %q", got)
	}
	put(t, filepath.Join(dir, ".git", "HEAD"), "ref: refs/heads/pages")
	if _, err := Write(dir, treeOf("b", "1"), Options{}); err == nil || !strings.Contains(err.Error(), "git repository") {
		t.Errorf("a repository inside: got %v", err)
	}
}

func TestFoldersThatCannotBeReplaced(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"", ".", "..", "/", "a/..", "../.."} {
		if _, err := Write(dir, treeOf("a", "1"), Options{}); err == nil {
			t.Errorf("%q: got no error", dir)
		}
	}
	mustWrite(t, "out/", treeOf("a", "1"))
	if got, want := listing(t, "out"), "a=1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A process that is killed at any moment leaves the one tree or the other, even before the next build has cleared up.
func TestKilledBuild(t *testing.T) {
	if dir := os.Getenv("OUTPUT_TEST_DIR"); dir != "" {
		for i := byte(0); ; i++ {
			if _, err := Write(dir, hundred('a'+i%2), Options{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if testing.Short() {
		t.Skip("SKIPPED: kills processes for some seconds")
	}
	p, _ := placeOf(filepath.Join(t.TempDir(), "out"))
	mustWrite(t, p.dir, hundred('a'))
	for i := range 40 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledBuild$")
		cmd.Env = append(os.Environ(), "OUTPUT_TEST_DIR="+p.dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20*time.Millisecond + time.Duration(i)*1_370*time.Microsecond)
		cmd.Process.Kill()
		cmd.Wait()
		if err := p.recover(); err != nil {
			t.Fatal(err)
		}
		files, _ := filepath.Glob(filepath.Join(p.dir, "*", "f"))
		first, _ := os.ReadFile(filepath.Join(p.dir, "0", "f"))
		for _, name := range files {
			if b, _ := os.ReadFile(name); !bytes.Equal(b, first) {
				t.Fatalf("%s is of another build than the first file", name)
			}
		}
		if len(files) != 100 || len(first) == 0 {
			t.Fatalf("got %d files, the first of %d bytes", len(files), len(first))
		}
	}
}

func hundred(content byte) *Tree {
	tree := &Tree{}
	for i := range 100 {
		tree.Add(string(rune('0'+i/10))+strings.Repeat("x", i%10)+"/f", diag.Span{}, func(w io.Writer) error {
			_, err := w.Write(bytes.Repeat([]byte{content}, 5000))
			return err
		})
	}
	return tree
}
