package history

import (
	"slices"
	"strings"
)

// Dirty returns the paths below a folder that differ from its commit, staged or not, untracked ones included and ignored ones
// not, sorted; except some files, and what lies in some folders.
func Dirty(dir string, except ...string) ([]string, error) {
	prefix, err := read(dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	said, err := read(dir, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=dirty", "--", ".")
	var dirty []string
	for entry := range strings.SplitSeq(said, "\x00") {
		if len(entry) < len("XY p") {
			continue
		}
		file := strings.TrimPrefix(entry[len("XY "):], strings.TrimSuffix(prefix, "\n"))
		excepted := slices.ContainsFunc(except, func(e string) bool { return file == e || strings.HasPrefix(file, e+"/") })
		if !excepted {
			dirty = append(dirty, file)
		}
	}
	slices.Sort(dirty)
	return dirty, err
}
