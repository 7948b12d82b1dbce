package auditor

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"trustpress/generator/program"
)

// plain returns a value as one text in the words of the record: what a cell of a CSV file can bear of it. A sign sets apart what it is
// made of; in a part that is itself made of several, a comma does that.
func (v view) plain(x program.Value, sign string) string {
	var parts []string
	for _, leaf := range x.Leaves() {
		parts = append(parts, v.written(leaf))
	}
	for _, f := range x.Fields {
		if !f.Empty() {
			parts = append(parts, f.Key+": "+v.plain(f.Value, ", "))
		}
	}
	for _, row := range x.Rows {
		parts = append(parts, v.plain(program.Value{Fields: row}, ", "))
	}
	return strings.Join(parts, sign)
}

// written returns a leaf as one text.
func (v view) written(leaf any) string {
	switch x := leaf.(type) {
	case program.Pointer:
		return v.named(x)
	case program.CriterionRef:
		return v.criteriaOf([]program.CriterionRef{x})[0].label()
	case program.Prose:
		return readable(string(v.prose(x, "")))
	case program.Period:
		return daysOf(x).plain()
	}
	return fmt.Sprint(leaf)
}

// named returns what a reference names, with the heading that is meant.
func (v view) named(p program.Pointer) string {
	switch {
	case p.To == nil:
		return p.ID
	case p.Anchor != "":
		return v.record(p.To).label() + "#" + p.Anchor
	}
	return v.record(p.To).label()
}

// plain returns days as ISO 8601 has them: one day, or an interval.
func (d days) plain() string {
	if d.To == "" {
		return d.From
	}
	return d.From + "/" + d.To
}

var tags = regexp.MustCompile(`<(/?)([a-z][a-z0-9]*)[^>]*>`)

// readable returns the text of finished HTML, a line for each block of it. A sign that looks like a tag is escaped there, so that
// what is found is one.
func readable(text string) string {
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
	return strings.TrimSpace(html.UnescapeString(bullets.ReplaceAllString(out.String(), "• ")))
}

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
