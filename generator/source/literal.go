package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Literal returns Markdown that shows a text as it stands: nothing in it emphasises, links, refers to a record or is a parameter. Each
// line that holds something is a paragraph. Characters that nobody sees are left out.
func Literal(text string) string {
	var out []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = literalLine(Seen(line)); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}

// Seen returns a text without the characters that are not seen or turn the direction of writing.
func Seen(text string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, text)
}

func literalLine(line string) string {
	line = strings.Join(strings.Fields(line), " ")
	var b strings.Builder
	start := marker(line)
	before := rune(' ')
	for i, r := range line {
		next, _ := utf8.DecodeRuneInString(line[i+utf8.RuneLen(r):])
		if i == start || means(before, r, next) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// means reports whether a character does something in Markdown, or in our syntax, where it stands.
func means(before, r, next rune) bool {
	switch r {
	case '\\', '`', '*', '[', ']', '~', '|':
		return true
	case '<':
		return !unicode.IsSpace(next)
	case '&':
		return unicode.IsLetter(next) || next == '#'
	case '{', '}', '%':
		return before == '{' || before == '}' || next == '{' || next == '}' || next == '%'
	case '$':
		return next == '{'
	case '_':
		return !wordy(before) || !wordy(next)
	}
	return false
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// marker returns where a line holds what would begin a list, a heading, a quotation or a rule, or -1.
func marker(line string) int {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	switch {
	case digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')'):
		return digits
	case line != "" && strings.ContainsRune("#>-+=", rune(line[0])):
		return 0
	}
	return -1
}
