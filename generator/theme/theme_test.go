package theme_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/theme"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func load(t *testing.T, own fstest.MapFS) *theme.Theme {
	t.Helper()
	themes := fstest.MapFS{
		"plain/frame.html": file(`<title>{{.Title}}</title>{{nav .}}{{template "main" .}}` +
			`{{define "nav"}}<nav title="{{word "nav"}}">{{range .Nav}}<a href="{{.Href}}">{{.Text}}</a>{{end}}</nav>{{end}}`),
		"plain/words/en.toml":   file("nav = \"Parts & \\\"more\\\"\"\nonly = \"only English\"\ncount = \"%d things\"\n"),
		"plain/words/sv.toml":   file("nav = \"Delar\"\n"),
		"plain/assets/a.css":    file("a {}"),
		"plain/assets/b/c.css":  file("b {}"),
		"plain/trust/page.html": file(`{{define "main"}}theme's{{end}}`),

		"plain/trust/assets/a.css":    file("a { its: own }"),
		"plain/trust/assets/e.css":    file("e {}"),
		"plain/handbook/assets/h.css": file("h {}"),
		"plain/gaps/assets/h.css":     file("lost"),
		"plain/gaps/assets/r.css":     file("r {}"),
	}
	builtin := fstest.MapFS{
		"handbook/parts.html": file(`{{define "part"}}part{{end}}`),
		"handbook/page.html":  file(`{{define "main"}}{{template "part"}} {{word "only"}} {{word "count" 3}} {{.Data}}{{end}}`),
		"handbook/typo.html":  file(`{{define "main"}}{{word "nowhere"}}{{end}}`),
		"trust/page.html":     file(`{{define "main"}}built-in{{end}}`),
	}
	site := fstest.MapFS{
		"plain/words/de.toml": file("nav = \"Teile\"\n"),
		"plain/words/sv.toml": file("only = \"bara svenska\"\n"),
		"plain/assets/a.css":  file("a { color: red }"),
		"plain/assets/d.css":  file("d {}"),
		"plain/assets/d.css~": file("left"),
		"plain/assets/.left":  file("left"),
	}
	look, err := theme.Load(own, theme.Layers{site, themes}, builtin, "plain")
	if err != nil {
		t.Fatal(err)
	}
	return look
}

func render(t *testing.T, look *theme.Theme, p theme.Page) string {
	t.Helper()
	var b strings.Builder
	if err := look.Render(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPagesStandInTheFrame(t *testing.T) {
	look := load(t, nil)
	p := theme.Page{Output: "handbook", Template: "page", Lang: "en", Title: "A & B", Nav: []theme.Link{{Text: "One", Href: "../"}}, Data: "<data>"}
	want := `<title>A &amp; B</title><nav title="Parts &amp; &#34;more&#34;"><a href="../">One</a></nav>part only English 3 things &lt;data&gt;`
	if got := render(t, look, p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	p.Lang, p.Nav = "sv", nil
	if got := render(t, look, p); !strings.Contains(got, `<nav title="Delar"></nav>part bara svenska`) {
		t.Errorf("in Swedish, without links: %s", got)
	}
}

// A site's own template comes before the theme's, and the theme's before the built-in one.
func TestTemplatesAreLookedUpInOrder(t *testing.T) {
	p := theme.Page{Output: "trust", Template: "page", Lang: "en"}
	if got := render(t, load(t, nil), p); !strings.Contains(got, "theme&#39;s") && !strings.Contains(got, "theme's") {
		t.Errorf("the theme's own template is not used: %s", got)
	}
	own := fstest.MapFS{"trust/page.html": file(`{{define "main"}}site{{end}}`)}
	if got := render(t, load(t, own), p); !strings.HasSuffix(got, "site") {
		t.Errorf("the site's own template is not used: %s", got)
	}
}

// carried lists what an output carries.
func carried(look *theme.Theme, folders ...string) string {
	var out []string
	for _, a := range look.Assets(folders...) {
		out = append(out, a.Path+": "+string(a.Bytes))
	}
	return strings.Join(out, "; ")
}

// An output carries the assets of every output and those of its own folders, and no other's.
func TestAnOutputCarriesItsOwnAssets(t *testing.T) {
	look := load(t, nil)
	for _, c := range []struct {
		folders []string
		want    string
	}{
		{[]string{"trust"}, "assets/a.css: a { its: own }; assets/b/c.css: b {}; assets/d.css: d {}; assets/e.css: e {}"},
		{[]string{"gaps", "handbook"}, "assets/a.css: a { color: red }; assets/b/c.css: b {}; assets/d.css: d {}; assets/h.css: h {}; assets/r.css: r {}"},
	} {
		if got := carried(look, c.folders...); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.folders, got, c.want)
		}
	}
	bare, err := theme.Load(nil, theme.Layers{fstest.MapFS{"bare/frame.html": file("")}}, fstest.MapFS{}, "bare")
	if err != nil || len(bare.Assets("trust")) > 0 {
		t.Errorf("a theme without assets carries %q, %v", carried(bare, "trust"), err)
	}
}

// A site replaces files of a theme, and adds some; a language of its own is one file, in which what is missing is English.
func TestASiteChangesItsTheme(t *testing.T) {
	look := load(t, nil)
	if got, want := carried(look, "auditor"), "assets/a.css: a { color: red }; assets/b/c.css: b {}; assets/d.css: d {}"; got != want {
		t.Errorf("assets\n got %s\nwant %s", got, want)
	}
	p := theme.Page{Output: "handbook", Template: "page", Lang: "de"}
	if got := render(t, look, p); !look.Speaks("de") || !strings.Contains(got, "only English") {
		t.Errorf("in a language of the site: %s", got)
	}
}

// A word that would print its values wrong is an error, and names its file.
func TestWordsTakeTheSameValues(t *testing.T) {
	theirs := fstest.MapFS{"plain/frame.html": file(""), "plain/words/en.toml": file("count = \"%d things\"\n")}
	for _, lang := range []string{"de", "en"} {
		site := fstest.MapFS{"plain/words/" + lang + ".toml": file("count = \"Dinge\"\n")}
		_, err := theme.Load(nil, theme.Layers{site, theirs}, fstest.MapFS{}, "plain")
		if err == nil || !strings.Contains(err.Error(), "words/"+lang+`.toml: "count" takes []`) {
			t.Errorf("error: %v", err)
		}
	}
}

// What is known of the themes before one is loaded: their languages, and the colours that text lies on.
func TestLooks(t *testing.T) {
	site := fstest.MapFS{"plain/words/de.toml": file(""), "own/frame.html": file("")}
	theirs := fstest.MapFS{"plain/frame.html": file(""), "plain/words/en.toml": file(""),
		"plain/assets/a.css": file(`/* :root { --paper: #000 } */ @font-face { src: url("};:root{--paper:x}") }
			:root { --paper : #fff /* white */; --panel: #eee; color: red } p { --paper: #111 }
			@media (prefers-color-scheme:  dark) { :root { --paper: #222 } p { --panel: #333 } } @media print { :root { --panel: #444 } }`),
		"plain/assets/b.css": file(`:root { --panel: #ddd } }`)}
	want := map[string]theme.Look{"own": {},
		"plain": {Languages: []string{"de", "en"}, Light: theme.Ground{Paper: "#fff", Panel: "#ddd"}, Dark: theme.Ground{Paper: "#222", Panel: "#ddd"}}}
	if got := (theme.Layers{site, theirs}).Looks(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestWordsThatAreMissingAreErrors(t *testing.T) {
	err := load(t, nil).Render(&strings.Builder{}, theme.Page{Output: "handbook", Template: "typo", Lang: "en"})
	if err == nil || !strings.Contains(err.Error(), `no word "nowhere"`) {
		t.Errorf("error: %v", err)
	}
}

// A template of the site that is there and cannot be read is not passed over in silence.
func TestTemplatesThatCannotBeReadAreErrors(t *testing.T) {
	own := fstest.MapFS{"trust/page.html/x": file("")}
	err := load(t, own).Render(&strings.Builder{}, theme.Page{Output: "trust", Template: "page", Lang: "en"})
	if err == nil {
		t.Error("a folder in the place of a template was passed over")
	}
}

func TestEmbed(t *testing.T) {
	for _, c := range []struct {
		in, prefix string
		levels     int
		want       string
	}{
		{`<h2 id="a">A</h2><p id="b"><a href="#a">A</a> <a href="x#a">X</a></p>`, "p:", 1,
			`<h3 id="p:a">A</h3><p id="p:b"><a href="#p:a">A</a> <a href="x#a">X</a></p>`},
		{"<h5>A</h5><h6>B</h6><hr>", "p:", 2, "<h6>A</h6><h6>B</h6><hr>"},
		{`<h2 id="a">A</h2>`, "", 0, `<h2 id="a">A</h2>`},
	} {
		if got := theme.Embed(c.in, c.prefix, c.levels); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestDated(t *testing.T) {
	for text, want := range map[string]string{
		"since 2026-03-16":           "since <time>2026-03-16</time>",
		"2026-01-01 to 2026-09-18":   "<time>2026-01-01</time> to <time>2026-09-18</time>",
		"A & B, from 2026-01 <b>":    "A &amp; B, from 2026-01 &lt;b&gt;",
		"order 12026-03-16, R2-2026": "order 12026-03-16, R2-2026",
	} {
		if got := string(theme.Dated(text)); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestReadable(t *testing.T) {
	for in, want := range map[string]string{
		"<p>text</p>":                        "<p>text</p>",
		`<table><tr><td>1</td></tr></table>`: `<div class="wide" role="group" tabindex="0" aria-label="&#34;Table&#34;"><table><tr><td>1</td></tr></table></div>`,
		"<pre><code>x</code></pre>":          `<pre tabindex="0"><code>x</code></pre>`,
		`<li><input checked="" disabled="" type="checkbox"> a</li>`: "<li>☑ a</li>",
	} {
		if got := string(theme.Readable(in, `"Table"`)); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, got, want)
		}
	}
}

// A plain text is looked up as a page is, escapes nothing, and prints no word and no field that does not exist.
func TestTextsAreNotEscaped(t *testing.T) {
	look := load(t, fstest.MapFS{
		"trust/letter.txt": file(`{{word "only"}}, {{.Name}} & {{word "count" 2}}`),
		"trust/typo.txt":   file(`{{.Nmae}}`),
	})
	data := struct{ Name string }{"<A>"}
	var b strings.Builder
	if err := look.Text(&b, theme.Page{Output: "trust", Template: "letter", Lang: "sv", Data: data}); err != nil || b.String() != "bara svenska, <A> & 2 things" {
		t.Errorf("got %q, %v", b.String(), err)
	}
	for _, name := range []string{"typo", "nowhere"} {
		if err := look.Text(&b, theme.Page{Output: "trust", Template: name, Lang: "sv", Data: data}); err == nil {
			t.Errorf("%s is written", name)
		}
	}
}
