package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"trustpress/generator/diag"
)

// listing shows everything under dir, without the mark: "path=text" for files, "path/" for empty folders, "path>" for links.
func listing(t testing.TB, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir || d.Name() == marker {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(name, dir+string(filepath.Separator)))
		switch {
		case d.Type()&fs.ModeSymlink != 0:
			all = append(all, rel+">")
		case d.IsDir():
			entries, err := os.ReadDir(name)
			if len(entries) == 0 {
				all = append(all, rel+"/")
			}
			return err
		default:
			b, err := os.ReadFile(name)
			all = append(all, rel+"="+string(b))
			return err
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func mustWrite(t testing.TB, dir string, tree *Tree) Stats {
	t.Helper()
	stats, err := Write(dir, tree, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWriteMakesTheFolderTheTree(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "dist")
	dir := filepath.Join(parent, "handbook")
	steps := []struct {
		tree *Tree
		want string
		then Stats
	}{
		{treeOf("index.html", "1", "a/b/c", "2"), "a/b/c=2 index.html=1", Stats{Files: 2, Written: 2}},
		{treeOf("index.html", "1", "a/b/c", "2"), "a/b/c=2 index.html=1", Stats{Files: 2, Unchanged: 2}},
		{treeOf("index.html", "1", "a/b/c", "3"), "a/b/c=3 index.html=1", Stats{Files: 2, Written: 1, Unchanged: 1}},
		{treeOf("index.html", "1"), "index.html=1", Stats{Files: 1, Removed: 1, Unchanged: 1}},
		{treeOf("index.html", "10", "a", "file now"), "a=file now index.html=10", Stats{Files: 2, Written: 2}},
		{treeOf("index.html", "", "a/b", "folder again"), "a/b=folder again index.html=", Stats{Files: 2, Written: 2, Removed: 1}},
		{treeOf(), "", Stats{Removed: 2}},
		{treeOf(), "", Stats{}},
	}
	for i, step := range steps {
		if got := mustWrite(t, dir, step.tree); got != step.then {
			t.Errorf("step %d: got %+v, want %+v", i, got, step.then)
		}
		if got := listing(t, dir); got != step.want {
			t.Errorf("step %d: got %s, want %s", i, got, step.want)
		}
		if names, _ := filepath.Glob(filepath.Join(parent, ".*")); len(names) > 0 {
			t.Errorf("step %d: left behind: %s", i, names)
		}
	}
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: Windows has no such modes")
	}
	dir := filepath.Join(t.TempDir(), "out")
	mustWrite(t, dir, treeOf("a/b", ""))
	for name, want := range map[string]fs.FileMode{"": 0o755, "a": 0o755, "a/b": 0o644, marker: 0o644} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got&^want != 0 {
			t.Errorf("%q: got %o, want no more than %o", name, got, want)
		}
	}
}

// state is what an idle build must not change.
func state(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		fmt.Fprintln(&b, name, info.ModTime().UnixNano(), info.Size(), info.Mode())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingChangedTouchesNothing(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	tree := treeOf("a", "1", "b/c", "2", "big", strings.Repeat("x", 3*held+17), "whole", strings.Repeat("x", held))
	mustWrite(t, dir, tree)
	before := state(t, parent)
	info, _ := os.Stat(dir)
	time.Sleep(10 * time.Millisecond)
	if got, want := mustWrite(t, dir, tree), (Stats{Files: 4, Unchanged: 4}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if after := state(t, parent); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	if again, _ := os.Stat(dir); !os.SameFile(info, again) {
		t.Error("the folder was exchanged")
	}
}

func TestUnchangedFilesAreLinked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	big := strings.Repeat("x", 2*held)
	mustWrite(t, dir, treeOf("same", "1", "deep/same", big, "other", "2"))
	before := map[string]os.FileInfo{}
	for _, name := range []string{"same", "deep/same", marker, "other"} {
		before[name], _ = os.Stat(filepath.Join(dir, name))
	}
	mustWrite(t, dir, treeOf("same", "1", "deep/same", big, "other", "3"))
	for name, info := range before {
		again, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := os.SameFile(info, again), name != "other"; got != want {
			t.Errorf("%s is the same file: got %v, want %v", name, got, want)
		}
	}
}

// Where a large file differs decides how it is written: the start comes from the old file, the rest from the new.
func TestLargeFilesByWhereTheyDiffer(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	old := bytes.Repeat([]byte("0123456789abcdef"), 3*held/16)
	for _, size := range []int{0, 1, held - 1, held, held + 1, 2 * held, 3*held - 1, 3 * held, 3*held + 1, 5*held + 3} {
		for _, differ := range []int{-1, 0, held - 1, held, 2*held + 5, 3*held - 1} {
			mustWrite(t, dir, treeOf("f", string(old)))
			next := append(bytes.Clone(old[:min(size, len(old))]), make([]byte, max(0, size-len(old)))...)
			if differ >= 0 && differ < len(next) {
				next[differ] ^= 1
			}
			same := bytes.Equal(old, next)
			tree := &Tree{}
			tree.Add("f", diag.Span{}, func(w io.Writer) error { return inPieces(w, next) })
			if got := mustWrite(t, dir, tree).Unchanged == 1; got != same {
				t.Errorf("size %d, differs at %d: unchanged is %v, want %v", size, differ, got, same)
			}
			if got, _ := os.ReadFile(filepath.Join(dir, "f")); !bytes.Equal(got, next) {
				t.Errorf("size %d, differs at %d: other bytes", size, differ)
			}
		}
	}
}

func inPieces(w io.Writer, b []byte) error {
	for len(b) > 0 {
		n := min(len(b), 70_001)
		if _, err := w.Write(b[:n]); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

func TestLargeFileMemoryIsFlat(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	const size = 128 << 20
	chunk := make([]byte, 32<<10)
	tree := &Tree{}
	tree.Add("big", diag.Span{}, func(w io.Writer) error {
		for range size / len(chunk) {
			if _, err := w.Write(chunk); err != nil {
				return err
			}
		}
		return nil
	})
	for _, step := range []string{"written", "compared"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		mustWrite(t, dir, tree)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 8*held {
			t.Errorf("%s: allocated %d bytes for a file of %d", step, got, size)
		}
	}
}

func TestFailureLeavesTheOldOutput(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustWrite(t, dir, treeOf("a", "1", "b", "2"))
	tree := treeOf("a", "new", "c", "new")
	for i := range 100 {
		tree.Add(fmt.Sprintf("x%02d", i), diag.Span{}, func(w io.Writer) error {
			if _, err := w.Write(make([]byte, 2*held)); err != nil || i < 30 {
				return err
			}
			return errors.New("gone")
		})
	}
	_, err := Write(dir, tree, Options{})
	if got, want := fmt.Sprint(err), "writing "+dir+": x30: gone"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := listing(t, filepath.Dir(dir)), "out/a=1 out/b=2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A Write that does not look at what its writer returns must not turn half a file into an output.
func TestFailureOfTheDiskIsKept(t *testing.T) {
	failed := errors.New("no space left on device")
	s := &sink{begin: func() error { return failed }}
	_, err := s.put("", filepath.Join(t.TempDir(), "f"), func(w io.Writer) error {
		for range 3 {
			w.Write(make([]byte, held))
		}
		return nil
	})
	if !errors.Is(err, failed) {
		t.Errorf("got %v, want %v", err, failed)
	}
}

// The archive of a tree can be a file of another, as the auditor's is beside the bag.
func TestZIPInATree(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	tree := &Tree{}
	tree.Merge("id", zipTree())
	tree.Add("id.zip", diag.Span{}, func(w io.Writer) error { return ZIP(w, zipTree(), fixed) })
	mustWrite(t, dir, tree)
	if got := mustWrite(t, dir, tree); got.Written > 0 {
		t.Errorf("again: got %+v, want nothing written", got)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "id.zip")); !bytes.Equal(got, zipOf(t, zipTree(), fixed)) {
		t.Error("other bytes than ZIP alone")
	}
}

func TestOrderOfAddDoesNotMatter(t *testing.T) {
	pairs := [][2]string{{"a", "1"}, {"b/c", "2"}, {"b/d", "3"}, {"e", "4"}}
	var zips []string
	dir := filepath.Join(t.TempDir(), "out")
	for i := range 5 {
		tree := &Tree{}
		for _, p := range pairs {
			tree.AddBytes(p[0], diag.Span{}, []byte(p[1]))
		}
		if got := mustWrite(t, dir, tree); i > 0 && got.Written > 0 {
			t.Errorf("got %+v, want nothing written", got)
		}
		var b bytes.Buffer
		if err := ZIP(&b, tree, fixed); err != nil {
			t.Fatal(err)
		}
		zips = append(zips, b.String())
		if zips[i] != zips[0] {
			t.Error("the ZIP differs")
		}
		rand.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	}
}

func TestProgress(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	tree := &Tree{}
	for i := range 300 {
		tree.AddBytes(fmt.Sprint(i), diag.Span{}, nil)
	}
	last := 0
	_, err := Write(dir, tree, Options{Progress: func(done, total int) {
		if done != last+1 || total != 300 {
			t.Errorf("got %d of %d after %d", done, total, last)
		}
		last = done
	}})
	if err != nil || last != 300 {
		t.Errorf("ended at %d, %v", last, err)
	}
}

// Two builds into one folder take turns, so that the result is one of theirs.
func TestBuildsTakeTurns(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("SKIPPED: Windows has no lock on a folder")
	}
	dir := filepath.Join(t.TempDir(), "out")
	failed := make(chan error)
	const builds = 8
	for i := range builds {
		go func() {
			tree := &Tree{}
			for j := range 50 {
				tree.AddBytes(fmt.Sprintf("d%d/f", j), diag.Span{}, []byte(fmt.Sprint(i)))
			}
			_, err := Write(dir, tree, Options{})
			failed <- err
		}()
	}
	for range builds {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	got := listing(t, dir)
	if one := got[strings.IndexByte(got, '=')+1:][:1]; strings.Count(got, "="+one) != 50 {
		t.Errorf("got a mixture: %s", got)
	}
}
