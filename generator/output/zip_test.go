package output

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"trustpress/generator/diag"
)

var fixed = time.Date(2026, 3, 31, 12, 30, 45, 0, time.UTC)

func zipOf(t *testing.T, tree *Tree, modified time.Time) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := ZIP(&b, tree, modified); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipTree() *Tree {
	tree := treeOf("data/b.txt", "b", "data/å.txt", "å", "empty", "", "a/b/c", "deep")
	tree.Add("large", diag.Span{}, func(w io.Writer) error { return inPieces(w, bytes.Repeat([]byte("large "), held)) })
	return tree
}

func TestZIPReadsBack(t *testing.T) {
	b := zipOf(t, zipTree(), fixed)
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i, f := range r.File {
		names = append(names, f.Name)
		if f.Method != zip.Store || f.Mode() != 0o644 || !f.Modified.Equal(fixed) || f.Flags&8 != 0 {
			t.Errorf("%s: method %d, mode %s, modified %s, flags %x", f.Name, f.Method, f.Mode(), f.Modified, f.Flags)
		}
		if got, want := f.Flags&0x800 != 0, f.Name == "data/å.txt"; got != want {
			t.Errorf("%s: UTF-8 is %v, want %v", f.Name, got, want)
		}
		var want bytes.Buffer
		if err := zipTree().Files()[i].Write(&want); err != nil {
			t.Fatal(err)
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(in); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: other bytes, %v", f.Name, err)
		}
	}
	if got, want := strings.Join(names, " "), "a/b/c data/b.txt data/å.txt empty large"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The digest is of these bytes for good: a bundle of today must come out of a later trustpress, and Go, as it is.
func TestZIPIsReproducible(t *testing.T) {
	b := zipOf(t, zipTree(), fixed)
	if !bytes.Equal(b, zipOf(t, zipTree(), fixed.In(time.FixedZone("", 7200)).Add(time.Millisecond))) {
		t.Error("twice, and not the same bytes")
	}
	const want = "2e15df941eb5163f6d178a0fab57dd0bb30976dd747b7e7b8d3ddada3f10a7b4"
	if got := fmt.Sprintf("%x", sha256.Sum256(b)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestZIPTimes(t *testing.T) {
	first, last := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2107, 12, 31, 23, 59, 58, 0, time.UTC)
	beyond := time.Date(2040, 6, 7, 8, 9, 10, 0, time.UTC)
	tests := []struct{ modified, want time.Time }{
		{time.Time{}, first},
		{time.Unix(0, 0), first},
		{first.Add(-time.Second), first},
		{fixed, fixed},
		{fixed.Add(time.Millisecond), fixed},
		{beyond, beyond},
		{last.AddDate(5, 0, 0), last},
	}
	for _, test := range tests {
		b := zipOf(t, treeOf("a", "1"), test.modified)
		r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.File[0].Modified; !got.Equal(test.want) {
			t.Errorf("%s: got %s, want %s", test.modified, got, test.want)
		}
		if r.File[0].ModifiedDate == 0 {
			t.Errorf("%s: the DOS date is not set", test.modified)
		}
	}
}

func TestStockToolReadsZIP(t *testing.T) {
	tool, err := exec.LookPath("unzip")
	if err != nil {
		t.Skip("SKIPPED: unzip is not installed, so nothing but Go has read these archives")
	}
	name := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(name, zipOf(t, zipTree(), fixed), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tool, "-t", name).CombinedOutput(); err != nil || !bytes.Contains(out, []byte("No errors")) {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestZIPNoticesChange(t *testing.T) {
	text := []byte("text")
	sum := Sum{Size: 4, CRC32: crc32.ChecksumIEEE(text)}
	write := func(w io.Writer) error { _, err := w.Write(text); return err }
	tree := &Tree{}
	tree.AddSummed("a", diag.Span{}, sum, write)
	plain := treeOf("a", "text")
	if !bytes.Equal(zipOf(t, tree, fixed), zipOf(t, plain, fixed)) {
		t.Error("a sum that is known changes the bytes")
	}
	for _, changed := range []string{"Text", "tex", "texts", ""} {
		text = []byte(changed)
		if err := ZIP(io.Discard, tree, fixed); err == nil || !strings.Contains(err.Error(), "archiving a: changed") {
			t.Errorf("%q: got %v, want that a changed", changed, err)
		}
	}
	times := 0
	tree = &Tree{}
	tree.Add("large", diag.Span{}, func(w io.Writer) error {
		times++
		return inPieces(w, bytes.Repeat([]byte{byte(times)}, 2*held))
	})
	if err := ZIP(io.Discard, tree, fixed); err == nil || times != 2 {
		t.Errorf("a large file that changes: got %v after %d times", err, times)
	}
}

// ends keeps the first and last bytes of what is too large to keep.
type ends struct {
	head, tail []byte
}

func (e *ends) Write(p []byte) (int, error) {
	const most = 1000
	e.head = append(e.head, p[:min(len(p), most-len(e.head))]...)
	e.tail = append(e.tail, p[max(0, len(p)-most):]...)
	e.tail = append(e.tail[:0], e.tail[max(0, len(e.tail)-most):]...)
	return len(p), nil
}

func TestZIPOfMoreThan4GiB(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: sums 9 GiB")
	}
	const size = 1<<32 + 5<<20
	chunk := make([]byte, held)
	tree := treeOf("z", "after it")
	tree.Add("huge", diag.Span{}, func(w io.Writer) error {
		for range size / held {
			if _, err := w.Write(chunk); err != nil {
				return err
			}
		}
		return nil
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	e := &ends{}
	if err := ZIP(e, tree, fixed); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 8*held {
		t.Errorf("allocated %d bytes", got)
	}
	local := append([]byte{1, 0, 16, 0}, 0, 0, 0x50, 0, 1, 0, 0, 0, 0, 0, 0x50, 0, 1, 0, 0, 0)
	if got := e.head[30+len("huge") : 30+len("huge")+20]; !bytes.Equal(got, local) {
		t.Errorf("the local header: got % x, want % x", got, local)
	}
	if n := bytes.Count(e.tail, []byte{1, 0, 24, 0}); n != 2 {
		t.Errorf("got %d zip64 fields in the directory, want 2: one for the size, one for the offset after it", n)
	}
}
