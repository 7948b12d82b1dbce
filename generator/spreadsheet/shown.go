package spreadsheet

import "strings"

// shown returns a text as a cell of a workbook holds it. What XML cannot hold is seen: a control character as its picture, bytes that
// are no text as the sign for that. A line ends in one way.
func shown(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	if !strings.ContainsFunc(text, unholdable) {
		return text
	}
	return strings.Map(picture, strings.ReplaceAll(text, "\r\n", "\n"))
}

// unholdable reports whether XML 1.0 has no place for a character, or would change it.
func unholdable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == '\ufffe' || r == '\uffff'
}

const pictures = '\u2400' // of the control characters, in their order

func picture(r rune) rune {
	switch {
	case !unholdable(r):
		return r
	case r == '\r':
		return '\n'
	case r < ' ':
		return pictures + r
	}
	return '\ufffd'
}
