package bag

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fallback is the name of a file whose own name has nothing that can be kept.
const fallback = "file"

// Name returns a name for a file inside a bag that resembles its original name: letters, digits, '.', '_' and '-'. Accents
// are dropped (å becomes a), everything else becomes a hyphen. It is never empty, begins with neither '.' nor '-', does not
// end with either, and is no device of Windows. Name(Name(s)) is Name(s).
func Name(original string) string {
	stem, ext := split(transliterate(original))
	if stem == "" {
		stem = fallback
	}
	if Device(stem) {
		stem = "_" + stem
	}
	return stem + ext
}

// transliterate returns the plain characters of s, with a hyphen for each run of others, none before a dot.
func transliterate(s string) string {
	var b []byte
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch text, known := letters[r]; {
		case unicode.Is(unicode.Mn, r):
			continue
		case known:
			b = append(b, text...)
		case r == '.':
			b = append(trimHyphens(b), '.')
		case plain(r):
			b = append(b, byte(r))
		case !gap:
			b = append(b, '-')
			gap = true
			continue
		default:
			continue
		}
		gap = false
	}
	return strings.TrimRight(string(b), ".-")
}

func trimHyphens(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == '-' {
		b = b[:len(b)-1]
	}
	return b
}

// letters are those of European languages that do not decompose.
var letters = map[rune]string{
	'æ': "ae", 'Æ': "AE", 'ø': "o", 'Ø': "O", 'œ': "oe", 'Œ': "OE", 'ß': "ss", 'ẞ': "SS", 'đ': "d", 'Đ': "D", 'ð': "d",
	'Ð': "D", 'þ': "th", 'Þ': "Th", 'ł': "l", 'Ł': "L", 'ħ': "h", 'Ħ': "H", 'ı': "i", 'ŋ': "n", 'Ŋ': "N",
}

// maxExt is the longest ending that is kept when a name is cut or numbered, in bytes, with its dot.
const maxExt = 10

// split cuts a transliterated name before its last dot. The stem begins with neither '.' nor '-', and may be empty.
func split(name string) (stem, ext string) {
	if i := strings.LastIndexByte(name, '.'); i >= 0 && len(name)-i <= maxExt {
		name, ext = name[:i], name[i:]
	}
	return strings.TrimLeft(name, ".-"), ext
}

// Device reports whether Windows takes a name for a device, which it does whatever follows the first dot.
func Device(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	number, isCom := strings.CutPrefix(base, "com")
	if !isCom {
		var isLpt bool
		if number, isLpt = strings.CutPrefix(base, "lpt"); !isLpt {
			return false
		}
	}
	return utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// Namer gives the files of one folder of a bag their names.
type Namer struct {
	Folder string   // the path in the bag, "data/controls/ac-02/evidence"
	Taken  []string // names in it that are given already
	Below  int      // the room to leave for what stands below each name, in bytes, if the names are those of folders
}

// minName is the least room for a name that is still worth its letters, in bytes.
const minName = 32

// Names returns a path in the bag for each original name: its Name, cut so that the path has at most MaxPath bytes, with a
// number before the ending where another file of the folder has that name, ignoring case. Which one gets the number depends
// on the names alone and not on their order; two of the same original name are numbered in the order given.
func (n Namer) Names(originals []string) ([]string, error) {
	room := MaxPath - len(n.Folder) - 1 - n.Below
	if room < minName {
		return nil, fmt.Errorf("the folder %q leaves no room for a name", n.Folder)
	}
	order := make([]int, len(originals))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(originals[a], originals[b]) })
	given := newNumbering(n.Taken)
	paths := make([]string, len(originals))
	for _, i := range order {
		paths[i] = n.Folder + "/" + given.next(Name(originals[i]), room)
	}
	return paths, nil
}

// numbering hands out each name once, ignoring case.
type numbering struct {
	taken map[string]bool
	last  map[string]int // by name: the number given last, so that a thousand equal names are not a million questions
}

func newNumbering(taken []string) numbering {
	n := numbering{taken: map[string]bool{}, last: map[string]int{}}
	for _, name := range taken {
		n.taken[strings.ToLower(name)] = true
	}
	return n
}

func (n numbering) next(name string, room int) string {
	stem, ext := split(name)
	wanted := cut(stem, "", ext, room)
	key := strings.ToLower(wanted)
	for free := wanted; ; {
		if lower := strings.ToLower(free); !n.taken[lower] {
			n.taken[lower] = true
			return free
		}
		n.last[key] = max(n.last[key], 1) + 1
		free = cut(stem, fmt.Sprintf("-%d", n.last[key]), ext, room)
	}
}

// cut joins the parts of a name, of the stem as much as there is room for.
func cut(stem, number, ext string, room int) string {
	if most := room - len(number) - len(ext); len(stem) > most {
		stem = strings.TrimRight(stem[:most], ".")
	}
	return stem + number + ext
}
