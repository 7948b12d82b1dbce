package approval

import (
	"regexp"
	"strings"
)

// Word is a word of a text, and the bytes that it stands at.
type Word struct {
	Text       string
	Start, End int
}

// Line returns the words of a title or a description.
func Line(text string) []Word { return listed(text, []part{{0, len(text)}}) }

// Body returns the words of a Markdown text.
func Body(text string) []Word { return listed(text, uncommented(text)) }

func listed(text string, parts []part) []Word {
	var out []Word
	cut(text, parts, func(start, end int) { out = append(out, Word{level(text[start:end]), start, end}) })
	return out
}

// written appends the words of a text, one a line.
func written(out []byte, text string, parts []part) []byte {
	cut(text, parts, func(start, end int) { out = append(append(out, level(text[start:end])...), '\n') })
	return out
}

// cut calls see with the bytes of each word in the parts of a text. Every policy is cut at every build, so its bytes are looked at once.
func cut(text string, parts []part, see func(start, end int)) {
	for _, within := range parts {
		start := within.start // of the word that is being read
		for at := start; ; {
			for at < within.end && !special[text[at]] {
				at++
			}
			if at == within.end {
				break
			}
			length, word := apart(text[at:within.end])
			if length == 0 {
				at++
				continue
			}
			if start < at {
				see(start, at)
			}
			if word {
				see(at, at+length)
			}
			at += length
			start = at
		}
		if start < within.end {
			see(start, within.end)
		}
	}
}

// special are the first bytes of what apart knows.
var special = func() (out [256]bool) {
	for _, c := range []byte(" \t\n\v\f\r|{}\xc2\xe2") {
		out[c] = true
	}
	return out
}()

// apart returns how many bytes of a text's beginning are white space, or stand apart as a word of their own; 0 if they are neither.
func apart(text string) (length int, word bool) {
	switch c := text[0]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1, false
	case c == '|':
		return 1, true
	case strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "}}"):
		return 2, true
	case strings.HasPrefix(text, "\u00a0"):
		return len("\u00a0"), false
	case strings.HasPrefix(text, "\u202f"):
		return len("\u202f"), false
	}
	return 0, false
}

var hyphens = regexp.MustCompile("-{3,}")

// level makes three hyphens of more: the rule under the head of a table is as long as its column is wide.
func level(word string) string {
	if len(word) < 4 || strings.IndexByte(word, '-') < 0 {
		return word
	}
	return hyphens.ReplaceAllLiteralString(word, "---")
}
