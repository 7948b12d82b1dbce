package generator_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"

	"trustpress/templates"
	"trustpress/themes"
)

// What stands in the folders of templates and themes is what is embedded, so that a new output or a new theme cannot be forgotten.
func TestWhatIsEmbeddedIsTheFolder(t *testing.T) {
	for folder, files := range map[string]fs.FS{"../templates": templates.Files, "../themes": themes.Files} {
		got, want := names(t, files), names(t, os.DirFS(folder))
		if !slices.Equal(got, want) {
			t.Errorf("embedded\n%q\nin %s\n%q", got, folder, want)
		}
	}
}

func names(t *testing.T, files fs.FS) []string {
	t.Helper()
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
