package handbook_test

import (
	"strings"
	"testing"

	"trustpress/generator"
	"trustpress/generator/redline"
)

// What an author writes is never taken for a reference of ours, though it looks like one.
func TestWhatLooksLikeAReference(t *testing.T) {
	site := with(map[string]string{"content/policies/access.md": "---\nid: POL-AC\ntitle: Access\n---\nAs [AC-01] says (ref: 7), and [typed](<ref:AC-01>), and [more](<ref:AC-01> \"so\"), and [odd](<\x10AC-01>).\n\nAsk of it [whom it does][AC-01] always, and never less.\n"})
	release(t, site, "2026.1", "2026-03-10")
	edit(t, site, "content/policies/access.md", "(ref: 7)", "(ref: 8)")
	page := shelf(t, site, generator.Options{})["policies/pol-ac/changes/2026.1/index.html"]
	shows(t, page, `<a href="../../../../controls/ac-01/index.html">AC-01</a>`, `<a href="ref:AC-01">typed</a>`, `<a href="ref:AC-01" title="so">more</a>`, "and odd.")
	edit(t, site, "content/policies/access.md", "[whom it does][AC-01]", "[whom it does][VM-01]")
	page = shelf(t, site, generator.Options{})["policies/pol-ac/changes/2026.1/index.html"]
	shows(t, page, "whom it does (AC-01)", "whom it does (VM-01)")
	if strings.Contains(page, "\x10") {
		t.Error("the page holds what begins our references")
	}
	e := compile(t, site)
	c, err := generator.Compare(site, e, e.Past.Versions[0], nil)
	if err != nil || len(c.Documents) != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	text := c.Documents[0].Text(redline.Words{}, redline.Marked)
	if !strings.Contains(text, "ref:") || strings.Contains(text, "\x10") {
		t.Errorf("the text is %q", text)
	}
}
