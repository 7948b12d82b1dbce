package trust

import (
	"regexp"
	"strconv"
)

// Texts of many records stand on one page: the anchors of each get a prefix, so that two may have a heading "Scope", and its
// headings go below the statement's own.
var (
	anchors  = regexp.MustCompile(` (id="|href="#)([^"]*")`)
	headings = regexp.MustCompile(`<(/?)h([1-6])([ >])`)
)

const below = 2 // levels: the highest heading of a text is 2, and a statement's own is 3

// embed fits the HTML of one text into a page that holds others. A quotation mark in the text itself is escaped there, so that
// what looks like an attribute is one.
func embed(text, prefix string) string {
	text = anchors.ReplaceAllString(text, " ${1}"+prefix+"${2}")
	return headings.ReplaceAllStringFunc(text, func(tag string) string {
		m := headings.FindStringSubmatch(tag)
		level, _ := strconv.Atoi(m[2])
		return "<" + m[1] + "h" + strconv.Itoa(min(level+below, 6)) + m[3]
	})
}
