package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"trustpress/generator/bag"
	"trustpress/generator/diag"
)

// Findings returns what is wrong with the names of the tree, sorted, each once: unsafe-path for a path that is not a clean
// relative slash path on every system, and path-collision for two files with one name, ignoring case, and for a file where
// another needs a folder. Write and ZIP refuse a tree with findings.
func (t *Tree) Findings() []diag.Finding {
	files := slices.Clone(t.files)
	for _, p := range t.parts { // a folder is in the way of others by any file in it
		files = append(files, File{Path: p.Folder + "/index.html", From: p.From})
	}
	slices.SortStableFunc(files, byRecord)
	found := append(unsafePaths(files), collisions(files)...)
	slices.SortStableFunc(found, diag.Compare)
	return slices.CompactFunc(found, func(a, b diag.Finding) bool { return diag.Compare(a, b) == 0 })
}

// byRecord puts files that come from no record first, so that of two that collide the finding stands at one that has a place.
func byRecord(a, b File) int {
	switch {
	case a.From.Before(b.From):
		return -1
	case b.From.Before(a.From):
		return 1
	}
	return cmp.Compare(a.Path, b.Path)
}

func unsafePaths(files []File) []diag.Finding {
	var found []diag.Finding
	for _, f := range files {
		if fault := pathFault(f.Path); fault != "" {
			found = append(found, diag.Finding{Rule: "unsafe-path", Span: standing(f),
				Message: fmt.Sprintf("the output path %q %s", f.Path, fault),
				Hint:    "use letters, digits, hyphens, underscores and single dots"})
		}
	}
	return found
}

func collisions(files []File) []diag.Finding {
	var found []diag.Finding
	owner := make(map[string]int, len(files))
	keys := make([]string, len(files))
	for i, f := range files {
		keys[i] = foldPath(f.Path)
		if first, taken := owner[keys[i]]; taken {
			found = append(found, sameName(f, files[first]))
			continue
		}
		owner[keys[i]] = i
	}
	// One file may stand in the way of a thousand: it is one defect, so it is told once, with the first that it blocks.
	told := map[int]bool{}
	for i, key := range keys {
		for folder := range parents(key) {
			if in, taken := owner[folder]; taken && !told[in] {
				told[in] = true
				found = append(found, inTheWay(files[in], files[i]))
			}
		}
	}
	return found
}

// parents yields the folders of a slash path, the outermost first.
func parents(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := range len(path) {
			if path[i] == '/' && !yield(path[:i]) {
				return
			}
		}
	}
}

func sameName(f, first File) diag.Finding {
	message := fmt.Sprintf("two files are named %q", f.Path)
	if f.Path != first.Path {
		message = fmt.Sprintf("%q and %q are one file where case is ignored", f.Path, first.Path)
	}
	at := standing(f, first)
	return diag.Finding{Rule: "path-collision", Span: at, Message: message, Hint: "rename one of the two",
		Related: related(at, first, "the other comes from here")}
}

func inTheWay(f, child File) diag.Finding {
	at := standing(f, child)
	return diag.Finding{Rule: "path-collision", Span: at, Hint: "rename one of the two",
		Message: fmt.Sprintf("%q is a file where %q needs a folder", f.Path, child.Path),
		Related: related(at, child, "the file in that folder comes from here")}
}

// standing returns where a finding about files stands: at the record that the first of them comes from that comes from one, so
// that there is something to mend, else at the site's settings, from which all the rest is made.
func standing(files ...File) diag.Span {
	for _, f := range files {
		if f.From.File != "" {
			return f.From
		}
	}
	return diag.Start("site.toml")
}

// related is empty for a file that comes from no record, and for one where the finding stands: there is nothing more to point at.
func related(at diag.Span, f File, message string) []diag.Related {
	if f.From.File == "" || f.From == at {
		return nil
	}
	return []diag.Related{{Span: f.From, Message: message}}
}

// foldPath maps two paths to one string if a file system that ignores case, composition of accents or both would take them
// for one. Such systems fold rune by rune, hence simple folding: to them "ß" and "ss" are two names.
func foldPath(path string) string {
	return norm.NFC.String(strings.Map(foldRune, norm.NFC.String(path)))
}

func foldRune(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	if 'A' <= least && least <= 'Z' {
		// Most paths are lower-case ASCII, and strings.Map copies nothing where nothing changes.
		return least + 'a' - 'A'
	}
	return least
}

// pathFault says what keeps a path from meaning the same file everywhere, or "".
func pathFault(path string) string {
	switch {
	case path == "":
		return "is empty"
	case !utf8.ValidString(path):
		return "is not UTF-8"
	case path[0] == '/':
		return "is absolute"
	case path == marker:
		return "is the name of trustpress's own mark"
	}
	for segment := range strings.SplitSeq(path, "/") {
		if fault := segmentFault(segment); fault != "" {
			return fault
		}
	}
	return ""
}

// maxSegment is the longest name that the common file systems take, in bytes.
const maxSegment = 255

func segmentFault(segment string) string {
	switch {
	case segment == "":
		return "has an empty segment"
	case segment == "." || segment == "..":
		return fmt.Sprintf("has the segment %q", segment)
	case strings.HasSuffix(segment, ".") || strings.HasSuffix(segment, " "):
		return "has a segment that ends in a dot or a space"
	case len(segment) > maxSegment:
		return fmt.Sprintf("has a segment of more than %d bytes", maxSegment)
	case bag.Device(segment):
		return fmt.Sprintf("has the segment %q, which is a device on Windows", segment)
	}
	for _, r := range segment {
		if strings.ContainsRune(`\:*?"<>|`, r) || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return fmt.Sprintf("holds the character %q", r)
		}
	}
	return ""
}
