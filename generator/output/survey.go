package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// marker is the file by which a folder is known to be ours, and may be replaced. It stands at the root of the output folder
// and is not part of the tree: the auditor's bag is a folder inside dist/auditor, so the mark is beside the bag and never a
// file that its manifests do not know. The text is the same for every output and says nothing about any, because dist/trust
// is published with it.
const marker = ".trustpress"

const (
	markFirstLine = "written by trustpress"
	markerText    = markFirstLine + "\n\n" +
		"trustpress replaces this folder as a whole: whatever else is put here is gone after the next build.\n"
)

func writeMark(w io.Writer) error {
	_, err := io.WriteString(w, markerText)
	return err
}

// survey is what stands in the output folder before a build.
type survey struct {
	exists  bool
	marked  bool
	files   map[string]bool // regular files by slash path, without the mark
	folders []string        // slash paths
	foreign int             // what is neither: symbolic links, pipes; never followed, never opened
}

// survey lists the output folder, and refuses one that a person filled.
func (p place) survey() (survey, error) {
	s := survey{files: map[string]bool{}}
	var err error
	if s.exists, err = isFolder(p.dir); err != nil || !s.exists {
		return s, err
	}
	if err := p.mayReplace(); err != nil {
		return s, err
	}
	return s, filepath.WalkDir(p.dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == p.dir {
			return err
		}
		s.note(filepath.ToSlash(name[len(p.dir)+1:]), entry)
		return nil
	})
}

func (s *survey) note(path string, entry fs.DirEntry) {
	switch {
	case entry.IsDir():
		s.folders = append(s.folders, path)
	case !entry.Type().IsRegular():
		s.foreign++
	case path == marker:
		s.marked = true
	default:
		s.files[path] = true
	}
}

// hasStrayFolder reports whether there is a folder that the files do not need, and that a change of files alone would not show.
func (s survey) hasStrayFolder(files []File) bool {
	needed := map[string]bool{}
	for _, f := range files {
		for folder := range parents(f.Path) {
			needed[folder] = true
		}
	}
	for _, folder := range s.folders {
		if !needed[folder] {
			return true
		}
	}
	return false
}

// mayReplace returns an error unless dir is empty or ours. A repository inside ours is refused as well: a worktree there, to
// publish from, is a common habit, and its history is nothing that a build could write again.
func (p place) mayReplace() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil || len(entries) == 0 {
		return err
	}
	ours := false
	for _, e := range entries {
		if strings.EqualFold(e.Name(), ".git") {
			return fmt.Errorf("%s holds a git repository, which would be lost; publish from a copy of the folder", p.dir)
		}
		if e.Name() == marker && e.Type().IsRegular() {
			if ours, err = hasMark(under(p.dir, marker)); err != nil {
				return err
			}
		}
	}
	if !ours {
		return fmt.Errorf("%s was not written by trustpress and is not empty; move its files away or choose another folder",
			p.dir)
	}
	return nil
}

// hasMark reads the first line alone: later versions may word the rest otherwise.
func hasMark(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	line := make([]byte, len(markFirstLine)+1)
	n, err := io.ReadFull(f, line)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return false, err
	}
	// A checkout on Windows may have made the end of the line "\r\n".
	first := strings.TrimRight(string(line[:n]), "\r\n")
	return first == markFirstLine, nil
}
