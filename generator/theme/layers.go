package theme

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
)

// Layers are folders of themes, in the order in which a file is looked up: the site's own, then those that are built in. A site can
// so replace a file of a theme, add one such as the words of another language, or bring a theme of its own.
type Layers []fs.FS

// of returns the layers of one theme.
func (l Layers) of(name string) Layers {
	var out Layers
	for _, themes := range l {
		if one, err := fs.Sub(themes, name); err == nil {
			out = append(out, one)
		}
	}
	return out
}

// Open opens a file in the first layer that has it.
func (l Layers) Open(name string) (fs.File, error) {
	for _, layer := range l {
		f, err := layer.Open(name)
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a folder as if the layers were one.
func (l Layers) ReadDir(name string) ([]fs.DirEntry, error) {
	found := map[string]fs.DirEntry{}
	there := false
	for _, layer := range slices.Backward(l) {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		there = true
		for _, e := range entries {
			found[e.Name()] = e
		}
	}
	if !there {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	var out []fs.DirEntry
	for _, name := range slices.Sorted(maps.Keys(found)) {
		out = append(out, found[name])
	}
	return out, nil
}
