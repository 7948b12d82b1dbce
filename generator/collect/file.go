package collect

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"trustpress/generator/check"
	"trustpress/generator/source"
)

// File is a file that a person hands in as evidence, wherever it stands.
type File struct {
	FS     fs.FS
	Name   string // in FS
	Told   string // as the person calls it
	Within string // its path below the evidence root, if it stands there already

	source.Facts
	people string // what it looks as if it held of people, or ""
}

// weigh measures a file and looks at what is in it. It refuses what no auditor could use, and what is not to be kept.
func (h *File) weigh() (err error) {
	info, err := fs.Stat(h.FS, h.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no file %s", h.Told)
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder\nhint: evidence is one file; add each by itself", h.Told)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no file whose bytes stay\nhint: write what it gives into a file first", h.Told)
	}
	if h.Facts, err = source.Measure(h.FS, h.Name); err != nil {
		return err
	}
	switch {
	case h.Size == 0:
		return fmt.Errorf("%s is empty\nhint: an export without rows still has its header; that nothing occurred is recorded with --nil", h.Told)
	case h.Pointer:
		return fmt.Errorf("%s is a Git LFS pointer, and not the file\nhint: run git lfs pull first", h.Told)
	}
	inside, err := check.Inside(h.FS, h.Name)
	if err != nil {
		return err
	}
	if inside.Secret != "" {
		return fmt.Errorf("%s:%d holds what looks like a secret: %s\nhint: revoke it, and export the file without it", h.Told, inside.Line, inside.Secret)
	}
	h.people = inside.People
	return nil
}

// ext returns the ending of the file's name.
func (h *File) ext() string { return path.Ext(h.Name) }

// base returns the name that the file has where it stands.
func (h *File) base() string { return path.Base(h.Name) }
