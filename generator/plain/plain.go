// Package plain owns finished HTML as plain text, for what cannot show HTML: a cell of a CSV file, a mail.
//
// It refuses to lay anything out beyond a line for each block.
package plain

import (
	"html"
	"regexp"
	"strings"
)

var tags = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)[^>]*>`)

// Text returns the words of HTML, a line for each block of it. A sign of the text that looks like a tag is escaped in HTML, so that
// what is found is one.
func Text(text string) string {
	if !strings.ContainsAny(text, "<&") {
		return text
	}
	var out strings.Builder
	at, kept := 0, false // whether the line ends of the source are those of the text
	for _, m := range tags.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(flowing(text[at:m[0]], kept))
		name, end := text[m[4]:m[5]], m[3] > m[2]
		kept = name == "pre" && !end || kept && name != "pre"
		out.WriteString(sign(name, end))
		at = m[1]
	}
	out.WriteString(flowing(text[at:], false))
	text = bullets.ReplaceAllString(ends.ReplaceAllString(out.String(), "\n"), "• ")
	return strings.TrimSpace(html.UnescapeString(gaps.ReplaceAllString(text, "\n\n")))
}

// ends are line ends with what nobody sees before them; gaps are more empty lines than one.
var ends, gaps = regexp.MustCompile(`[ \t]+\n`), regexp.MustCompile(`\n{3,}`)

// flowing makes one line of a text that is broken into lines where its source is.
func flowing(text string, kept bool) string {
	if kept {
		return text
	}
	return strings.ReplaceAll(text, "\n", " ")
}

// sign returns what stands for a tag in a plain text.
func sign(name string, end bool) string {
	s := blocks[name]
	if end {
		return strings.TrimRight(s, "•| ")
	}
	return s
}

// bullets are followed by the paragraph that their item holds.
var bullets = regexp.MustCompile(`•\s+`)

// blocks are the elements that begin a line or a cell, with what stands there in a plain text.
var blocks = map[string]string{"p": "\n", "h1": "\n", "h2": "\n", "h3": "\n", "h4": "\n", "h5": "\n", "h6": "\n", "ul": "\n", "ol": "\n",
	"li": "\n• ", "blockquote": "\n", "pre": "\n", "hr": "\n", "br": "\n", "dl": "\n", "dt": "\n", "dd": "\n", "div": "\n", "section": "\n", "table": "\n",
	"tr": "\n", "td": " | ", "th": " | "}
