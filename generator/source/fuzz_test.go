package source_test

import (
	"bytes"
	"strings"
	"testing"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// FuzzRead reads any bytes as a document and as a register. Nothing panics, and every position lies in the file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff", "---\nid: A\ntitle: |\n  b\n  c\nd: >\n  e\n---\n# å [AC-02]\n", "+++\nid = \"\"\"\na\"\"\"\n+++\n", "{\n\"id\": \"\\u00e5\"\n}\n\n[x",
		"---\r\na: 'b''c'\r\nd: \"e\\nf\"\r\n---\r\n> [CC6.1][CC6.2] ![AC-02][]\r\n", "[[control]]\nid = \"A\"\nx.y = [1, {z = 'å'}]\n[control.t]\n",
		"| a | b |\n|---|:-:|\n| [a \\| b][AC-02] | {{ org.name }} |\n", "- [ ] [AC-02][^1]\n  <b>\n\n[^1]: x\n[^2]: y\n", "[AC-02]: x\n\n{{ fill: a\nb }} {{ [x]({{ org.website }})",
		"[![a](b.png)](c) ![a [AC-03](d)](e) [f [AC-02] g][h]\n\n[h]: <i> 'j'\n", "<!-- a\n\n<script>\n</script>\n\n<x y=\"z\">\n", "```go\nx\n", "\xff\xfe", "---\n&a [*a]: b\n---\n",
		"1. a\n\n   > b\n   > [AC-02\n   > ]\n\n\tc\n", "a\n===\n\n## \u202e `b` &amp; *c*\n", "[\n\n]0", "---\na: |\n  b\n\n  c\n---", "~~[AC-02]~~ https://example.com/[AC-03] \\[AC-02]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		tree, findings := read(t, map[string]string{"content/a.md": string(text), "content/controls.toml": string(text)})
		in := map[string]*diag.File{"content/a.md": diag.NewFile("content/a.md", text), "content/controls.toml": diag.NewFile("content/controls.toml", text)}
		for _, r := range tree.Registers {
			nodes(t, in, r.Root)
		}
		for _, d := range tree.Documents {
			nodes(t, in, d.Fields)
			if d.Broken { // its prose is not read
				continue
			}
			prose, more := parser(t).Body(d)
			findings = append(findings, more...)

			slots(t, prose)
			for _, r := range prose.Refs {
				stands(t, in, r.Span)
			}
			for _, h := range prose.Headings {
				stands(t, in, h.Span)
			}
			for _, p := range prose.Params {
				stands(t, in, p.Span)
			}
			if low := strings.ToLower(prose.HTML); strings.Contains(low, "<script") || strings.Contains(low, "javascript:") && strings.Contains(low, "href=\"javascript:") {
				t.Errorf("raw HTML passes: %s", prose.HTML)
			}
		}
		for _, f := range findings {
			stands(t, in, f.Span)
			for _, r := range f.Related {
				stands(t, in, r.Span)
			}
		}
		tree.IDs()
	})
}

// stands checks that a place lies in its file and begins before it ends, and returns the bytes there.
func stands(t *testing.T, in map[string]*diag.File, at diag.Span) []byte {
	t.Helper()
	file := in[at.File]
	if file == nil {
		t.Fatalf("%+v is in no file", at)
	}
	start, ok := offset(file.Text, at.Line, at.Column)
	end, ends := offset(file.Text, at.EndLine, at.EndColumn)
	if !ok || !ends || end < start {
		t.Fatalf("%+v does not lie in the file", at)
	}
	return file.Text[start:end]
}

// offset finds the byte of a line and column by counting, as an editor would.
func offset(text []byte, line, column int) (int, bool) {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			return 0, false
		}
		at += n + 1
	}
	end := bytes.IndexByte(text[at:], '\n')
	if end < 0 {
		end = len(text) - at
	}
	return at + column - 1, column >= 1 && column <= end+1
}

// nodes checks every place of a tree; and of every text whose bytes the tree claims to know, that they are there.
func nodes(t *testing.T, in map[string]*diag.File, n *node.Node) {
	t.Helper()
	stands(t, in, n.Span)
	for i := 0; n.Inner.Line != 0 && i < len(n.Text) && i < 500; i++ {
		if at := stands(t, in, n.Place(i, i+1)); n.Text[i] != '\n' && string(at) != n.Text[i:i+1] {
			t.Fatalf("byte %d of %q is said to stand at %+v, where %q is", i, n.Text, n.Place(i, i+1), at)
		}
	}
	for _, item := range n.Items {
		nodes(t, in, item)
	}
	for _, p := range n.Pairs {
		stands(t, in, p.Span)
		nodes(t, in, p.Value)
	}
}

// FuzzField reads any text as prose in a value.
func FuzzField(f *testing.F) {
	f.Add("See [AC-02], {{ params.days }} and <b>.\n\n# [a](b) ![c](d)")
	f.Add("> \xff {{\np \xff }} a")
	f.Fuzz(func(t *testing.T, text string) {
		file := diag.NewFile("a", []byte(text))
		in := map[string]*diag.File{"a": file}
		prose, findings := parser(t).Field(text, file.Span)
		slots(t, prose)
		for _, r := range prose.Refs {
			stands(t, in, r.Span)
		}
		for _, f := range findings {
			stands(t, in, f.Span)
		}
	})
}

// FuzzLabels asks about any label, and about the slug of any heading.
func FuzzLabels(f *testing.F) {
	f.Add("AC-02#a")
	f.Add("Å ö-1")
	f.Fuzz(func(t *testing.T, label string) {
		l := source.NewLabels(append(ids, label), looks.MatchString)
		l.Reference(label)
		source.Suspicious(label)
		if slug := source.Slug(label); strings.ContainsAny(slug, " \t\n#\"<>") {
			t.Errorf("the slug of %q is %q", label, slug)
		}
	})
}
