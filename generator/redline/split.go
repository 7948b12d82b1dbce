package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split cuts text into words and signs. A number is one word ("99.5", "2026-03-31"), so is an identifier ("CC6.1") and what a hyphen
// or an apostrophe joins; every other sign stands alone, so that a changed comma shows alone.
func split(text string, each func(word string, space bool)) (space bool) {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if unicode.IsSpace(r) {
			space, text = true, text[size:]
			continue
		}
		if lettered(r) && !alone(r) {
			size = wordEnd(text)
		}
		each(text[:size], space)
		space, text = false, text[size:]
	}
	return space
}

// wordEnd returns where the word ends that text begins with.
func wordEnd(text string) int {
	before, at := utf8.DecodeRuneInString(text)
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case lettered(r) && !alone(r):
		case joins(before, r, text[at+size:]):
		default:
			return at
		}
		before, at = r, at+size
	}
	return at
}

// joins reports whether a sign stands inside a word: between before and the text that follows.
func joins(before, sign rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	if !lettered(before) || !lettered(after) || alone(after) {
		return false
	}
	switch sign {
	case '-', '\'', '’', '‑':
		return true
	case '.':
		return unicode.IsDigit(after)
	case ',', ':', '/':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

func lettered(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// alone reports whether a letter is a word of its own, in writing that puts no spaces between words.
func alone(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// isWord reports whether a token is a word and not a sign.
func isWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return lettered(r)
}

// isLight reports whether a token says little where it stands: a sign, or a word of at most three letters, as the small common words
// of our languages are. A number is never light.
func isLight(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !lettered(r) || len(text) <= 6 && utf8.RuneCountInString(text) <= 3 && !strings.ContainsFunc(text, unicode.IsDigit)
}
