package theme

import (
	"io/fs"
	"slices"
	"strings"
)

// Asset is a file that pages load: a style sheet, a font.
type Asset struct {
	Path  string // below the root of the output: "assets/ledger.css"
	Bytes []byte
}

// Assets returns the files that an output carries, in the order of their paths: those in the theme's folder assets/, and those in
// FOLDER/assets/ of each folder that is the output's. A file of a later folder comes before another of the same path.
func (t *Theme) Assets(folders ...string) []Asset {
	var out []Asset
	for _, folder := range slices.Backward(folders) {
		out = append(out, t.assets[folder+"/"]...)
	}
	out = append(out, t.assets[""]...)
	slices.SortStableFunc(out, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(out, func(a, b Asset) bool { return a.Path == b.Path })
}

func (t *Theme) loadAssets() error {
	for _, pattern := range []string{"assets", "*/assets"} {
		folders, err := fs.Glob(t.theme, pattern)
		if err != nil {
			return err
		}
		for _, folder := range folders {
			if err := t.loadFolder(folder); err != nil {
				return err
			}
		}
	}
	return nil
}

// loadFolder reads the files of a folder of assets. What an editor or a system left beside them is none of them.
func (t *Theme) loadFolder(folder string) error {
	whose := strings.TrimSuffix(folder, "assets")
	return fs.WalkDir(t.theme, folder, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		left := strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "~")
		if d.IsDir() || left {
			return nil
		}
		text, err := fs.ReadFile(t.theme, p)
		t.assets[whose] = append(t.assets[whose], Asset{strings.TrimPrefix(p, whose), text})
		return err
	})
}
