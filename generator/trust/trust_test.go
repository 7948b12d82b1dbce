package trust_test

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/theme"
	"trustpress/generator/trust"
	"trustpress/templates"
	"trustpress/themes"
)

func page(t testing.TB, site fs.FS) string {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{Commit: "0123abc"})
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(nil, themes.Files, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range trust.Write(audience.ForEverybody(edition), look).Files() {
		if f.Path == "index.html" {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
	}
	t.Fatal("there is no page")
	return ""
}

// small is a site with little that is public, and much that is not.
func small() fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml": `as_of = 2026-06-30
[organization]
name = "Exempel & Co"
security_contact = "security@example.com"
[service]
name = "Tjänsten"
`,
		"content/policies/a.md": "---\nid: POL-A\ntitle: Open policy\nclassification: public\nversion: \"7.7\"\n---\n# Scope\n\nOpen text, see [POL-B].\n\n## Part\n\n" +
			"[Up](#scope)\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n",
		"content/policies/b.md": "---\nid: POL-B\ntitle: Second policy\nclassification: public\n---\n# Scope\n\nText.\n",
		"content/policies/c.md": "---\nid: POL-C\ntitle: Hidden policy\n---\nHidden text.\n",
		"content/controls.toml": `[[control]]
id = "AC-01"
title = "Hidden title"
criteria = ["CC6.2"]
body = "Hidden body."
[control.public]
text = "Access is reviewed."
criteria = ["CC6.1", "gdpr:32"]
reviewed_on = 2026-03-01
`,
		"content/vendors.toml": `[[vendor]]
id = "VEN-1"
title = "Hidden legal name"
purpose = "Hidden purpose"
public = { title = "Halls AB", text = "Runs the halls." }
[vendor.subprocessor]
public = true
locations = ["Sweden"]
announced = 2026-04-02
[[vendor]]
id = "VEN-2"
title = "Hidden AB"
[vendor.subprocessor]
locations = ["Hidden"]
`,
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

func TestPageTellsWhatIsPublic(t *testing.T) {
	text := page(t, small())
	for _, want := range []string{"<h1>Exempel &amp; Co</h1>", "Tjänsten", "2026-04-02", "Prepared by the management of Exempel &amp; Co.",
		"It is not an auditor&#39;s report.", "Access is reviewed.", "Criteria: CC6.1, gdpr:32", "Reviewed 2026-03-01", "Open policy", "Second policy",
		"Halls AB", "Runs the halls.", "Sweden", `href="mailto:security@example.com"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not there, in\n%s", want, text)
		}
	}
}

// Nothing appears that nobody wrote for everybody: no other text, no commit, no day of the run, no version of a policy.
func TestPageKeepsTheRest(t *testing.T) {
	text := page(t, small())
	for _, secret := range []string{"Hidden", "0123abc", "2026-06-30", "POL-C", "AC-01", "VEN-", "CC6.2", "SOC 3", "7.7"} {
		if strings.Contains(text, secret) {
			t.Errorf("the page holds %q", secret)
		}
	}
}

// A public record whose words stand in a field of their own shows those words; one that says nothing does not appear, and an id
// stands once.
func TestPublicRecordsShowTheirWords(t *testing.T) {
	site := small()
	site["content/cuecs.toml"] = &fstest.MapFile{Data: []byte("[[cuec]]\nid = \"CUEC-1\"\nclassification = \"public\"\ntext = \"Users are removed.\"\n" +
		"[[cuec]]\nid = \"CUEC-2\"\nclassification = \"public\"\n")}
	text := page(t, site)
	if !strings.Contains(text, "Users are removed.") {
		t.Error("the text of a public record is not there")
	}
	if strings.Count(text, "CUEC-1") != 1 || strings.Contains(text, "CUEC-2") || strings.Contains(text, `<div class="prose"></div>`) {
		t.Errorf("an id stands twice, or a statement says nothing:\n%s", text)
	}
}

func TestSectionsWithoutFactsDoNotAppear(t *testing.T) {
	text := page(t, fstest.MapFS{"site.toml": &fstest.MapFile{Data: []byte("as_of = 2026-06-30\n[organization]\nname = \"Exempel\"\n")}})
	for _, gone := range []string{"<h2", "<nav", "As of", "<table"} {
		if strings.Contains(text, gone) {
			t.Errorf("an empty trust center holds %q", gone)
		}
	}
}

var (
	ids      = regexp.MustCompile(` id="([^"]*)"`)
	within   = regexp.MustCompile(` href="#([^"]*)"`)
	links    = regexp.MustCompile(` href="([^"#][^"]*)"`)
	headings = regexp.MustCompile(`<h([1-6])[ >]`)
	active   = regexp.MustCompile(`(?i)<script|<style|<iframe|<object|<img|\sstyle=|\son[a-z]+="|\ssrc=|<link[^>]+href="(?:https?:)?//`)
)

// Texts of many records share the page: ids stand once, links within it lead somewhere, headings skip no level, nothing runs.
func TestPageIsSound(t *testing.T) {
	for name, text := range map[string]string{"small": page(t, small()), "example": page(t, os.DirFS("../.."))} {
		seen := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(text, -1) {
			if seen[m[1]] {
				t.Errorf("%s: the id %q stands twice", name, m[1])
			}
			seen[m[1]] = true
		}
		for _, m := range within.FindAllStringSubmatch(text, -1) {
			if !seen[m[1]] {
				t.Errorf("%s: the link to %q leads nowhere", name, m[1])
			}
		}
		for _, m := range links.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(m[1], ":") && m[1] != "assets/ledger.css" && m[1] != "index.html" {
				t.Errorf("%s: the link to %q leads to no file", name, m[1])
			}
		}
		last := byte('0')
		for _, m := range headings.FindAllStringSubmatch(text, -1) {
			if m[1][0] > last+1 {
				t.Errorf("%s: a heading of level %s follows one of level %c", name, m[1], last)
			}
			last = m[1][0]
		}
		if found := active.FindString(text); found != "" {
			t.Errorf("%s holds %q", name, found)
		}
	}
}

// What the page is made of holds nothing that leads back to a record: every type in it is of the projection or of the language.
func TestProjectionHoldsItsOwnTypesAlone(t *testing.T) {
	const own = "trustpress/generator/audience"
	seen := map[reflect.Type]bool{}
	var walk func(at string, typ reflect.Type)
	walk = func(at string, typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		if pkg := typ.PkgPath(); pkg != own && strings.Contains(strings.SplitN(pkg, "/", 2)[0], ".") || strings.HasPrefix(pkg, "trustpress") && pkg != own {
			t.Errorf("%s is of type %s", at, typ)
			return
		}
		switch typ.Kind() {
		case reflect.Struct:
			for i := range typ.NumField() {
				walk(at+"."+typ.Field(i).Name, typ.Field(i).Type)
			}
		case reflect.Slice, reflect.Array, reflect.Map:
			walk(at+"[]", typ.Elem())
		case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
			t.Errorf("%s is a %s, which can lead anywhere", at, typ.Kind())
		}
	}
	walk("Public", reflect.TypeFor[audience.Public]())
}

// Without a theme the tree has the same pages, and nothing else.
func TestNamesNeedNoTheme(t *testing.T) {
	files := trust.Write(audience.Public{Language: "en"}, nil).Files()
	if len(files) != 1 || files[0].Path != "index.html" {
		t.Errorf("files: %v", files)
	}
	if err := files[0].Write(&bytes.Buffer{}); err == nil {
		t.Error("a page was written without a theme")
	}
}
