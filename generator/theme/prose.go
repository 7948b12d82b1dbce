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
	if !strings.Contains(text, "<table>") && !strings.Contains(text, "<pre") && !strings.Contains(text, "<input") {
		return template.HTML(text)
	}
	text = strings.ReplaceAll(text, "<table>", `<div class="wide" role="group" tabindex="0" aria-label="`+html.EscapeString(label)+`"><table>`)
	return template.HTML(finish.Replace(text))
}

var finish = strings.NewReplacer(
	"</table>", "</table></div>",
	"<pre><code", `<pre tabindex="0"><code`,
	`<input checked="" disabled="" type="checkbox">`, "☑",
	`<input disabled="" type="checkbox">`, "☐",
)
