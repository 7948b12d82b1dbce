package requests

import (
	"strings"
	"unicode/utf8"
)

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
