package bag

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// made is a small bag as it stands on a disk.
func made(t testing.TB) fstest.MapFS {
	t.Helper()
	payload := []Entry{entry("data/index.html", "<p>hi"), entry("data/evidence/ev-1/list.csv", "a,b\n"), entry("data/empty", "")}
	sealed, err := Seal(payload)
	if err != nil {
		t.Fatal(err)
	}
	info := []Field{{"Source-Organization", "Exempel AB med ett namn som är så långt att raden inte räcker till för det hela"}, {"External-Identifier", "exempel-2026"}}
	tags, err := Tags(sealed, info, Tag{"READ-ME-FIRST.txt", []byte("hello")})
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, e := range payload {
		var b bytes.Buffer
		if err := e.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[e.Path] = &fstest.MapFile{Data: b.Bytes()}
	}
	for _, tag := range tags {
		out[tag.Path] = &fstest.MapFile{Data: tag.Bytes}
	}
	return out
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	files := made(t)
	b, err := Open(files)
	if err != nil {
		t.Fatal(err)
	}
	if faults := b.Faults(nil); len(faults) > 0 {
		t.Errorf("got %v", faults)
	}
	if got := b.Value("external-identifier"); got != "exempel-2026" {
		t.Errorf("got the identifier %q", got)
	}
	if got := b.Value("Source-Organization"); !strings.HasSuffix(got, "till för det hela") || strings.Contains(got, "  ") {
		t.Errorf("got the organization %q", got)
	}
	if got, err := b.ReadFile("data/evidence/ev-1/list.csv"); err != nil || string(got) != "a,b\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := b.ReadFile("bagit.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a tag file is read as payload: %v", err)
	}
	var paths []string
	for _, l := range b.Payload {
		paths = append(paths, l.Path)
	}
	if want := []string{"data/empty", "data/evidence/ev-1/list.csv", "data/index.html"}; !slices.Equal(paths, want) {
		t.Errorf("got %v, want %v", paths, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	digest := strings.Repeat("0", 64)
	for _, test := range []struct{ name, file, text, want string }{
		{"nothing that declares it", "bagit.txt", "-", "it is no bag"},
		{"another version", "bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", "does not declare BagIt 1.0"},
		{"another encoding", "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n", "does not declare BagIt 1.0 in UTF-8"},
		{"rewritten lines", "bagit.txt", "BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n", "line ends of Windows"},
		{"no manifest", "manifest-sha256.txt", "-", "manifest-sha256.txt"},
		{"no manifest of the tags", "tagmanifest-sha256.txt", "-", "tagmanifest-sha256.txt"},
		{"a manifest of Windows", "manifest-sha256.txt", digest + "  data/a\r\n", "line ends of Windows"},
		{"another algorithm", "manifest-sha256.txt", strings.Repeat("0", 32) + "  data/a\n", "line 1: that is no SHA-256"},
		{"no digest", "manifest-sha256.txt", digest + "  data/a\ndata/b\n", "line 2: that is no SHA-256"},
		{"a mark of binary mode", "manifest-sha256.txt", digest + " *data/a\n", "that is no SHA-256"},
		{"a path that leaves", "manifest-sha256.txt", digest + "  data/../../x\n", `segment ".."`},
		{"an absolute path", "manifest-sha256.txt", digest + "  /data/x\n", `segment ""`},
		{"a path of Windows", "manifest-sha256.txt", digest + "  data/c:\\x\n", "holds the character"},
		{"an encoded path", "manifest-sha256.txt", digest + "  data/a%0Ab\n", "holds the character '%'"},
		{"a path outside of the payload", "manifest-sha256.txt", digest + "  bagit.txt\n", "does not belong there"},
		{"payload among the tags", "tagmanifest-sha256.txt", digest + "  Data/x\n", "does not belong there"},
		{"a name twice", "manifest-sha256.txt", digest + "  data/a\n" + digest + "  data/a\n", "one name"},
		{"names that differ in case", "manifest-sha256.txt", digest + "  data/a\n" + digest + "  data/A\n", "one name where case is ignored"},
		{"a huge line", "manifest-sha256.txt", digest + "  data/" + strings.Repeat("x", 2*maxLine), "line 1: it is longer"},
		{"a control character", "manifest-sha256.txt", digest + "  data/a\x00\n", "control character"},
		{"no UTF-8", "bag-info.txt", "Contact-Name: \xff\n", "not UTF-8"},
		{"no colon", "bag-info.txt", "hello\n", "line 1: that is no label"},
		{"a continuation of nothing", "bag-info.txt", " hello\n", "line 1: that is no label"},
		{"a field that must not repeat", "bag-info.txt", "Bag-Group-Identifier: a\nbag-group-identifier: b\n", "says bag-group-identifier twice"},
	} {
		files := made(t)
		if files[test.file] = (&fstest.MapFile{Data: []byte(test.text)}); test.text == "-" {
			delete(files, test.file)
		}
		if _, err := Open(files); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
	files := made(t)
	files["bag-info.txt"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	if _, err := Open(files); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a pipe: got %v", err)
	}
}

func TestFaults(t *testing.T) {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	for _, test := range []struct {
		name   string
		change func(fstest.MapFS)
		want   string
	}{
		{"a changed file", func(f fstest.MapFS) { f["data/index.html"] = text("<p>ho") }, "data/index.html is not the file that is listed"},
		{"a missing file", func(f fstest.MapFS) { delete(f, "data/empty") }, "data/empty is missing"},
		{"a file that nobody listed", func(f fstest.MapFS) { f["data/more"] = text("") }, "data/more is listed in no manifest"},
		{"a file beside the payload", func(f fstest.MapFS) { f["READ-ME-TOO.txt"] = text("") }, "READ-ME-TOO.txt is listed in no manifest"},
		{"a changed tag file", func(f fstest.MapFS) { f["READ-ME-FIRST.txt"] = text("hallo") }, "READ-ME-FIRST.txt is not the file that is listed"},
		{"a link", func(f fstest.MapFS) {
			f["data/index.html"] = &fstest.MapFile{Data: []byte("empty"), Mode: fs.ModeSymlink}
		}, "data/index.html is a symbolic link"},
		{"a pipe", func(f fstest.MapFS) { f["data/index.html"] = &fstest.MapFile{Mode: fs.ModeNamedPipe} }, "data/index.html is not a regular file"},
		{"files elsewhere", func(f fstest.MapFS) { f["fetch.txt"] = text("https://example.com/x 1 data/x") }, "fetch.txt says that files of the bag are elsewhere"},
		{"another manifest", func(f fstest.MapFS) { f["manifest-md5.txt"] = text("") }, "manifest-md5.txt is a manifest that is not read"},
		{"a manifest that is not fixed", func(f fstest.MapFS) {
			lines := strings.SplitAfter(string(f["tagmanifest-sha256.txt"].Data), "\n")
			f["tagmanifest-sha256.txt"] = text(strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.Contains(l, " manifest") }), ""))
		}, "manifest-sha256.txt is not listed in tagmanifest-sha256.txt"},
		{"another count", func(f fstest.MapFS) {
			f["bag-info.txt"] = text(strings.Replace(string(f["bag-info.txt"].Data), ".3\n", ".4\n", 1))
		}, "bag-info.txt says Payload-Oxum 9.4, and there are 9.3"},
	} {
		files := made(t)
		test.change(files)
		b, err := Open(files)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if faults := fmt.Sprint(b.Faults(nil)); !strings.Contains(faults, test.want) {
			t.Errorf("%s: got %s, want %q", test.name, faults, test.want)
		}
		if test.name == "a link" || test.name == "a changed file" {
			if _, err := b.ReadFile("data/index.html"); err == nil {
				t.Errorf("%s is read", test.name)
			}
		}
	}
}

func TestFaultsCountWhatIsRead(t *testing.T) {
	b, err := Open(made(t))
	if err != nil {
		t.Fatal(err)
	}
	last, calls := 0, 0
	b.Faults(func(done, total int) {
		if calls++; done != last+1 || total != 7 {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if calls != 7 {
		t.Errorf("%d of 7 files are counted", calls)
	}
}

func TestListingIsReadBack(t *testing.T) {
	list := []Listed{{"b/data/x", [32]byte{1}}, {"a/data/y", [32]byte{2}}}
	got, err := ParseListing("held", Listing(list))
	slices.Reverse(list)
	if err != nil || !slices.Equal(got, list) {
		t.Errorf("got %v, %v", got, err)
	}
}

// Whatever the tag files hold, a bag is refused in words or is one that Tags could have written of these files; nothing panics.
func FuzzOpen(f *testing.F) {
	files := made(f)
	seed := func(name string) string { return string(files[name].Data) }
	f.Add(seed("bag-info.txt"), seed("manifest-sha256.txt"), seed("tagmanifest-sha256.txt"))
	f.Add("A: b\n c\n  d\nA: e", strings.Repeat("a", 64)+"  data/x", "")
	f.Add("\n", strings.Repeat("A", 64)+"  data/a/../b\r\n", strings.Repeat("0", 64)+"  Data/x\n")
	f.Fuzz(func(t *testing.T, info, manifest, tags string) {
		files := made(t)
		for name, text := range map[string]string{"bag-info.txt": info, "manifest-sha256.txt": manifest, "tagmanifest-sha256.txt": tags} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		b, err := Open(files)
		if err != nil || len(b.Faults(nil)) > 0 {
			return
		}
		payload := make([]Entry, len(b.Payload))
		for i, l := range b.Payload {
			payload[i] = Entry{l.Path, func(w io.Writer) error {
				_, err := w.Write(files[l.Path].Data)
				return err
			}}
		}
		sealed, err := Seal(payload)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range sealed {
			if s.SHA256 != b.Payload[i].SHA256 {
				t.Errorf("%s is taken for what it is not", s.Path)
			}
		}
	})
}
