package source

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Suspicious says what in a name misleads the eye: characters that turn the direction of writing, take no room, or look like
// the letter of another script. It returns "" for a name that is what it looks like.
func Suspicious(name string) string {
	latin, other := false, rune(0)
	for _, r := range name {
		switch {
		case invisible(r):
			return fmt.Sprintf("the invisible character U+%04X", r)
		case !unicode.IsLetter(r):
			latin, other = false, 0
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.In(r, unicode.Cyrillic, unicode.Greek):
			other = r
		}
		if latin && other != 0 {
			return fmt.Sprintf("U+%04X, which looks like a Latin letter and is none", other)
		}
	}
	return ""
}

// invisible reports characters that change what is read without being seen.
func invisible(r rune) bool {
	switch {
	case Turns(r), commands(r),
		r >= 0x200B && r <= 0x200F, r == 0x2060, r == 0xFEFF, r == 0x00AD: // no width
		return true
	}
	return false
}

// Turns reports characters that change the direction of writing.
func Turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// commands reports control characters, which a terminal obeys and no page may hold.
func commands(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }

// Misleads reports characters that can make a whole text read otherwise than it is stored.
func Misleads(r rune) bool { return Turns(r) || commands(r) }

// Misleading says of a character how it misleads.
func Misleading(r rune) string {
	if commands(r) {
		return fmt.Sprintf("U+%04X is a control character, which nobody sees", r)
	}
	return fmt.Sprintf("U+%04X turns the direction of writing", r)
}

// bidi reports the characters that can make a whole text read otherwise than it is written. Headings are looked at for more,
// and not for these again.
func (r *reader) bidi() {
	for at := 0; at < len(r.src); {
		i := bytes.IndexByte(r.src[at:], 0xE2)
		if i < 0 || at+i+3 > len(r.src) {
			return
		}
		at += i
		if c, _ := utf8.DecodeRune(r.src[at:]); Turns(c) {
			r.fail("suspicious-character", at, at+3, Misleading(c), "delete it")
		}
		at += 3
	}
}

// controls reports the control characters of a text. A zero is not among them: in place of it a reader sees a sign.
func (r *reader) controls() {
	for at, c := range r.src {
		if 0 < c && c < utf8.RuneSelf && commands(rune(c)) {
			r.fail("suspicious-character", at, at+1, Misleading(rune(c)), "delete it")
		}
	}
}
