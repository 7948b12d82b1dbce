package source_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/config"
	"trustpress/generator/node"
	"trustpress/generator/source"
)

// keys prints a tree as "key=text place", lists as [a b].
func keys(n *node.Node) string {
	var out []string
	for _, p := range n.Pairs {
		out = append(out, p.Key+"="+value(p.Value))
	}
	return strings.Join(out, " ")
}

func value(n *node.Node) string {
	switch n.Kind {
	case node.List:
		var out []string
		for _, item := range n.Items {
			out = append(out, value(item))
		}
		return "[" + strings.Join(out, " ") + "]"
	case node.Map:
		return "{" + keys(n) + "}"
	}
	return n.Text + "@" + place(n.Span)
}

func TestFrontMatter(t *testing.T) {
	for _, test := range []struct{ name, text, fields, refs, findings string }{
		{"yaml", "---\nid: A\ntitle: B\n---\nSee [AC-02].\n", "id=A@2:5-2:6 title=B@3:8-3:9", "AC-02 5:6-5:11", ""},
		{"yaml named", "---yaml\nid: A\n---\n", "id=A@2:5-2:6", "", ""},
		{"toml", "+++\nid = \"A\"\nn = 12\n+++\n[AC-02]\n", "id=A@2:6-2:9 n=12@3:5-3:7", "AC-02 5:2-5:7", ""},
		{"toml named", "---toml\nid = 'A'\n---\n", "id=A@2:6-2:9", "", ""},
		{"json", "{\n  \"id\": \"A\",\n  \"list\": [1, 2]\n}\n\n[AC-02]\n", "id=A@2:9-2:12 list=[1@3:12-3:13 2@3:15-3:16]", "AC-02 6:2-6:7", ""},
		{"json between fences", ";;;\n{\"id\": \"A\"}\n;;;\n[AC-02]\n", "id=A@2:8-2:11", "AC-02 4:2-4:7", ""},
		{"json with tabs", "{\n\t\"id\": \"A\"\n}\n\n", "id=A@2:8-2:11", "", ""},
		{"lists and tables", "---\na: [b, c]\nd:\n  - e\nf: {g: h}\n---\n", "a=[b@2:5-2:6 c@2:8-2:9] d=[e@4:5-4:6] f={g=h@5:8-5:9}", "", ""},
		{"no single meaning", "---\na: no\nb: 3.10\nc: 2026-09-30\nd: 012\ne: ~\n---\n", "a=no@2:4-2:6 b=3.10@3:4-3:8 c=2026-09-30@4:4-4:14 d=012@5:4-5:7 e=@6:4-6:5", "", ""},
		{"after åäö", "---\nåäö: é\nid: \"Åsa ö\"\n---\nå [AC-02]", "åäö=é@2:9-2:11 id=Åsa ö@3:5-3:14", "AC-02 5:5-5:10", ""},
		{"comment", "---\n# of ours\nid: A # the id\n---\n", "id=A@3:5-3:6", "", ""},

		{"mark of byte order", "\ufeff---\nid: A\n---\n[AC-02]", "id=A@2:5-2:6", "AC-02 4:2-4:7", ""},
		{"mark and no front matter", "\ufeff[AC-02]", "", "AC-02 1:5-1:10", ""},
		{"windows", "---\r\nid: A\r\nlist: [B, C]\r\n---\r\nSee [AC-02].\r\n\r\n[AC-03]\r\n", "id=A@2:5-2:6 list=[B@3:8-3:9 C@3:11-3:12]", "AC-02 5:6-5:11; AC-03 7:2-7:7", ""},
		{"windows toml", "+++\r\nid = \"A\"\r\nn = 1\r\n+++\r\n[AC-02]\r\n", "id=A@2:6-2:9 n=1@3:5-3:6", "AC-02 5:2-5:7", ""},
		{"windows json", "{\r\n\"id\": \"A\"\r\n}\r\n\r\n[AC-02]\r\n", "id=A@2:7-2:10", "AC-02 5:2-5:7", ""},
		{"no newline at the end", "---\nid: A\n---", "id=A@2:5-2:6", "", ""},
		{"blank lines before", "\n\n---\nid: A\n---\n[AC-02]", "id=A@4:5-4:6", "AC-02 6:2-6:7", ""},
		{"blanks after the fences", "--- \nid: A\n---  \n[AC-02]", "id=A@2:5-2:6", "AC-02 4:2-4:7", ""},
		{"a line in the prose", "---\nid: A\n---\nA\n\n---\n\n[AC-02]", "id=A@2:5-2:6", "AC-02 8:2-8:7", ""},
		{"empty front matter", "---\n---\n[AC-02]", "", "AC-02 3:2-3:7", ""},
		{"only a comment", "---\n# nothing\n---\n[AC-02]", "", "AC-02 4:2-4:7", ""},

		{"none", "# Title\n\n[AC-02]\n", "", "AC-02 3:2-3:7", ""},
		{"empty file", "", "", "", ""},
		{"blank file", "\n  \n\n", "", "", ""},
		{"begins with a parameter", "{{ org.name }} is [AC-02]\n", "", "AC-02 1:20-1:25", ""},

		{"not closed", "---\nid: A\ntitle: B\n\nText\n", "", "", "invalid-front-matter 1:1-1:4"},
		{"toml not closed", "+++\nid = \"A\"\n", "", "", "invalid-front-matter 1:1-1:4"},
		{"json not closed", "{\n\"id\": \"A\"\n\nText\n", "", "", "invalid-front-matter 1:1-1:2"},
		{"json without an empty line", "{\n\"id\": \"A\"\n}\nText\n", "", "", "invalid-front-matter 1:1-1:2"},
		{"does not parse", "---\nid: A\ntitle: Access: who\n---\n[AC-02]\n", "", "AC-02 5:2-5:7", "invalid-front-matter 3:1-3:19"},
		{"tab", "---\nid: A\nlist:\n\t- b\n---\n", "", "", "invalid-front-matter 4:1-4:5"},
		{"no table", "---\njust words\n---\n", "", "", "invalid-front-matter 2:1-2:11"},
		{"a list", "---\n- a\n- b\n---\n", "", "", "invalid-front-matter 2:1-2:2"},
		{"toml does not parse", "+++\nid = \"A\"\ntitle = B\n+++\n", "id=A@2:6-2:9", "", "invalid-front-matter 3:9-3:10"},
		{"json does not parse", "{\n\"id\": \"A\"\n\"title\": \"B\"\n}\n\n", "", "", "invalid-front-matter 3:1-3:13"},

		{"key twice", "---\nid: A\nid: B\n---\n", "id=A@2:5-2:6", "", "invalid-front-matter 3:1-3:3"},
		{"key twice in a table", "---\na:\n  b: 1\n  b: 2\n---\n", "a={b=1@3:6-3:7}", "", "invalid-front-matter 4:3-4:4"},
		{"toml key twice", "+++\nid = \"A\"\nid = \"B\"\n+++\n", "id=A@2:6-2:9", "", "invalid-front-matter 3:1-3:3"},
		{"json key twice", "{\n\"id\": \"A\",\n\"id\": \"B\"\n}\n\n", "id=A@2:7-2:10", "", "invalid-front-matter 3:1-3:5"},
		{"alias", "---\na: &x [1]\nb: *x\n---\n", "a=[1@2:8-2:9] b=@3:4-3:6", "", "invalid-front-matter 3:4-3:6"},

		{"not UTF-8", "---\nid: A\n---\nG\xe5 [AC-02]\n", "", "", "invalid-encoding 4:2-4:3"},
		{"not UTF-8 in front matter", "---\nid: \xc5\n---\n", "", "", "invalid-encoding 2:5-2:6"},
		{"UTF-16", "\xff\xfe-\x00-\x00-\x00", "", "", "invalid-encoding 1:1-1:2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, prose, findings := document(t, test.text)
			if got := keys(doc.Fields); got != test.fields {
				t.Errorf("fields\n got %s\nwant %s", got, test.fields)
			}
			if !doc.Broken {
				equal(t, "references", found(prose), list(test.refs))
			}
			equal(t, "findings", told(findings), list(test.findings))
			if doc.Broken != (test.findings != "") {
				t.Errorf("Broken is %v", doc.Broken)
			}
		})
	}
}

func TestRegister(t *testing.T) {
	for _, test := range []struct{ name, text, fields, findings string }{
		{"rows", "[[control]]\nid = \"A\"\n[[control]]\nid = \"B\"\n", "control=[{id=A@2:6-2:9} {id=B@4:6-4:9}]", ""},
		{"after åäö", "[[control]]\ntitle = \"Åäö\" # å\nå.x = 1\n", "", "invalid-front-matter 3:1-3:2"},
		{"åäö between quotes", "[[control]]\n\"å\".x = 1\n", "control=[{å={x=1@2:10-2:11}}]", ""},
		{"mark of byte order", "\ufeff[[control]]\nid = \"A\"\n", "control=[{id=A@2:6-2:9}]", ""},
		{"windows", "[[control]]\r\nid = \"A\"\r\ntext = \"\"\"\r\na\r\nb\"\"\"\r\nn = 1\r\n", "", ""},
		{"no newline at the end", "[[control]]\nid = \"A\"", "control=[{id=A@2:6-2:9}]", ""},
		{"empty", "", "", ""},
		{"comment alone", "# nothing yet\n", "", ""},
		{"dates", "a = 2026-03-31\nb = 2026-03-31T15:04:00+02:00\n", "a=2026-03-31@1:5-1:15 b=2026-03-31T15:04:00+02:00@2:5-2:30", ""},
		{"key twice", "[[control]]\nid = \"A\"\nid = \"B\"\n", "control=[{id=A@2:6-2:9}]", "invalid-front-matter 3:1-3:3"},
		{"table twice", "[a]\nb = 1\n[a]\nc = 2\n", "a={b=1@2:5-2:6}", "invalid-front-matter 3:2-3:3"},
		{"table and rows", "[a]\nb = 1\n[[a]]\nc = 2\n", "a={b=1@2:5-2:6}", "invalid-front-matter 3:3-3:4"},
		{"key twice in a row's table", "[[a]]\nb = { c = 1, c = 2 }\n", "a=[{b={c=1@2:11-2:12}}]", "invalid-front-matter 2:14-2:15"},
		{"text not closed", "[[control]]\nid = \"A\ntitle = \"B\"\n", "control=[{}]", "invalid-front-matter 2:8-3:1"},
		{"rows not closed", "[[control]\nid = \"A\"\n", "", "invalid-front-matter 1:10-1:11"},
		{"no value", "[[control]]\nid =\n", "control=[{}]", "invalid-front-matter 2:5-3:1"},
		{"not TOML", "id: A\n", "", "invalid-front-matter 1:3-1:4"},
		{"not UTF-8", "[[control]]\ntitle = \"\xc5\"\n", "", "invalid-encoding 2:10-2:11"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree, findings := read(t, map[string]string{"content/controls.toml": test.text})
			r := tree.Registers[0]
			if got := keys(r.Root); got != test.fields && test.fields != "" {
				t.Errorf("fields\n got %s\nwant %s", got, test.fields)
			}
			equal(t, "findings", told(findings), list(test.findings))
			if r.Broken != (test.findings != "") {
				t.Errorf("Broken is %v", r.Broken)
			}
		})
	}
}

// TestLongLine reads lines longer than any buffer that a reader might have.
func TestLongLine(t *testing.T) {
	long := strings.Repeat("en rad som är väldigt lång ", 38_000/28)
	for _, text := range []string{
		"---\nid: A\ntitle: " + long + "\n---\n" + long + "[AC-02]\n",
		"---\nid: A\n---\n" + strings.Repeat(long, 4) + "[AC-02]",
	} {
		_, prose, findings := document(t, text)
		if len(findings) > 0 || len(prose.Refs) != 1 {
			t.Fatalf("%d references, findings %v", len(prose.Refs), findings)
		}
		line := strings.Count(text[:strings.Index(text, "[AC-02]")], "\n") + 1
		column := strings.Index(text, "[AC-02]") - strings.LastIndex(text[:strings.Index(text, "[AC-02]")], "\n") + 1
		if at := prose.Refs[0].Span; at.Line != line || at.Column != column {
			t.Errorf("got %d:%d, want %d:%d", at.Line, at.Column, line, column)
		}
	}
}

func TestList(t *testing.T) {
	tree, findings := read(t, map[string]string{
		"content/b.md": "", "content/a.md": "", "content/a.sv.md": "", "content/x.toml": "", "content/flow.png": "",
		"content/.hidden/a.md": "", "content/.b.md": "", "content/evidence/files/c.md": "", "content/evidence/d.md": "",
		"content/vendor/e.md": "", "elsewhere/f.md": "",
	})
	var got []string
	for _, d := range tree.Documents {
		got = append(got, d.Name)
	}
	equal(t, "documents", got, list("content/a.md; content/a.sv.md; content/b.md; content/evidence/d.md; content/vendor/e.md"))
	equal(t, "other files", tree.Assets, list("content/flow.png"))
	equal(t, "findings", told(findings), nil)
	if len(tree.Registers) != 1 {
		t.Errorf("got %d registers, want 1", len(tree.Registers))
	}
}

// TestNamesOfWhatIsRead has a name of every sort that is read, and of those that are not.
func TestNamesOfWhatIsRead(t *testing.T) {
	fsys := fstest.MapFS{"content/link.md": {Data: []byte("b.md"), Mode: fs.ModeSymlink}}
	for _, name := range []string{"site.toml", "themes/a.toml", "content/b.md", "content/a/b.toml", "content/logo.SVG", "content/README.md",
		"content/photo.png", "content/notes.MD", "content/.hidden.md", "content/.git/a.md", "content/drafts/a.md", "content/evidence/files/a.md", "content/evidence/a.md"} {
		fsys[name] = &fstest.MapFile{Data: []byte("a\n")}
	}
	s, _ := config.Parse("site.toml", []byte(siteFile+"[content]\nignore = [\"drafts/**\"]\n"))
	names, err := source.List(fsys, s)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "names", names, list("content/README.md; content/a/b.toml; content/b.md; content/evidence/a.md; content/logo.SVG"))
}

func TestDrawings(t *testing.T) {
	for _, test := range []struct{ name, file, text, findings string }{
		{"shapes", "a.svg", `<svg><style>a{fill:url(#b)}</style><text>C:\x</text></svg>`, ""},
		{"in capitals", "a.SVG", `<svg onload="x"/>`, "unsafe-svg 1:1-1:18"},
		{"a set of images", "a.svg", `<svg style="background:image-set('//x/y' 1x)"/>`, "unsafe-svg 1:1-1:48"},
		{"hidden in a style", "a.svg", `<svg><style>a{b:u\72l(//x)}</style></svg>`, "unsafe-svg 1:13-1:28"},
		{"hidden in an attribute", "a.svg", `<svg fill="u\72l(//x)"/>`, "unsafe-svg 1:1-1:25"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, findings := read(t, map[string]string{"content/" + test.file: test.text})
			equal(t, "findings", told(findings), list(test.findings))
		})
	}
}

// TestIDs sees the ids of every form, and those that stand under a key of another tool.
func TestIDs(t *testing.T) {
	s, _ := config.Parse("site.toml", []byte(siteFile+"[content]\nfront_matter = { identifier = \"id\" }\n"))
	fsys := fstest.MapFS{"content/a.md": {Data: []byte("---\nidentifier: A\n---\n")}, "content/b.md": {Data: []byte("---\nid: B\n---\n")},
		"content/c.toml": {Data: []byte("[c]\nid = \"C\"\n")}, "content/d.toml": {Data: []byte("[[d]]\nid = \"D\"\n[[d]]\nidentifier = \"E\"\n")}}
	tree, _, err := source.Read(fsys, s, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "ids", tree.IDs(), list("A; B; C; D; E"))
}

func TestNoContent(t *testing.T) {
	s := site(t)
	_, findings, err := source.Read(fstest.MapFS{}, s, func(int, int) {})
	if err != nil || len(findings) != 1 || !s.Broken {
		t.Errorf("got %v %v, broken %v, want one finding about a broken site", findings, err, s.Broken)
	}
}
