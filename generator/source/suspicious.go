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
	case Turns(r),
		r >= 0x200B && r <= 0x200F, r == 0x2060, r == 0xFEFF, r == 0x00AD: // no width
		return true
	}
	return false
}

// Turns reports characters that change the direction of writing.
func Turns(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// Turning says of a character that it changes the direction of writing.
func Turning(r rune) string { return fmt.Sprintf("U+%04X turns the direction of writing", r) }

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
			r.fail("suspicious-character", at, at+3, Turning(c), "delete it")
		}
		at += 3
	}
}
