package auditor

import (
	"html"
	"regexp"
	"strings"
)

// plain returns a value as one text: what a cell of a CSV file can bear of it.
func (x value) plain() string { return x.apart("; ") }

// apart returns a value as one text, the items of a list set apart by a sign. In an item that is itself made of several, a comma
// does that.
func (x value) apart(sign string) string {
	switch {
	case x.Link != nil:
		return x.Link.label()
	case x.Days != nil:
		return x.Days.plain()
	case x.HTML != "":
		return readable(string(x.HTML))
	case x.Table != nil:
		return x.Table.plain(sign)
	case len(x.Facts) > 0:
		return labelled(x.Facts, sign)
	case len(x.List) > 0:
		items := make([]string, len(x.List))
		for i, item := range x.List {
			items[i] = item.apart(", ")
		}
		return strings.Join(items, sign)
	}
	return x.Text
}

// plain returns days as ISO 8601 has them: one day, or an interval.
func (d days) plain() string {
	if d.To == "" {
		return d.From
	}
	return d.From + "/" + d.To
}

func (t *table) plain(sign string) string {
	rows := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		cells := make([]fact, len(row))
		for j, x := range row {
			cells[j] = fact{t.Head[j], x}
		}
		rows[i] = labelled(cells, ", ")
	}
	return strings.Join(rows, sign)
}

func labelled(facts []fact, sign string) string {
	var out []string
	for _, f := range facts {
		if !f.Value.Empty() {
			out = append(out, f.Label+": "+f.Value.apart(", "))
		}
	}
	return strings.Join(out, sign)
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
