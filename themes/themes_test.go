package themes

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"
)

// What stands in the folder is what is embedded, so that a new theme cannot be forgotten.
func TestFilesAreTheFolder(t *testing.T) {
	got, want := names(t, Files), names(t, os.DirFS("."))
	if !slices.Equal(got, want) {
		t.Errorf("embedded\n%q\nin the folder\n%q", got, want)
	}
}

func names(t *testing.T, files fs.FS) []string {
	var out []string
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(p) != ".go" {
			out = append(out, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
