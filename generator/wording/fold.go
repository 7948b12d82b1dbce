package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text as the patterns see it: in small letters, with one plain space or hyphen for every kind of either, and without
// what nobody sees. It knows where each of its bytes comes from.
type folded struct {
	text string
	from []int32 // by byte of text: where in the original the sign begins
	to   []int32 // and where it ends
	src  string
}

// fold folds a text. A dash between two spaces parts clauses, and stays apart from a hyphen.
func fold(src string) *folded {
	f := &folder{folded: folded{src: src, from: make([]int32, 0, len(src)), to: make([]int32, 0, len(src))}, places: true}
	f.read(src)
	f.text = string(f.out)
	return &f.folded
}

// lightly folds a text without its places, which is all that most texts are asked for.
func lightly(src string) string {
	f := &folder{}
	f.read(src)
	return string(f.out)
}

func (f *folder) read(src string) {
	f.out = make([]byte, 0, len(src))
	for at, r := range src {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(src[at:])
		}
		f.add(r, at, at+size)
	}
}

type folder struct {
	folded
	places bool
	out    []byte
	last   rune
}

func (f *folder) add(r rune, from, to int) {
	switch r = plain(r); {
	case r == unseen:
		return
	case r == ' ' && (f.last == ' ' || f.last == 0):
		return
	case r == 'å' || r == mark && f.last == 'a':
		f.write("aa"[start(r):], from, to)
	case r == 'ä' || r == dots && f.last == 'a':
		f.write("ae"[start(r):], from, to)
	case r == 'ö' || r == dots && f.last == 'o':
		f.write("oe"[start(r):], from, to)
	default:
		f.sign(r, from, to)
	}
	f.last = r
}

// mark and dots are the marks of å, and of ä and ö, where they stand by themselves after a letter that is written already.
const mark, dots = 0x30A, 0x308

func start(r rune) int {
	if r == mark || r == dots {
		return 1
	}
	return 0
}

func (f *folder) sign(r rune, from, to int) {
	f.out = utf8.AppendRune(f.out, r)
	f.placed(from, to)
}

func (f *folder) write(sign string, from, to int) {
	f.out = append(f.out, sign...)
	f.placed(from, to)
}

// placed notes where the bytes come from that were written last.
func (f *folder) placed(from, to int) {
	for f.places && len(f.from) < len(f.out) {
		f.from, f.to = append(f.from, int32(from)), append(f.to, int32(to))
	}
}

// unseen stands for a sign that is not printed, or says nothing: a soft hyphen, a mark of registration.
const unseen = -1

// plain returns the plain sign for one that looks like it.
func plain(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r < 0x80 && r > ' ':
		return r
	case unicode.IsSpace(r):
		return ' '
	case r >= 0xFF01 && r <= 0xFF5E: // of full width
		return unicode.ToLower(r - 0xFEE0)
	case r == '®' || r == '™' || r == '©' || r == '℠' || r == 0xAD || r == 0x34F || r == 0x180E || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
		return unseen
	case r == '–' || r == '—' || r == '―' || unicode.Is(unicode.Pd, r) || r == '−':
		return '-'
	case r == '’' || r == 'ʼ':
		return '\''
	}
	return unicode.ToLower(r)
}

// place returns where in the original the folded bytes from start to end stand.
func (f *folded) place(start, end int) (from, to int) { return int(f.from[start]), int(f.to[end-1]) }

// lower reports whether the original of a folded byte is a small letter.
func (f *folded) lower(at int) bool {
	r, _ := utf8.DecodeRuneInString(f.src[f.from[at]:])
	return unicode.IsLower(r)
}

// letters writes the Swedish letters of a pattern as the folded text has them, where the end of a word can be told from its middle.
var letters = strings.NewReplacer("å", "aa", "ä", "ae", "ö", "oe")
