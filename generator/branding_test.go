package generator_test

import (
	"bytes"
	"image"
	"image/png"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
)

// branded is a small site that shows itself in a way of its own. files are pairs of a name and a text.
func branded(t *testing.T, settings string, files ...string) *audience.Edition {
	t.Helper()
	site := fstest.MapFS{
		"site.toml":             {Data: []byte("as_of = 2026-09-30\n[organization]\nname = \"Nordan Ledger AB\"\n[site]\n" + settings)},
		"content/policies/a.md": {Data: []byte("---\nid: POL-A\ntitle: Access\npublic: Access follows the role.\n---\nAccess follows the role.\n")},
	}
	for i := 0; i < len(files); i += 2 {
		site[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return edition
}

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><title>by Anna</title><circle id="layer-of-anna" r="2"/></svg>`

// A brand stands on every page of the handbook and of trust, and not in the bundle. Nothing is told by it but what it shows.
func TestTheBrandIsShown(t *testing.T) {
	edition := branded(t, "logo = \"logo.svg\"\ncolors = { accent = \"#1d5745\" }\n[audit]\ntype = 1\nas_of = 2026-09-30\n", "content/logo.svg", mark)
	for output, want := range map[string]bool{"handbook": true, "trust": true, "auditor": false} {
		outputs, err := generator.Write(fstest.MapFS{}, edition, []string{output}, nil, ledger(t))
		if err != nil {
			t.Fatal(err)
		}
		shown := map[string]string{}
		for _, f := range outputs[output].Files() {
			var text bytes.Buffer
			if err := f.Write(&text); err != nil {
				t.Fatal(err)
			}
			shown[f.Path] = text.String()
			marked := strings.Contains(text.String(), `assets/logo.svg" alt="" width="72" height="36">Nordan Ledger AB`) &&
				strings.Contains(text.String(), `assets/brand.css">`)
			if page := strings.HasSuffix(f.Path, ".html"); page && marked != want {
				t.Errorf("%s/%s: the brand is shown: %v", output, f.Path, marked)
			}
		}
		if got := shown["assets/logo.svg"]; want && got != `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><circle r="2"/></svg>` {
			t.Errorf("%s: the logo is %s", output, got)
		}
		if got := shown["assets/brand.css"]; want && got != "@media screen and (prefers-color-scheme: light) { :root { --link: #1d5745; } }\n" {
			t.Errorf("%s: the style sheet is %s", output, got)
		}
		if all := shown["assets/logo.svg"] + shown["assets/brand.css"]; !want && all != "" {
			t.Errorf("%s carries %s", output, all)
		}
	}
}

// A logo that cannot be used is reported at its key, once.
func TestLogosThatCannotBeUsed(t *testing.T) {
	var wide bytes.Buffer
	if err := png.Encode(&wide, image.NewGray(image.Rect(0, 0, 400, 100))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, logo, text, want string }{
		{"a drawing", "logo.svg", mark, ""},
		{"a picture", "marks/logo.png", wide.String(), ""},
		{"not there", "logo.png", "", `site.toml:5:8: there is no file "logo.png"`},
		{"letters in a font", "logo.svg", strings.Replace(mark, "circle", "text", 1), "site.toml:5:8: content/logo.svg cannot be the logo: it holds the element <text>"},
		{"a JPEG in the name of a PNG", "logo.png", "\xff\xd8\xff", "site.toml:5:8: content/logo.png cannot be the logo: it does not read as PNG"},
		{"another sort", "logo.jpg", "\xff\xd8\xff", `site.toml:5:8: "logo.jpg" cannot be a logo`},
		{"a drawing that runs", "logo.svg", strings.Replace(mark, "<circle", `<script/><circle`, 1), `content/logo.svg:1:83: this drawing holds the element "script"`},
		{"a drawing that does not parse", "logo.svg", mark[:50], "content/logo.svg:1:1: this drawing holds XML that does not parse"},
	} {
		var files []string
		if c.text != "" {
			files = []string{"content/" + c.logo, c.text}
		}
		edition := branded(t, "logo = \""+c.logo+"\"\n", files...)
		var got []string
		for _, f := range edition.Report.Findings {
			got = append(got, strings.Join([]string{f.File, strconv.Itoa(f.Line), strconv.Itoa(f.Column)}, ":")+": "+f.Message)
		}
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if width := edition.Brand.Width; (c.want == "") != (width > 0) {
			t.Errorf("%s: %d pixels wide", c.name, width)
		}
	}
}
