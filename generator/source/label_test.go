package source_test

import (
	"html"
	"strings"
	"testing"

	"trustpress/generator/source"
)

// TestReferences holds the grammar of references, sentence by sentence.
func TestReferences(t *testing.T) {
	for _, test := range []struct{ name, text, refs, findings string }{
		// An identifier is a link label that needs no definition.
		{"shortcut", "See [AC-02].", "AC-02 1:6-1:11", ""},
		{"collapsed", "See [AC-02][].", "AC-02 1:6-1:11", ""},
		{"full", "See [the quarterly review][AC-02].", `AC-02 "the quarterly review" 1:28-1:33`, ""},
		{"criterion", "See [CC6.1].", "CC6.1 1:6-1:11", ""},
		{"section", "See [offboarding][POL-AC#offboarding].", `POL-AC#offboarding "offboarding" 1:19-1:37`, ""},
		{"section alone", "See [POL-AC#offboarding].", "POL-AC#offboarding 1:6-1:24", ""},
		{"after åäö", "Åäö: se [AC-02].", "AC-02 1:13-1:18", ""},
		{"own line", "One\n\n- two [AC-02]\n", "AC-02 3:8-3:13", ""},
		{"emphasis", "**[AC-02]** and *[the **old** one][AC-03]*", `AC-02 1:4-1:9; AC-03 "the old one" 1:36-1:41`, ""},
		{"heading", "## The [AC-02] review", "AC-02 1:9-1:14", ""},
		{"quote", "> as [AC-02] says\n> and [AC-03]", "AC-02 1:7-1:12; AC-03 2:8-2:13", ""},
		{"text over two lines", "See [the quarterly\nreview][AC-02].", `AC-02 "the quarterly review" 2:9-2:14`, ""},

		// (a) it names a record, ignoring case.
		{"case", "[ac-02] [pol-ac] [per-ANNA]", "ac-02 1:2-1:7; pol-ac 1:10-1:16; per-ANNA 1:19-1:27", ""},
		{"word that is a record", "[Scope] [scope] [scopes]", "Scope 1:2-1:7; scope 1:10-1:15", ""},
		// (b) it looks like a criterion.
		{"criteria", "[cc6.1] [tsc:CC6.1] [CC9.99]", "cc6.1 1:2-1:7; tsc:CC6.1 1:10-1:19; CC9.99 1:22-1:28", ""},
		{"clause", "[iso27001:4.1] but [4.1]", "iso27001:4.1 1:2-1:14", ""},
		// (c) it begins like the records there are.
		{"prefix", "[AC-99] [POL-X] [NET-A-7]", "AC-99 1:2-1:7; POL-X 1:10-1:15; NET-A-7 1:18-1:25", ""},
		{"no such prefix", "[RFC-2119] [XAC-1] [NET-B]", "", ""},
		{"prefix in small letters", "[ac-99]", "", ""},
		{"prefix and a small letter", "[AC-unit] [PER-annual]", "", ""},
		{"prefix and nothing", "[AC-] [AC] [AC 99]", "", ""},
		// Digits alone are always text.
		{"digits", "[2026] [42] [1]", "", ""},

		// A label is cut at its first "#", and not percent-decoded.
		{"two anchors", "[POL-AC#a#b]", "POL-AC#a#b 1:2-1:12", ""},
		{"percent", "[POL-AC#v%C3%A5r] [POL%2DAC]", "POL-AC#v%C3%A5r 1:2-1:17", ""},
		{"anchor of text", "[RFC#2119] [#scope]", "", ""},
		{"anchor with words", "[POL-AC#Who may ask]", "POL-AC#Who may ask 1:2-1:20", ""},

		// Code, escaped brackets, boxes and footnotes are none.
		{"code span", "`[AC-02]` and ``[AC-03] ` ``", "", ""},
		{"fenced code", "```\n[AC-02]\n```\n\n~~~md\n[AC-03]\n~~~", "", ""},
		{"indented code", "Text\n\n    [AC-02]\n", "", ""},
		{"escaped", `\[AC-02] and \[AC-03\] and [AC-02\]`, "", ""},
		{"boxes", "- [ ] open [AC-02]\n- [x] done\n- [X] done\n\n[ ] [x] [X]", "AC-02 1:13-1:18", ""},
		{"footnote", "Text[^1] and [AC-02][^1].\n\n[^1]: As [AC-03] says.", "AC-02 1:15-1:20; AC-03 3:11-3:16", ""},
		{"autolink", "<https://example.com/[AC-02]>", "", ""},
		{"address", "https://example.com/?q=[AC-02", "", ""},

		// A definition never defines an identifier.
		{"definition", "[AC-02]: access.md\n\nSee [AC-02].", "AC-02 3:6-3:11", "broken-link 1:1-1:8"},
		{"definition of a section", "Text\n\n[POL-AC#a]: x.md \"t\"", "", "broken-link 3:1-3:11"},
		{"definition in a quote", "> [CC6.1]: https://example.com", "", "broken-link 1:3-1:10"},
		{"definition after another", "[a]: a.md\n[AC-02]: b.md\n\n[a]", `link a.md "a" 4:2-4:3`, "broken-link 2:1-2:8"},
		{"definition of a word", "[RFC-2119]: https://example.com\n\nSee [RFC-2119].", "", ""},
		{"a colon after a reference", "[AC-02]: it is reviewed.", "AC-02 1:2-1:7", ""},

		// Text that is itself another identifier.
		{"neighbours", "[CC6.1][CC6.2]", "CC6.1 1:2-1:7; CC6.2 1:9-1:14", ""},
		{"three", "[CC6.1][CC6.2][AC-02]", "CC6.1 1:2-1:7; CC6.2 1:9-1:14; AC-02 1:16-1:21", ""},
		{"the same twice", "[AC-02][AC-02] [cc6.1][CC6.1]", "AC-02 1:9-1:14; CC6.1 1:24-1:29", ""},
		{"before a label that is none", "[AC-02][RFC-2119] [AC-03][4.1]", "AC-02 1:2-1:7; AC-03 1:20-1:25", ""},

		// An image is never a reference.
		{"image", "![AC-02]", "", "wrong-kind 1:3-1:8"},
		{"image with text", "![the flow][CC6.1]", "", "wrong-kind 1:13-1:18"},
		{"image of a file", "![AC-02](flow.png)", `image flow.png "AC-02" 1:1-1:19`, ""},
		{"link in an image's text", "![as in [a](x.md) and [AC-03](y)](flow.png) [AC-02]", `image flow.png "as in a and AC-03" 1:1-1:44; AC-02 1:46-1:51`, ""},
		{"escapes in an image's text", `![a \* &amp;lt;b](a%23b.png)`, `image a#b.png "a * &lt;b" 1:1-1:29`, ""},
		{"reference in an image's text", "![as in [AC-02]](flow.png)", `image flow.png "as in [AC-02]" 1:1-1:27`, ""},

		// An identifier inside another link's text is that link's text.
		{"inside a link", "[see [AC-02] there](x.md)", `link x.md "see [AC-02] there" 1:1-1:26`, ""},
		{"inside a reference", "[see [CC6.1] there][AC-02]", `AC-02 "see [CC6.1] there" 1:21-1:26`, ""},
		{"deep inside a link", "[a [b [AC-02] c] d](x.md)", `link x.md "a [b [AC-02] c] d" 1:1-1:26`, ""},
		{"inside brackets", "[see [AC-02] there] and [[AC-03]]", "AC-02 1:7-1:12; AC-03 1:27-1:32", ""},
		{"inside what only looks like a link", "[see [AC-02]](as it says) [as [AC-03]][so]", "AC-02 1:7-1:12; AC-03 1:32-1:37", ""},
		{"a target on the label", "[AC-02](quarterly)", `link quarterly "AC-02" 1:1-1:19`, ""},
		{"a space before the parenthesis", "[AC-02] (quarterly)", "AC-02 1:2-1:7", ""},

		// Tables.
		{"table", "| a | b |\n|---|---|\n| [AC-02] | [x \\| y][CC6.1] |", `AC-02 3:4-3:9; CC6.1 "x | y" 3:22-3:27`, ""},
		{"table after åäö", "| å | ä |\n|---|---|\n| ö | [AC-02] |", "AC-02 3:9-3:14", ""},

		// Ordinary links.
		{"link", "[the policy](../policies/access.md#scope)", `link ../policies/access.md#scope "the policy" 1:1-1:42`, ""},
		{"escapes in a path", "[a](b%20c.md#%C3%A5r) [d](e\\_f.md)", `link b c.md#år "a" 1:1-1:22; link e_f.md "d" 1:23-1:35`, ""},
		{"decoded once", "[a](b%2520c.md)", `link b%20c.md "a" 1:1-1:16`, ""},
		{"same page", "[a](#scope)", `link #scope "a" 1:1-1:12`, ""},
		{"defined", "[the policy]\n\n[the policy]: x.md", `link x.md "the policy" 1:2-1:12`, ""},
		{"elsewhere", "[a](https://example.com) [b](mailto:a@example.com)", "", ""},
		{"no target", "[a]() and ![b]()", "", "empty-link 1:1-1:6; empty-link 1:11-1:17"},
		{"dangerous between angle brackets", "<javascript:alert> <data:text/html,x> <mailto:a@example.com>", "", "broken-link 1:1-1:19; broken-link 1:20-1:38"},
		{"a host without a scheme", "[a](//example.com/x) [b]( /\\/example.com)", "", "broken-link 1:1-1:21; broken-link 1:22-1:42"},
		{"dangerous", "[a](javascript:alert) [b](file:///etc/hosts)", "", "broken-link 1:1-1:22; broken-link 1:23-1:45"},
		{"image from elsewhere", "![a](https://example.com/a.png)", "", "vanished-html 1:1-1:32"},
		{"image deep in a link", "[*![the flow](flow.png)* a](flow.md)", `link flow.md "the flow a" 1:1-1:37`, ""},
		{"image in a link", "[![the flow](flow.png)](flow.md)", `link flow.md "the flow" 1:1-1:33`, ""},

		// What looks like an identifier and is none.
		{"doubtful", "[A\u0421-02] and [AC\u200b-02]", "", "suspicious-character 1:15-1:23; suspicious-character 1:2-1:8"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, prose, findings := document(t, test.text)
			equal(t, "references", found(prose), list(test.refs))
			equal(t, "findings", told(findings), list(test.findings))
			slots(t, prose)
		})
	}
}

// slots checks that the slots stand in order, one after the other, around what the reader sees.
func slots(t testing.TB, prose *source.Prose) {
	t.Helper()
	last := 0
	for _, r := range prose.Refs {
		if r.Start < last || r.End < r.Start || r.End > len(prose.HTML) {
			t.Errorf("the slot of %q is %d to %d, after one that ends at %d, of %d", r.Target, r.Start, r.End, last, len(prose.HTML))
			return
		}
		want := strings.ReplaceAll(r.Text, "\x00", "\ufffd")
		if r.Bare && strings.TrimSpace(html.UnescapeString(prose.HTML[r.Start:r.End])) != want {
			t.Errorf("the slot of %q holds %q", r.Text, prose.HTML[r.Start:r.End])
		}
		last = r.End
	}
}
