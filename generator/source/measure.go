package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/seal"
)

// Facts is what can be measured of a file that a record names, without believing anybody.
type Facts struct {
	Present bool
	Pointer bool   // a Git LFS pointer stands in the file's place
	Sealed  bool   // only its recipients can open it
	Size    int64  // bytes
	SHA256  string // of the bytes as they are, in hex
	Rows    int64  // as counter counts them; -1 where rows have no meaning
}

// Measure reads a file once. It holds no more of it than one row.
func Measure(fsys fs.FS, name string) (Facts, error) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Facts{Rows: -1}, nil
	}
	if err != nil {
		return Facts{}, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return Facts{Rows: -1}, err
	}
	out := Facts{Present: true, Rows: -1}
	digest := sha256.New()
	beginning := &head{limit: max(len(pointer), seal.HeadSize)}
	in := io.TeeReader(f, io.MultiWriter(digest, beginning))
	counted := &meter{in: in}
	if rows := counter(path.Ext(name)); rows != nil {
		if out.Rows, err = rows(counted); err != nil {
			out.Rows = -1
		}
	}
	if _, err := io.Copy(io.Discard, counted); err != nil {
		return Facts{}, err
	}
	out.Size, out.SHA256 = counted.n, hex.EncodeToString(digest.Sum(nil))
	out.Pointer, out.Sealed = bytes.HasPrefix(beginning.Bytes(), []byte(pointer)), seal.Sealed(beginning.Bytes())
	return out, nil
}

// pointer is what a Git LFS pointer begins with.
const pointer = "version https://git-lfs.github.com/spec/"

// sampleSize is how much of a text file the rules about words look at.
const sampleSize = 1 << 20

// Sample returns the beginning of a raw evidence file that is text, as UTF-8, and nothing of any other.
func Sample(fsys fs.FS, name string) string {
	if !Textual(name) {
		return ""
	}
	f, err := fsys.Open(name)
	if err != nil { // that it cannot be read is found where it is measured
		return ""
	}
	defer f.Close()
	text, _ := io.ReadAll(Text(io.LimitReader(f, sampleSize))) // what could be read is looked at
	return string(text)
}

// Textual reports whether a file is text, by its name.
func Textual(name string) bool { return textual[strings.ToLower(path.Ext(name))] }

var textual = map[string]bool{".csv": true, ".tsv": true, ".json": true, ".jsonl": true, ".ndjson": true, ".txt": true, ".log": true, ".md": true,
	".xml": true, ".yaml": true, ".yml": true, ".eml": true}

// head keeps the first bytes of what is written to it.
type head struct {
	bytes.Buffer
	limit int
}

func (h *head) Write(p []byte) (int, error) {
	h.Buffer.Write(p[:min(len(p), h.limit-h.Len())])
	return len(p), nil
}

// meter counts what is read.
type meter struct {
	in io.Reader
	n  int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.in.Read(p)
	m.n += int64(n)
	return n, err
}
