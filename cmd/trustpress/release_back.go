package main

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"trustpress/generator/edit"
)

// remember returns what takes a version's two files back, once they are written: the archive goes, and the folder that was made for it;
// the register is what it was.
func remember(dir string, v *edit.Frozen) (back func() error, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	old, err := root.ReadFile(v.Row.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	folder := path.Dir(v.Archive.Path)
	_, none := root.Stat(folder)
	return func() error {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return err
		}
		defer root.Close()
		err = root.Remove(v.Archive.Path)
		if none != nil {
			err = errors.Join(err, root.Remove(folder))
		}
		if v.Row.New {
			return errors.Join(err, root.Remove(v.Row.Path))
		}
		return errors.Join(err, apply(dir, edit.Change{Path: v.Row.Path, Text: old}))
	}, nil
}
