package auditor

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// fileChange is what became of one file, of this bundle or of an earlier one.
type fileChange struct{ What, Bundle, Path, Before, After string }

// sinceFolder holds what is said of the bundle before this one, which is made when all the rest is known.
const sinceFolder = "data/since/"

// files compares the payload of two bundles. now has the digests of this one, and relied is what it leaves to those before it.
func (e *Earlier) files(now map[string]string, relied []keptFile) []fileChange {
	var out []fileChange
	for at, after := range now {
		switch before := e.listed[at]; before {
		case "":
			out = append(out, fileChange{isNew, "", at, "", after})
		case after:
			out = append(out, fileChange{isSame, "", at, before, after})
		default:
			out = append(out, fileChange{isChanged, "", at, before, after})
		}
	}
	for at, before := range e.listed {
		if now[at] == "" && !strings.HasPrefix(at, sinceFolder) {
			out = append(out, leftBehind(keptFile{e.ID, at, before}, relied))
		}
	}
	for _, f := range e.relied {
		out = append(out, leftBehind(f, relied))
	}
	slices.SortFunc(out, func(a, b fileChange) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Bundle, b.Bundle)) })
	return out
}

// leftBehind says of a file that this bundle does not have whether it still stands.
func leftBehind(f keptFile, relied []keptFile) fileChange {
	if slices.Contains(relied, f) {
		return fileChange{isHeld, f.Bundle, f.Path, f.SHA256, f.SHA256}
	}
	return fileChange{isGone, f.Bundle, f.Path, f.SHA256, ""}
}

// sort of file, as a reader of the bundle tells them apart.
func sortOf(at string) string {
	switch {
	case isRaw(at):
		return sortEvidence
	case path.Ext(at) == ".html":
		return sortPage
	case path.Ext(at) == ".csv" || path.Ext(at) == ".xlsx":
		return sortTable
	}
	return sortOther
}

const (
	sortEvidence = "evidence"
	sortPage     = "page"
	sortTable    = "table"
	sortOther    = "other"
)

// countFiles counts the files of a sort that became something.
func countFiles(files []fileChange, sort, what string) int {
	n := 0
	for _, f := range files {
		if f.What == what && sortOf(f.Path) == sort {
			n++
		}
	}
	return n
}
