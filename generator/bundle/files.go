package bundle

import (
	"cmp"
	"path"
	"slices"
)

// FileChange is what became of one file, of this bundle or of an earlier one.
type FileChange struct{ What, Bundle, Path, Before, After string }

// Files compares the payload of this bundle with that of the one that follows it. now has the digests of that one, relied is what it leaves to
// those before it, and last are the files that say what the others are: they are made when all others are known, and no comparison has them.
func (b *Bundle) Files(now map[string]string, relied []Held, last func(path string) bool) []FileChange {
	var out []FileChange
	stands := map[string]bool{}
	for _, f := range relied {
		stands[f.SHA256] = true
	}
	for at, after := range now {
		switch before := b.listed[at]; before {
		case "":
			out = append(out, FileChange{New, "", at, "", after})
		case after:
			out = append(out, FileChange{Same, "", at, before, after})
		default:
			out = append(out, FileChange{Changed, "", at, before, after})
		}
	}
	for at, before := range b.listed {
		if now[at] == "" && !last(at) {
			out = append(out, leftBehind(Held{b.ID, at, before}, stands))
		}
	}
	for _, f := range b.relied {
		out = append(out, leftBehind(f, stands))
	}
	slices.SortFunc(out, func(x, y FileChange) int { return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Bundle, y.Bundle)) })
	return out
}

// leftBehind says of a file that this bundle does not have whether its bytes are still referred to, there or in a file that is the same.
func leftBehind(f Held, stands map[string]bool) FileChange {
	if isRaw(f.Path) && stands[f.SHA256] {
		return FileChange{Kept, f.Bundle, f.Path, f.SHA256, f.SHA256}
	}
	return FileChange{Gone, f.Bundle, f.Path, f.SHA256, ""}
}

// SortOf returns what sort of file stands at a path, as a reader of a bundle tells them apart.
func SortOf(at string) string {
	switch {
	case isRaw(at):
		return SortEvidence
	case path.Ext(at) == ".html":
		return SortPage
	case path.Ext(at) == ".csv" || path.Ext(at) == ".xlsx":
		return SortTable
	}
	return SortOther
}

// The sorts of files.
const (
	SortEvidence = "evidence"
	SortPage     = "page"
	SortTable    = "table"
	SortOther    = "other"
)

// CountFiles counts the files of a sort that became something.
func CountFiles(files []FileChange, sort, what string) int {
	n := 0
	for _, f := range files {
		if f.What == what && SortOf(f.Path) == sort {
			n++
		}
	}
	return n
}
