package main

import (
	"io/fs"
	"os"
	"path"
	"sync"
)

// beneath is the files below a folder, which no path and no symbolic link can leave (os.Root). A root opens a path one part at a
// time; so that a folder of a thousand files is not walked to a thousand times, folders stay open.
type beneath struct {
	root *os.Root
	fs.FS

	mu   sync.Mutex
	dirs map[string]*os.Root
}

// mostDirs is how many folders stay open, well below what systems let a program have.
const mostDirs = 200

func openBeneath(dir string) (*beneath, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &beneath{root: root, FS: root.FS(), dirs: map[string]*os.Root{}}, nil
}

// ReadFile reads a file as fs.ReadFile does.
func (b *beneath) ReadFile(name string) ([]byte, error) {
	if dir := b.dir(path.Dir(name)); dir != nil && fs.ValidPath(name) {
		return dir.ReadFile(path.Base(name))
	}
	return fs.ReadFile(b.FS, name)
}

// Lstat describes a file without opening it: what stands for a device may block whoever opens it.
func (b *beneath) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(b.FS, name) }

// ReadLink returns where a symbolic link leads.
func (b *beneath) ReadLink(name string) (string, error) { return fs.ReadLink(b.FS, name) }

// dir returns a folder that is open, or nil if there is none to be had.
func (b *beneath) dir(name string) *os.Root {
	b.mu.Lock()
	defer b.mu.Unlock()
	if known := b.dirs[name]; known != nil || len(b.dirs) >= mostDirs {
		return known
	}
	opened, err := b.root.OpenRoot(name)
	if err != nil {
		return nil
	}
	b.dirs[name] = opened
	return opened
}
