package output

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator/diag"
)

func TestOpenZIPReadsWhatZIPWrites(t *testing.T) {
	for _, modified := range []time.Time{{}, fixed, fixed.Add(time.Second), time.Date(2040, 6, 7, 8, 9, 10, 0, time.UTC)} {
		fsys, err := OpenZIP(zipOf(t, zipTree(), modified))
		if err != nil {
			t.Fatalf("%s: %v", modified, err)
		}
		for _, f := range zipTree().Files() {
			var want bytes.Buffer
			if err := f.Write(&want); err != nil {
				t.Fatal(err)
			}
			if got, err := fs.ReadFile(fsys, f.Path); err != nil || !bytes.Equal(got, want.Bytes()) {
				t.Errorf("%s: other bytes, %v", f.Path, err)
			}
		}
		if err := fstest.TestFS(fsys, "a/b/c", "data/b.txt", "data/å.txt", "empty", "large"); err != nil {
			t.Error(err)
		}
	}
	if fsys, err := OpenZIP(zipOf(t, &Tree{}, fixed)); err != nil || fstest.TestFS(fsys) != nil {
		t.Errorf("an archive of nothing: %v", err)
	}
}

// A large archive is read where it stands; it is never held.
func TestOpenLargeZIPHoldsNoFile(t *testing.T) {
	const size = 64 << 20
	tree := &Tree{}
	tree.Add("evidence", diag.Span{}, func(w io.Writer) error { return inPieces(w, make([]byte, size)) })
	file, err := os.Create(filepath.Join(t.TempDir(), "large.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := ZIP(file, tree, fixed); err != nil {
		t.Fatal(err)
	}
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	fsys, err := OpenLargeZIP(file, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > size/8 {
		t.Errorf("allocated %d bytes for an archive of %d", got, info.Size())
	}
	if in, err := fs.Stat(fsys, "evidence"); err != nil || in.Size() != size {
		t.Errorf("got %v, %v", in, err)
	}
}

func TestOpenZIPListsInOrder(t *testing.T) {
	fsys, err := OpenZIP(zipOf(t, treeOf("b/x", "1", "b-c", "2", "a", "3"), fixed))
	if err != nil {
		t.Fatal(err)
	}
	var walked []string
	if err := fs.WalkDir(fsys, ".", func(p string, _ fs.DirEntry, err error) error {
		walked = append(walked, p)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(walked, " "), ". a b b/x b-c"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWhoReadsAFileMayWriteIntoIt(t *testing.T) {
	fsys, err := OpenZIP(zipOf(t, treeOf("a", "text"), fixed))
	if err != nil {
		t.Fatal(err)
	}
	mine, err := fs.ReadFile(fsys, "a")
	if err != nil {
		t.Fatal(err)
	}
	copy(mine, "XXXX")
	if got, err := fs.ReadFile(fsys, "a"); err != nil || string(got) != "text" {
		t.Errorf("got %q, %v", got, err)
	}
}

// patched changes what is said of a file in both of its headers: the one before it, and the one in the directory at the end. An offset
// below nought leaves that header alone.
func patched(b []byte, local, central int, to ...byte) []byte {
	b = slices.Clone(b)
	if local >= 0 {
		copy(b[bytes.LastIndex(b, []byte("PK\x03\x04"))+local:], to)
	}
	if central >= 0 {
		copy(b[bytes.LastIndex(b, []byte("PK\x01\x02"))+central:], to)
	}
	return b
}

// renamed is an archive of ours but for the name of its second file.
func renamed(t *testing.T, to string) []byte {
	t.Helper()
	b := zipOf(t, treeOf("a", "1", strings.Repeat("y", len(to)), "2"), fixed)
	return patched(b, 30, 46, []byte(to)...)
}

// stock writes an archive with a file of 64 MiB as other tools do, in 64 KiB.
func stock(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	to, err := w.Create("a")
	if err != nil {
		t.Fatal(err)
	}
	if err := inPieces(to, make([]byte, 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpenZIPRefuses(t *testing.T) {
	good := zipOf(t, treeOf("a", "text", "b", "more"), fixed)
	if _, err := OpenZIP(patched(good, -1, -1)); err != nil {
		t.Fatal(err)
	}
	second := bytes.LastIndex(good, []byte("PK\x03\x04"))
	directory := bytes.Index(good, []byte("PK\x01\x02"))
	commented := append(slices.Clone(good), "hello"...)
	commented[len(good)-2] = 5
	const differs, unsafe, collides = "its bytes are not those that its files make", "unsafe-path", "path-collision"
	for _, test := range []struct {
		name string
		b    []byte
		want string
	}{
		{"nothing", nil, differs},
		{"text", []byte("text"), differs},
		{"a bomb of another tool", stock(t), ""},
		{"compression", patched(good, 8, 10, 8), differs},
		{"a data descriptor", patched(good, 6, 8, 8), differs},
		{"encryption", patched(good, 6, 8, 1), differs},
		{"a comment", commented, differs},
		{"a link", patched(good, -1, 38, 0, 0, 0xff, 0xa1), differs},
		{"a program", patched(good, -1, 38, 0, 0, 0xed, 0x81), differs},
		{"another time", patched(good, 10, 12, 0, 0), differs},
		{"another checksum", patched(good, 14, 16, 1, 2, 3, 4), differs},
		{"sizes of zip64", patched(patched(good, 18, 20, 255, 255, 255, 255), 22, 24, 255, 255, 255, 255), "cut short"},
		{"more than there is", patched(good, 22, 24, 255), "cut short"},
		{"a long name", patched(good, 26, 28, 255, 255), "cut short"},
		{"another file than the directory says", patched(good, 30, -1, 'c'), differs},
		{"a directory of another format", patched(good, -1, 0, 'Q'), differs},
		{"no directory", good[:directory], differs},
		{"a folder", renamed(t, "b/"), unsafe},
		{"a path that leaves", renamed(t, "../x"), unsafe},
		{"an absolute path", renamed(t, "/etc/x"), unsafe},
		{"a path of Windows", renamed(t, `c:\x`), unsafe},
		{"a device", renamed(t, "con"), unsafe},
		{"no UTF-8", renamed(t, "b\xff"), unsafe},
		{"a name twice", renamed(t, "a"), collides},
		{"names that differ in case", renamed(t, "A"), collides},
		{"a file in the place of a folder", renamed(t, "a/b"), collides},
		{"another order", renamed(t, "0"), differs},
		{"bytes before", append([]byte("x"), good...), differs},
		{"bytes between", slices.Concat(good[:second], []byte("x"), good[second:]), differs},
		{"bytes behind", append(slices.Clone(good), 0), differs},
		{"an archive behind", slices.Concat(good, good), differs},
		{"a damaged file", bytes.Replace(good, []byte("text"), []byte("tExt"), 1), differs},
	} {
		fsys, err := OpenZIP(test.b)
		if err == nil || fsys != nil || !strings.HasPrefix(err.Error(), "this is no archive that trustpress wrote: ") || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	for n := range good {
		if _, err := OpenZIP(good[:n]); err == nil {
			t.Errorf("the first %d bytes of %d are accepted", n, len(good))
		}
	}
}

// No bit of an archive can be another one: so one digest of the whole stands for every file.
func TestOpenZIPRefusesEveryOtherBit(t *testing.T) {
	good := zipOf(t, treeOf("a", "text", "å/b", ""), fixed)
	for i := range good {
		for bit := range 8 {
			changed := slices.Clone(good)
			changed[i] ^= 1 << bit
			if _, err := OpenZIP(changed); err == nil {
				t.Errorf("bit %d of byte %d can be another one", bit, i)
			}
		}
	}
}

// again is what ZIP makes of the files of an archive.
func again(t *testing.T, fsys fs.FS, modified time.Time) []byte {
	t.Helper()
	tree := &Tree{}
	if err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, p)
		tree.AddBytes(p, diag.Span{}, text)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return zipOf(t, tree, modified)
}

func FuzzOpenZIP(f *testing.F) {
	for _, tree := range []*Tree{{}, treeOf("a", "text"), treeOf("a/b", "", "a/c", "more", "å", "text")} {
		var b bytes.Buffer
		if err := ZIP(&b, tree, fixed); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		fsys, err := OpenZIP(b)
		if err != nil {
			return
		}
		_, when, err := entries(bytes.NewReader(b), int64(len(b)))
		if err != nil || !bytes.Equal(again(t, fsys, when), b) {
			t.Errorf("%v: what is written again is not what was read: %x", err, b)
		}
	})
}
