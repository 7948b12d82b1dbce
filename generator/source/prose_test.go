package source_test

import (
	"fmt"
	"strings"
	"testing"

	"trustpress/generator/source"
)

func TestHeadings(t *testing.T) {
	for _, test := range []struct{ name, text, slugs string }{
		{"words", "## Who may ask", "who-may-ask"},
		{"åäö", "## Åtkomst för ägare, ÖVRIGT", "åtkomst-för-ägare-övrigt"},
		{"punctuation", "## 1.2 Roles & duties (all): what's in_it?", "12-roles--duties-all-whats-in_it"},
		{"hyphens", "## A - B – C", "a---b--c"},
		{"duplicates", "## Scope\n\n## Scope\n\n### scope", "scope scope-1 scope-2"},
		{"a number taken", "## Scope 1\n\n## Scope\n\n## Scope\n\n## Scope", "scope-1 scope scope-2 scope-3"},
		{"code", "## The `--as-of` flag of `a_b\\_c &amp;`", "the---as-of-flag-of-a_b_c-amp"},
		{"emphasis", "## **Bold** and _it_ and ~~old~~", "bold-and-it-and-old"},
		{"link", "## [The policy](x.md) of [AC-02]", "the-policy-of-ac-02"},
		{"parameter", "## Within {{ params.days }} days at {{ org.name }}", "within-14-days-at-åsö--co"},
		{"escapes", "## A \\* B &amp; C &#65;", "a--b--c-a"},
		{"underlined", "Who may ask\n===\n\nAnd\nhow\n---", "who-may-ask and-how"},
		{"closed", "## Who ##", "who"},
		{"emoji", "## Keys 🔑 here", "keys--here"},
		{"nothing left", "## ???\n\n## !!!", " -1"},
		{"another script", "## Ключи доступа", "ключи-доступа"},
		{"in code", "```\n## Not\n```", ""},
		{"in a quote", "> ## Quoted", "quoted"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, prose, _ := document(t, test.text)
			var got []string
			for _, h := range prose.Headings {
				got = append(got, h.Slug)
				if h.Slug != "" && !strings.Contains(prose.HTML, fmt.Sprintf(` id="%s"`, h.Slug)) {
					t.Errorf("no heading has the anchor %q: %s", h.Slug, prose.HTML)
				}
			}
			if s := strings.Join(got, " "); s != test.slugs {
				t.Errorf("got %q, want %q", s, test.slugs)
			}
		})
	}
}

func TestHeadingLevels(t *testing.T) {
	_, prose, _ := document(t, "### Å\n\nText\n\n##### B\n\n> # C\n")
	var got []string
	for _, h := range prose.Headings {
		got = append(got, fmt.Sprintf("%d %s %s", h.Level, h.Text, place(h.Span)))
	}
	equal(t, "headings", got, list("2 Å 1:5-1:7; 4 B 5:7-5:8; 2 C 7:5-7:6"))
}

func TestTemplates(t *testing.T) {
	for _, test := range []struct{ name, text, html, params, findings string }{
		{"parameter", "At {{ org.name }}.", "<p>At Åsö &amp; Co.</p>", "org.name true 1:4-1:18", ""},
		{"no blanks", "{{params.days}} days", "<p>14 days</p>", "params.days false 1:1-1:16", ""},
		{"in a heading and a table", "## {{ params.days }}\n\n| a |\n|---|\n| {{ params.days }} |", "", "params.days false 1:4-1:21; params.days false 5:3-5:20", ""},
		{"after åäö", "å ä {{ params.days }}", "<p>å ä 14</p>", "params.days false 1:7-1:24", ""},
		{"in emphasis", "**{{ params.days }}**", "<p><strong>14</strong></p>", "params.days false 1:3-1:20", ""},
		{"in code", "`{{ params.x }}` and\n\n    {{ fill: y }}\n", "", "", ""},
		{"unknown", "{{ params.day }} {{ x }}", "", "", "unknown-parameter 1:1-1:17; unknown-parameter 1:18-1:25"},
		{"known tables only", "{{ params }} {{ org. }}", "", "", "unknown-parameter 1:1-1:13; unresolved-template 1:14-1:24"},

		{"in a link's text", "[{{ org.name }}][AC-02]", "<p>Åsö &amp; Co</p>", "org.name true 1:2-1:16", ""},
		{"in a target", "[us]({{ org.website }}) or [us]({{org.website}}/a \"t\")", `<p><a href="https://example.com">us</a> or <a href="https://example.com/a" title="t">us</a></p>`,
			"org.website true 1:1-1:24; org.website true 1:28-1:55", ""},
		{"in brackets of a target", "[us](<{{ org.website }}/a>)", `<p><a href="https://example.com/a">us</a></p>`, "org.website true 1:1-1:28", ""},
		{"unknown in a target", "[us]({{ org.web }})", "", "", "unknown-parameter 1:1-1:20"},
		{"prompt in a target", "[us]({{ fill: which page? }})", "", "", "unfilled-placeholder 1:1-1:30"},

		{"several in a target", "[us]({{ org.website }}/{{ params.days }})", `<p><a href="https://example.com/14">us</a></p>`,
			"org.website true 1:1-1:42; params.days false 1:1-1:42", ""},
		{"foreign in a target", "[us]({{ org.website }}/{{ x | y }})", "", "org.website true 1:1-1:36", "unresolved-template 1:1-1:36"},
		{"never closed in a target", "[us](https://example.com/{{x)", "", "", "unresolved-template 1:1-1:30"},
		{"after a bare address", "https://example.com/{{fill:who}} www.example.com/{{ params.days }}", "", "params.days false 1:50-1:67", "unfilled-placeholder 1:21-1:33"},
		{"a variable after a bare address", "https://example.com/?$top=1&a=${NAME}", `<p><a href="https://example.com/?$top=1&amp;a=">https://example.com/?$top=1&amp;a=</a>${NAME}</p>`,
			"", "unresolved-template 1:31-1:38"},
		{"in angle brackets", "a <https://example.com/{{fill:who}}> <https://example.com/{{params.days}}>", "", "",
			"unfilled-placeholder 1:3-1:37; unresolved-template 1:38-1:75"},

		{"prompt", "Asked by {{ fill: who? }} alone", "", "", "unfilled-placeholder 1:10-1:26"},
		{"prompt without blanks", "{{fill:who}}", "", "", "unfilled-placeholder 1:1-1:13"},
		{"prompt over lines", "> By {{ fill: who\n> approves? }} and [AC-02]", "", "", "unfilled-placeholder 1:6-2:15"},
		{"prompt that never closes", "By {{ fill: who } and", "", "", "unfilled-placeholder 1:4-1:6"},
		{"parameter that never closes", "By {{ org.name } and", "", "", "unresolved-template 1:4-1:6"},
		{"blank in brackets", "At [Company Name], by [insert role] and [ange namn]", "", "", "unfilled-placeholder 1:23-1:36; unfilled-placeholder 1:4-1:18; unfilled-placeholder 1:41-1:52"},
		{"no blank", "At [a company] and \\[Company Name\\] and `[Company Name]`", "", "", ""},
		{"blank with a target", "[Company Name](https://example.com) [Company name][1]\n\n[1]: https://example.com", "", "", ""},

		{"of other tools", "{{.Name}} {{ name | upper }} {% if x %} <% x %> ${NAME} {{> part}}", "",
			"", "unresolved-template 1:1-1:10; unresolved-template 1:11-1:29; unresolved-template 1:30-1:40; unresolved-template 1:41-1:48; unresolved-template 1:49-1:56; unresolved-template 1:57-1:67"},
		{"prints as it stands", "a {{ x | y }} b", "<p>a {{ x | y }} b</p>", "", "unresolved-template 1:3-1:14"},
		{"money and braces", "It costs $5 {or} ${ 5 } $(x) { a } <5%", "<p>It costs $5 {or} ${ 5 } $(x) { a } &lt;5%</p>", "", ""},
		{"escaped", "\\{{ org.name }}", "<p>{{ org.name }}</p>", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, prose, findings := document(t, test.text)
			params := []string{}
			for _, p := range prose.Params {
				params = append(params, fmt.Sprintf("%s %v %s", p.Name, p.Public, place(p.Span)))
			}
			equal(t, "parameters", params, list(test.params))
			equal(t, "findings", told(findings), list(test.findings))
			if test.html != "" && strings.TrimSpace(prose.HTML) != test.html {
				t.Errorf("HTML\n got %s\nwant %s", prose.HTML, test.html)
			}
		})
	}
}

func TestHTML(t *testing.T) {
	for _, test := range []struct{ name, text, html, findings string }{
		{"tag", "After <number> attempts", "<p>After  attempts</p>", "vanished-html 1:7-1:15"},
		{"after åäö", "Åäö <namn>", "<p>Åäö </p>", "vanished-html 1:8-1:14"},
		{"pair", "A <b>bold</b> word", "<p>A bold word</p>", "vanished-html 1:3-1:6"},
		{"tag over lines", "A <a\nhref=\"x\"> word", "", "vanished-html 1:3-2:10"},
		{"comparison", "a < b and c > d, <5 and <=", "<p>a &lt; b and c &gt; d, &lt;5 and &lt;=</p>", ""},
		{"code", "`<number>`", "<p><code>&lt;number&gt;</code></p>", ""},
		{"escaped", "\\<number>", "<p>&lt;number&gt;</p>", ""},
		{"autolink", "<https://example.com> <a@example.com>", "", ""},
		{"comment", "A <!-- b --> c\n\n<!-- [AC-02]\n\n{{ fill: x }} -->\n\nd", "", ""},
		{"comment that never ends", "A\n\n<!-- b\n\nc\n", "", "vanished-html 3:1-3:7"},
		{"line break", "| a |\n|---|\n| b<br>c<BR />d |", "", ""},
		{"block", "<div class=\"x\">\n[AC-02] and text\n</div>\n\nText", "<p>Text</p>", "vanished-html 1:1-1:16"},
		{"block around text", "<details>\n<summary>More</summary>\n\nText\n\n</details>", "<p>Text</p>", "vanished-html 1:1-1:10"},
		{"script", "<script>\nalert(1)\n\n</script>\n\nText", "<p>Text</p>", "vanished-html 1:1-1:9"},
		{"image", "<img src=x onerror=y>", "", "vanished-html 1:1-1:22"},
		{"in a list", "- a\n\n  <div>b</div>\n", "", "vanished-html 3:3-3:15"},
		{"footnote that nothing refers to", "Text[^1]\n\n[^1]: One.\n[^ö]: Two [AC-02].\n", "", "vanished-html 4:1-4:6"},
		{"footnote", "Text[^1]\n\n[^1]: One.", "", ""},
		{"beyond the last column", "| a | b |\n|---|---|\n| c | d | | e | f |\n| g |\n| h | i | |\n| j | k \\| l |\n", "", "vanished-html 3:13-3:18"},
		{"beyond the last column of a table in a list", "- a\n\n  | a |\n  |---|\n  | c | nobody\r\n", "", "vanished-html 5:9-5:15"},
		{"words that open code", "```sh now\na\n```\n\n``` never do\n```\n\n~~~ never\n~~~\n", "", "vanished-html 1:7-1:10; vanished-html 5:5-5:13; vanished-html 8:5-8:10"},
		{"languages of code", "```sh\na\n```\n\n``` sh\n```\n\n~~~nobody-knows\n~~~\n\n```\n```\n", "", ""},
		{"definition that nothing leads to", "A\n\n[note]: nobody 'but me'\n\n[Two]: b.md\n[//]: # (words)\n\n[a][two]\n", "", "vanished-html 3:1-3:24"},
		{"definitions", "[a][], [b], ![c][d]\n\n[A]: a.md\n[b]: b.md\n[d]: d.png\n", "", ""},
		{"dangerous text", "[a](x.md \"<script>\") ![\"><script>](y.png) \"><'&", "<p>a &quot;&gt; &quot;&gt;&lt;'&amp;</p>", "vanished-html 1:26-1:34"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, prose, findings := document(t, test.text)
			equal(t, "findings", told(findings), list(test.findings))
			if test.html != "" && strings.TrimSpace(prose.HTML) != test.html {
				t.Errorf("HTML\n got %s\nwant %s", prose.HTML, test.html)
			}
			if strings.Contains(prose.HTML, "<script") || strings.Contains(prose.HTML, "<!--") || strings.Contains(prose.HTML, "<div class=\"x") {
				t.Errorf("raw HTML passes: %s", prose.HTML)
			}
		})
	}
}

func TestSuspicious(t *testing.T) {
	for name, bad := range map[string]bool{
		"AC-02": false, "Åtkomst": false, "Ключи": false, "Access и роли": false, "Αα": false, "µ": false, "naïve": false,
		"A\u0421-02": true, "Sc\u043epe": true, "Sco\u200bpe": true, "a\u00adb": true, "a\u202eb": true, "\ufeffa": true, "a\u2066b\u2069": true,
	} {
		if got := source.Suspicious(name); got != "" != bad {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestSuspiciousText(t *testing.T) {
	for _, test := range []struct{ name, text, findings string }{
		{"direction", "Åa \u202eb\u202c c", "suspicious-character 1:5-1:8; suspicious-character 1:9-1:12"},
		{"a command", "Text \x1b[31m red", "suspicious-character 1:6-1:7"},
		{"a command in a heading", "## A \x1bb", "suspicious-character 1:6-1:7"},
		{"heading", "Text\n\n## Å Sco\u200bpe", "suspicious-character 3:4-3:15"},
		{"direction in a heading", "## A \u202eb", "suspicious-character 1:6-1:9"},
		{"no width in prose", "a\u200bb", ""},
		{"punctuation", "a – b — “c” … €", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, findings := document(t, test.text)
			equal(t, "findings", told(findings), list(test.findings))
		})
	}
}
