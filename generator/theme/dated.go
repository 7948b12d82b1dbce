package theme

import (
	"html/template"
	"regexp"
	"strings"
)

var day = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// Dated returns a text as HTML in which its days are marked as such, so that a page keeps each in one line.
func Dated(text string) template.HTML {
	escaped := template.HTMLEscapeString(text)
	if !strings.Contains(escaped, "-") {
		return template.HTML(escaped)
	}
	return template.HTML(day.ReplaceAllString(escaped, "<time>$0</time>"))
}
