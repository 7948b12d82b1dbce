package theme

import (
	"html"
	"html/template"
	"regexp"
	"strconv"
	"strings"
)

// Readable finishes the HTML of a text for a page that holds no style and no script: a table and a code block scroll in a region
// of their own, which a keyboard reaches; a column is aligned and a task is ticked by a class and a sign. label names a table to
// those who do not see it.
//
// The HTML comes from package source, which lets no tag of an author through, so that a tag found here is one that it wrote.
func Readable(text, label string) template.HTML {
	var out strings.Builder
	written := 0
	for at := strings.IndexByte(text, '<'); at < len(text); {
		if at < 0 {
			break
		}
		next := at + 1
		if f := finishing(text[at:]); f != nil {
			if written == 0 {
				out.Grow(len(text) + 256)
			}
			out.WriteString(text[written:at])
			out.WriteString(strings.Replace(f.page, "%s", html.EscapeString(label), 1))
			next = at + len(f.source)
			written = next
		}
		skip := strings.IndexByte(text[next:], '<')
		if skip < 0 {
			break
		}
		at = next + skip
	}
	if written == 0 {
		return template.HTML(text)
	}
	out.WriteString(text[written:])
	return template.HTML(out.String())
}

// finishing returns what is to stand for the tag that a text begins with, or nil if it stays.
func finishing(text string) *finish {
	for i := range finishes {
		if strings.HasPrefix(text, finishes[i].source) {
			return &finishes[i]
		}
	}
	return nil
}

// finish is a tag as package source writes it, and as a page has it.
type finish struct{ source, page string }

var finishes = []finish{
	{"<table>", `<div class="wide" role="group" tabindex="0" aria-label="%s"><table>`},
	{"</table>", "</table></div>"},
	{"<pre><code", `<pre tabindex="0"><code`},
	{"<pre class=", `<pre tabindex="0" class=`}, // of a redline
	{`<input checked="" disabled="" type="checkbox">`, "☑"},
	{`<input disabled="" type="checkbox">`, "☐"},
}

var (
	anchors  = regexp.MustCompile(` (id="|href="#)([^"]*")`)
	headings = regexp.MustCompile(`<(/?)h([1-6])([ >])`)
)

// Embed fits the HTML of a text into a page that holds more than it: its anchors and the ways to them get a prefix, so that two
// texts of a page may both have a heading "Scope", and its headings go some levels down, below the one that the page gives it.
//
// A quotation mark or a "<" of the text itself is escaped there, so that what looks like an attribute or a tag is one.
func Embed(text, prefix string, levels int) string {
	if prefix != "" && strings.Contains(text, `="`) {
		text = anchors.ReplaceAllString(text, " ${1}"+strings.ReplaceAll(prefix, "$", "$$")+"${2}")
	}
	if levels == 0 || !strings.Contains(text, "<h") {
		return text
	}
	return headings.ReplaceAllStringFunc(text, func(tag string) string {
		at := strings.IndexByte(tag, 'h') + 1
		level := min(int(tag[at]-'0')+levels, 6)
		return tag[:at] + strconv.Itoa(level) + tag[at+1:]
	})
}
