package bag

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func entry(path, text string) Entry {
	return Entry{Path: path, Write: func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}}
}

func seal(t *testing.T, payload ...Entry) []Sealed {
	t.Helper()
	sealed, err := Seal(payload)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestSealMeasures(t *testing.T) {
	got := seal(t, entry("data/b", "hello"), entry("data/a", ""))
	if got[0].Path != "data/b" || got[0].Size != 5 || got[0].CRC32 != 0x3610a686 || got[0].SHA256 != sha256.Sum256([]byte("hello")) {
		t.Errorf("data/b: got %+v", got[0])
	}
	if got[1].Path != "data/a" || got[1].Size != 0 || got[1].SHA256 != sha256.Sum256(nil) {
		t.Errorf("data/a: got %+v", got[1])
	}
	var b bytes.Buffer
	if err := got[0].Write(&b); err != nil || b.String() != "hello" {
		t.Errorf("sealed write: got %q, %v", b.String(), err)
	}
}

func TestSealedWriteNoticesChange(t *testing.T) {
	for _, changed := range []string{"hello, changed", "hellO", "hell", ""} {
		text := "hello"
		s := seal(t, Entry{Path: "data/a", Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}})
		text = changed
		if err := s[0].Write(io.Discard); err == nil || !strings.Contains(err.Error(), "data/a changed while the bag was made") {
			t.Errorf("%q: got %v, want that data/a changed", changed, err)
		}
	}
}

func TestSealReportsTheFirstFailure(t *testing.T) {
	var payload []Entry
	for i := range 200 {
		payload = append(payload, Entry{Path: fmt.Sprintf("data/%03d", i), Write: func(io.Writer) error {
			if i >= 50 {
				return errors.New("gone")
			}
			return nil
		}})
	}
	for range 20 {
		_, err := Seal(payload)
		if got, want := fmt.Sprint(err), "sealing data/050: gone"; got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}

func TestPathsRefused(t *testing.T) {
	tests := []struct{ path, want string }{
		{"index.html", "not under data/"},
		{"data", "not under data/"},
		{"data/", `has the segment ""`},
		{"data/../x", `has the segment ".."`},
		{"data/a//b", `has the segment ""`},
		{"data/100%", "holds the character '%'"},
		{"data/a\nb", `holds the character '\n'`},
		{"data/a\rb", `holds the character '\r'`},
		{`data/a\b`, `holds the character '\\'`},
		{"data/å", "holds the character 'å'"},
		{"data/a b", "holds the character ' '"},
		{"data/" + strings.Repeat("x", MaxPath-4), "more than 179 bytes"},
	}
	for _, test := range tests {
		if _, err := Seal([]Entry{entry(test.path, "")}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Seal(%q): got %v, want an error with %q", test.path, err, test.want)
		}
		if _, err := Tags([]Sealed{{Path: test.path}}, nil); err == nil {
			t.Errorf("Tags(%q): got no error", test.path)
		}
	}
	if _, err := Seal([]Entry{entry("data/A", ""), entry("data/a", "")}); err == nil {
		t.Error("two names that differ in case: got no error")
	}
	if _, err := Seal([]Entry{entry("data/"+strings.Repeat("x", MaxPath-5), "")}); err != nil {
		t.Errorf("a path of exactly MaxPath bytes: %v", err)
	}
}

// A large file passes through; it is never held.
func TestSealMemoryIsFlat(t *testing.T) {
	const size = 256 << 20
	chunk := make([]byte, 32<<10)
	big := Entry{Path: "data/big", Write: func(w io.Writer) error {
		for range size / len(chunk) {
			if _, err := w.Write(chunk); err != nil {
				return err
			}
		}
		return nil
	}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if got := seal(t, big)[0].Size; got != size {
		t.Errorf("got %d bytes, want %d", got, size)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 1<<20 {
		t.Errorf("allocated %d bytes for a file of %d", got, size)
	}
}

func TestStockToolVerifies(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("SKIPPED: sha256sum is not installed, so nothing but our own code has read these manifests")
	}
	payload := seal(t, entry("data/index.html", "<p>hi"), entry("data/controls/ac-02/evidence.csv", "a,b\n"), entry("data/empty", ""))
	info := []Field{{"Source-Organization", "Exempel AB"}, {"Bagging-Date", "2026-03-31"}}
	tags, err := Tags(payload, info, Tag{"VERIFY.txt", []byte("sha256sum -c")})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, s := range payload {
		var b bytes.Buffer
		if err := s.Write(&b); err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, s.Path), b.Bytes())
	}
	for _, tag := range tags {
		writeFile(t, filepath.Join(dir, tag.Path), tag.Bytes)
	}
	check := func(name string) ([]byte, error) {
		cmd := exec.Command(tool, "--strict", "-c", name)
		cmd.Dir = dir
		return cmd.CombinedOutput()
	}
	for _, name := range []string{manifestName, tagManifestName} {
		if out, err := check(name); err != nil {
			t.Errorf("sha256sum -c %s: %v\n%s", name, err, out)
		}
	}
	writeFile(t, filepath.Join(dir, "data/index.html"), []byte("<p>ho"))
	if out, err := check(manifestName); err == nil {
		t.Errorf("sha256sum -c of a changed payload: no error\n%s", out)
	}
}

func writeFile(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	payload := seal(t, entry("data/b", "2"), entry("data/a-1", "1"), entry("data/a/x", "3"))
	more := []Tag{{"b.txt", []byte("b")}, {"a.txt", []byte("a")}}
	want, err := Tags(payload, nil, more...)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(payload)
	slices.Reverse(more)
	got, err := Tags(payload, nil, more...)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
