package requests

import (
	"strings"
	"unicode/utf8"

	"trustpress/generator/config"
	"trustpress/generator/source"
)

// plainly returns a text for a field that is no Markdown: without what is not seen, and with no parameter or blank in it.
func plainly(text string) string {
	var b strings.Builder
	rest := strings.TrimSpace(source.Seen(text))
	for _, at, ok := config.Next(rest); ok; _, at, ok = config.Next(rest) {
		b.WriteString(rest[:at+1] + " ")
		rest = rest[at+1:]
	}
	b.WriteString(rest)
	out := []byte(b.String())
	for _, at := range source.Blanks(b.String()) {
		out[at[0]], out[at[1]-1] = '(', ')'
	}
	return string(out)
}

// shorten returns the first words of a text, on one line.
func shorten(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return strings.TrimRight(text, " ,;:.")
	}
	head := string([]rune(text)[:most])
	if at := strings.LastIndexByte(head, ' '); at > most/2 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:.(–-") + " …"
}

func first(cells []string) string {
	for _, cell := range cells {
		if cell != "" {
			return shorten(cell, 60)
		}
	}
	return ""
}
