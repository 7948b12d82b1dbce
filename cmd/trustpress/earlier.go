package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"trustpress/generator/output"
)

// openBundle returns the files of a bundle, out of its folder or its ZIP, until it is closed.
func openBundle(name string) (fs.FS, func(), error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("there is no bundle %s\nhint: --since takes a bundle as it was handed over, its ZIP or its folder", name)
	case err != nil:
		return nil, nil, err
	case info.IsDir():
		files, err := openBeneath(name)
		return files, func() {}, err
	case !info.Mode().IsRegular():
		return nil, nil, fmt.Errorf("%s is neither a file nor a folder", name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	files, err := output.OpenLargeZIP(file, info.Size())
	if err != nil {
		file.Close()
		return nil, nil, fmt.Errorf("%s: %w\nhint: --since takes the ZIP as it was handed over; where you have its folder, that says which file is another", name, err)
	}
	return files, func() { file.Close() }, nil
}

// keptApart refuses a bundle that lies where this one is written: what stands there is whatever was built last, and not what was
// handed over, and it goes when the output is exchanged.
func (b *bundling) keptApart() error {
	out, err := resolved(filepath.Join(b.out, "auditor"))
	if err != nil {
		return err
	}
	since, err := resolved(b.since)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(out, since); err != nil || !filepath.IsLocal(rel) {
		return nil
	}
	return fmt.Errorf("%s lies in the folder of the outputs, which every build makes anew\nhint: copy what you hand over into a folder of your own, and follow that copy", b.since)
}

// resolved returns where a name leads to; what is not there is taken as it is written.
func resolved(name string) (string, error) {
	whole, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(whole); err == nil {
		return real, nil
	}
	return whole, nil
}
