package output

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"
)

// archive is the files of an archive by their paths, and its folders by theirs. It can be read and not written.
type archive struct {
	files   map[string]node
	folders map[string][]fs.DirEntry // sorted
}

// newArchive makes a file system of files whose names are sound.
func newArchive(entries []entry) *archive {
	a := &archive{map[string]node{}, map[string][]fs.DirEntry{".": nil}}
	for _, e := range entries {
		a.add(node{name: path.Base(e.name), entry: e, mode: 0o444}, e.name)
	}
	for _, entries := range a.folders {
		slices.SortFunc(entries, func(x, y fs.DirEntry) int { return cmp.Compare(x.Name(), y.Name()) })
	}
	return a
}

// add puts a file or a folder into its folder, which it makes if it is not there yet.
func (a *archive) add(n node, at string) {
	if n.IsDir() {
		a.folders[at] = nil
	} else {
		a.files[at] = n
	}
	dir := path.Dir(at)
	if _, made := a.folders[dir]; !made {
		a.add(node{name: path.Base(dir), mode: fs.ModeDir | 0o555}, dir)
	}
	a.folders[dir] = append(a.folders[dir], n)
}

func (a *archive) find(op, name string) (node, error) {
	if !fs.ValidPath(name) {
		return node{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if n, ok := a.files[name]; ok {
		return n, nil
	}
	if _, ok := a.folders[name]; ok {
		return node{name: path.Base(name), mode: fs.ModeDir | 0o555}, nil
	}
	return node{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// Open implements fs.FS.
func (a *archive) Open(name string) (fs.File, error) {
	n, err := a.find("open", name)
	switch {
	case err != nil:
		return nil, err
	case n.IsDir():
		return &folder{node: n, left: a.folders[name]}, nil
	}
	return &file{n, n.entry.open()}, nil
}

// Stat implements fs.StatFS.
func (a *archive) Stat(name string) (fs.FileInfo, error) { return a.find("stat", name) }

// ReadDir implements fs.ReadDirFS.
func (a *archive) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := a.find("readdir", name)
	if err == nil && !n.IsDir() {
		err = &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	return slices.Clone(a.folders[name]), err
}

// ReadFile implements fs.ReadFileFS. Who reads a file may write into what they get, so it is a copy.
func (a *archive) ReadFile(name string) ([]byte, error) {
	n, err := a.find("open", name)
	if err == nil && n.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	text := make([]byte, n.Size())
	return text, readAt(n.entry.in, text, n.entry.at)
}

// node is a file or a folder, and tells of itself what there is to tell.
type node struct {
	name  string
	entry entry
	mode  fs.FileMode
}

func (n node) Name() string               { return n.name }
func (n node) IsDir() bool                { return n.mode.IsDir() }
func (n node) Type() fs.FileMode          { return n.mode.Type() }
func (n node) Info() (fs.FileInfo, error) { return n, nil }
func (n node) Size() int64                { return n.entry.size }
func (n node) Mode() fs.FileMode          { return n.mode }
func (n node) ModTime() time.Time         { return time.Time{} } // an archive has one time, which says nothing of a file
func (n node) Sys() any                   { return nil }

// file is an open file.
type file struct {
	node
	*io.SectionReader
}

func (f *file) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *file) Size() int64                { return f.node.Size() }
func (f *file) Close() error               { return nil }

// folder is an open folder.
type folder struct {
	node
	left []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *folder) Close() error               { return nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(f.left) {
		if n > 0 && len(f.left) == 0 {
			return nil, io.EOF
		}
		n = len(f.left)
	}
	out := slices.Clone(f.left[:n])
	f.left = f.left[n:]
	return out, nil
}
