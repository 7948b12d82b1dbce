package auditor

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// fileChange is what became of one file, of this bundle or of an earlier one.
type fileChange struct{ What, Bundle, Path, Before, After string }

// madeLast reports whether a file says what the others are, and so is made when they are known: no comparison has it.
func madeLast(at string) bool {
	return strings.HasPrefix(at, "data/"+path.Dir(sincePage)+"/") || at == "data/"+workbookPath || at == "data/"+manifestSheet.path()
}

// files compares the payload of two bundles. now has the digests of this one, and relied is what it leaves to those before it.
func (e *Earlier) files(now map[string]string, relied []keptFile) []fileChange {
	var out []fileChange
	stands := map[string]bool{}
	for _, f := range relied {
		stands[f.SHA256] = true
	}
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
		if now[at] == "" && !madeLast(at) {
			out = append(out, leftBehind(keptFile{e.ID, at, before}, stands))
		}
	}
	for _, f := range e.relied {
		out = append(out, leftBehind(f, stands))
	}
	slices.SortFunc(out, func(a, b fileChange) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Bundle, b.Bundle)) })
	return out
}

// leftBehind says of a file that this bundle does not have whether its bytes are still referred to, there or in a file that is the same.
func leftBehind(f keptFile, stands map[string]bool) fileChange {
	if isRaw(f.Path) && stands[f.SHA256] {
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
