package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
)

// same compares two trees of files and names the first difference.
func same(a, b fs.FS) error {
	list := func(f fs.FS) (map[string][]byte, error) {
		out := map[string][]byte{}
		err := fs.WalkDir(f, ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			out[p], err = fs.ReadFile(f, p)
			return err
		})
		return out, err
	}
	left, err := list(a)
	if err != nil {
		return err
	}
	right, err := list(b)
	if err != nil {
		return err
	}
	if len(left) != len(right) {
		return fmt.Errorf("%d files and %d", len(left), len(right))
	}
	for p, text := range left {
		if !bytes.Equal(text, right[p]) {
			return fmt.Errorf("%s differs", p)
		}
	}
	return nil
}
