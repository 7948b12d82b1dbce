package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"trustpress/generator/collect"
)

// handing returns what opens a file that a person names, wherever it stands. No link leads out of its folder: what is recorded is the file
// that was named.
func handing(site, evidence string) func(name string) (*collect.File, error) {
	return func(name string) (*collect.File, error) {
		dir, base := filepath.Split(filepath.Clean(name))
		root, err := os.OpenRoot(filepath.Clean(dir))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no file %s", name)
		}
		if err != nil {
			return nil, err
		}
		_, refused := root.Stat(base)
		if whole, err := filepath.EvalSymlinks(name); err == nil && refused != nil && !errors.Is(refused, fs.ErrPermission) {
			return nil, fmt.Errorf("%s is a link that leaves its folder\nhint: name the file itself, %s", name, whole)
		}
		return &collect.File{FS: root.FS(), Name: base, Told: name, Within: within(filepath.Join(site, filepath.FromSlash(evidence)), dir, base)}, nil
	}
}

// within returns the path of a file below a folder, or "" if it is not there.
func within(folder, dir, base string) string {
	whole, noFolder := real(folder)
	at, noDir := real(dir)
	below, apart := filepath.Rel(whole, filepath.Join(at, base))
	if errors.Join(noFolder, noDir, apart) != nil || !filepath.IsLocal(below) {
		return ""
	}
	return filepath.ToSlash(below)
}

// real returns the whole path of a folder, without links.
func real(dir string) (string, error) {
	whole, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(whole)
}
