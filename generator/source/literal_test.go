package source_test

import (
	"html"
	"strings"
	"testing"

	"trustpress/generator/diag"
	"trustpress/generator/plain"
	"trustpress/generator/source"
)

// What somebody else wrote is shown as it was written, and does nothing.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{
		"See [AC-02] and [x].\n[CC6.1]: none", "- [ ] one\n2. two\n3) three\n# four\n> five\n---\n===\n+ six", "a_b_ _c_ **d** `e` ~f~ | g | h |\n|---|", "<script>alert(1)</script> <!-- x --> a < b & c &amp; &#65;",
		"{{ org.name }} {{ fill: x }} {% if %} <% x %> ${HOME} {{", `\[ \\ \{`, "[company name] and [insert the date]", "![x](y) [^1] [^1]: z", "=HYPERLINK(\"x\")", "\u202eevil\u200b\x00", "https://example.com/a_b_c",
		"    code\n\tcode", "1986\\. x", ":::note", "a  b\r\n\r\nc", "*[HTML]: x", "}} %} %>", "{ {x} }", "__init__", "1)",
	} {
		f.Add(s)
	}
	p := parser(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		got := source.Literal(text)
		prose, findings := p.Field(got, func(int, int) diag.Span { return diag.Span{} })
		if len(findings) > 0 || len(prose.Refs) > 0 || len(prose.Params) > 0 || len(prose.Headings) > 0 {
			t.Errorf("%q as %q: %v, %v", text, got, findings, prose.Refs)
		}
		want := strings.Join(strings.Fields(source.Seen(text)), " ")
		if shown := strings.Join(strings.Fields(plain.Text(prose.HTML)), " "); shown != want && html.UnescapeString(shown) != want {
			t.Errorf("%q as %q is shown as %q", text, got, shown)
		}
	})
}
