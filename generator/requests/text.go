package requests

import (
	"strings"
	"unicode/utf8"

	"trustpress/generator/config"
	"trustpress/generator/source"
)

// plainly returns a text for a field that is no Markdown: without what is not seen, and with no parameter or blank in it.
func plainly(text string) string {
	out := strings.TrimSpace(source.Seen(text))
	for {
		_, at, ok := config.Next(out)
		if !ok {
			break
		}
		out = out[:at+1] + " " + out[at+1:]
	}
	for _, at := range source.Blanks(out) {
		out = out[:at[0]] + "(" + out[at[0]+1:at[1]-1] + ")" + out[at[1]:]
	}
	return out
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
