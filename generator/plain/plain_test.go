package plain_test

import (
	"testing"

	"trustpress/generator/plain"
)

func TestText(t *testing.T) {
	for html, want := range map[string]string{
		"":                      "",
		"as it is":              "as it is",
		"<p>a &lt;b&gt;\nc</p>": "a <b> c",
		`<p>One <a href="x">two</a>.</p><p>Three.</p>`:                 "One two.\n\nThree.",
		"<h2>A</h2>\n<p>One.</p>\n<p>Two.</p>\n":                       "A\n\nOne.\n\nTwo.",
		"<ul><li>one</li><li><p>two</p></li></ul>":                     "• one\n\n• two",
		"<table><tr><th>a</th><th>b</th></tr></table>":                 "| a | b",
		"<pre><code>x\n  y</code></pre>":                               "x\n  y",
		"<h2 id=\"a\">Scope</h2><p>All <em>of</em> it<br>and more</p>": "Scope\n\nAll of it\nand more",
	} {
		if got := plain.Text(html); got != want {
			t.Errorf("%q: got %q, want %q", html, got, want)
		}
	}
}
