// Package output owns what happens between a finished page and the disk: a tree of files becomes a folder or a ZIP, sorted,
// whole or not at all. A folder is compared with what stands there and only what changed is written; the new tree is made
// beside the old one, unchanged files hard-linked, and the two are exchanged. A part of a tree that stands as it was made is not made
// again, and a Cache keeps what one build worked out for the next. What it wrote as a ZIP it reads back.
//
// It refuses names that some file system would bend (unsafe-path, path-collision), to follow a symbolic link, and to replace a
// folder or to read an archive that it did not write. What is in a file, and whether an output may be written at all, is decided before it.
package output

import (
	"cmp"
	"io"
	"slices"

	"trustpress/generator/diag"
)

// Tree is the content of one output: slash paths, and the functions that write the files. The zero Tree is ready to use. It
// may be read from several goroutines, but not while it is added to.
type Tree struct {
	files []File
	parts []Part
}

// File is one file of a tree.
type File struct {
	Path string    // relative, with slashes
	From diag.Span // the record that the file comes from; zero for a file of trustpress's own
	Sum  *Sum      // nil where nobody has measured the file yet

	// Write writes the whole file. It may be called more than once and beside the Write of other files, and must write the
	// same bytes each time.
	Write func(io.Writer) error
}

// Sum is what a ZIP must know of a file before its first byte.
type Sum struct {
	Size  int64  // bytes
	CRC32 uint32 // IEEE
}

// Add adds the file that write writes. from is where findings about the path stand.
func (t *Tree) Add(path string, from diag.Span, write func(io.Writer) error) {
	t.files = append(t.files, File{Path: path, From: from, Write: write})
}

// AddSummed adds a file whose sum is known, which saves ZIP a pass over a large one. A file that turns out otherwise is an
// error there.
func (t *Tree) AddSummed(path string, from diag.Span, sum Sum, write func(io.Writer) error) {
	t.files = append(t.files, File{Path: path, From: from, Sum: &sum, Write: write})
}

// AddBytes adds a file that holds b, which must not change afterwards.
func (t *Tree) AddBytes(path string, from diag.Span, b []byte) {
	t.Add(path, from, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// Merge adds all files of o under the folder prefix, or beside those of t if prefix is empty. The joined path is not cleaned,
// so that Findings still sees what is wrong with it.
func (t *Tree) Merge(prefix string, o *Tree) {
	for _, f := range o.files {
		if prefix != "" {
			f.Path = prefix + "/" + f.Path
		}
		t.files = append(t.files, f)
	}
}

// Files returns the files sorted by path, byte by byte: the order in which they are written and archived. Those of parts are not made
// for it.
func (t *Tree) Files() []File {
	files := slices.Clone(t.files)
	slices.SortStableFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files
}
