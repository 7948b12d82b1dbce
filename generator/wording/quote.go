package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code and EndCode stand around what is set as code in a text that is given to Find. No font has them, and Blocks lets none
// through from the text itself.
const (
	Code    = "\ue000"
	EndCode = "\ue001"
)

var codeMarks = strings.NewReplacer(Code, "", EndCode, "")

// Unmarked returns a text without the signs that stand around what is set as code.
func Unmarked(text string) string { return codeMarks.Replace(text) }

// span is a range of the folded text; the end is exclusive.
type span struct{ start, end int }

func (s span) holds(start, end int) bool { return s.start <= start && end <= s.end }

// longestQuote and longestSingle are how many bytes a quotation may take, in double and in single marks. What is longer is a
// mark that nobody closed, or an apostrophe.
const longestQuote, longestSingle = 600, 90

// quoted returns what stands in quotation marks: other people's words, or words that are spoken about.
func quoted(text string) []span {
	var out []span
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		longest := limit(r)
		if longest == 0 || !opens(text, at, size) {
			at += size
			continue
		}
		end := closing(text, at+size, min(len(text), at+longest), longest == longestSingle)
		if end < 0 {
			at += size
			continue
		}
		out = append(out, span{at + size, end})
		at = end + 1
	}
	return out
}

func limit(r rune) int {
	switch {
	case strings.ContainsRune(`"“”„«»`, r):
		return longestQuote
	case r == '\'' || r == '‘' || r == '‚':
		return longestSingle
	}
	return 0
}

// opens reports whether a mark stands before a word and after none.
func opens(text string, at, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return (at == 0 || !word(before)) && at+size < len(text) && !unicode.IsSpace(after)
}

// closing returns where the mark stands that closes a quotation: after a sign that is no space, and before no word.
func closing(text string, at, end int, single bool) int {
	for i, r := range text[at:end] {
		if limit(r) == 0 && r != '\'' || single != (limit(r) == longestSingle) || i == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+utf8.RuneLen(r):])
		if !unicode.IsSpace(before) && !word(after) {
			return at + i
		}
	}
	return -1
}

// coded returns what is set as code.
func coded(text string) []span {
	var out []span
	for at := 0; ; {
		open := strings.Index(text[at:], Code)
		if open < 0 {
			return out
		}
		start := at + open + len(Code)
		end := strings.Index(text[start:], EndCode)
		if end < 0 {
			end = len(text) - start
		}
		out = append(out, span{start, start + end})
		at = start + end
	}
}

func word(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
