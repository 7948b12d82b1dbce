package theme

import (
	"html"
	"html/template"
	"strings"
)

// Readable finishes the HTML of a text for a page that holds no style and no script: a table and a code block scroll in a region
// of their own, which a keyboard reaches; a column is aligned and a task is ticked by a class and a sign. label names a table to
// those who do not see it.
//
// The HTML comes from package source, which lets no tag of an author through, so that a tag found here is one that it wrote.
func Readable(text, label string) template.HTML {
	for _, f := range finish {
		if strings.Contains(text, f.source) {
			text = strings.ReplaceAll(text, f.source, strings.Replace(f.page, "%s", html.EscapeString(label), 1))
		}
	}
	return template.HTML(text)
}

var finish = []struct{ source, page string }{
	{"<table>", `<div class="wide" role="group" tabindex="0" aria-label="%s"><table>`},
	{"</table>", "</table></div>"},
	{"<pre><code", `<pre tabindex="0"><code`},
	{`<input checked="" disabled="" type="checkbox">`, "☑"},
	{`<input disabled="" type="checkbox">`, "☐"},
}
