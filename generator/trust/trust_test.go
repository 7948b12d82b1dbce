package trust_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
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

// center builds the pages of the trust center of a site.
func center(t testing.TB, site fs.FS) map[string]string {
	t.Helper()
	pages := files(t, site)
	maps.DeleteFunc(pages, func(name, _ string) bool { return path.Ext(name) != ".html" })
	return pages
}

// files builds every file of the trust center of a site.
func files(t testing.TB, site fs.FS) map[string]string {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{Commit: "0123abc"})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range trust.Write(audience.ForEverybody(edition), site, ledger(t, nil)).Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[f.Path] = b.String()
	}
	return out
}

// ledger is the theme that is built in, below the templates of a site.
func ledger(t testing.TB, own fs.FS) *theme.Theme {
	t.Helper()
	look, err := theme.Load(own, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// whole joins the pages of a trust center.
func whole(pages map[string]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		b.WriteString(pages[name])
	}
	return b.String()
}

// holds reports what a page does not say.
func holds(t *testing.T, pages map[string]string, name string, words ...string) {
	t.Helper()
	for _, want := range words {
		if !strings.Contains(pages[name], want) {
			t.Errorf("%s: %q is not there, in\n%s", name, want, pages[name])
		}
	}
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
frequency = ["quarterly"]
type = "detective"
body = "Hidden body."
[control.public]
text = "Access is reviewed."
criteria = ["CC6.1", "gdpr:32(1)(b)"]
reviewed_on = 2026-03-01
`,
		"content/vendors.toml": `[[vendor]]
id = "VEN-1"
title = "Hidden legal name"
purpose = "Hidden purpose"
public = { title = "Halls AB", text = "Runs the halls." }
[vendor.subprocessor]
public = true
locations = ["SE"]
announced = 2026-04-02
effective = 2026-06-01
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

func TestPagesTellWhatIsPublic(t *testing.T) {
	pages := center(t, small())
	holds(t, pages, "index.html", "<h1>Exempel &amp; Co</h1>", `href="mailto:security@example.com"`)
	holds(t, pages, "controls/index.html", "Access is reviewed.", `<a href="../criteria/index.html#tp.tsc.cc6.1"`, "GDPR Art. 32(1)(b)", "as of <time>2026-03-01</time>", `<span data-after="2027-03-01"`)
	holds(t, pages, "criteria/index.html", `id="tp.tsc.cc6.1"`, `<a href="../controls/index.html#tp.control.1">`)
	holds(t, pages, "frameworks/index.html", `id="tp.gdpr.32-1-b"`, `<a href="../controls/index.html#tp.control.1">`)
	holds(t, pages, "policies/index.html", "Open policy", "Second policy", "Version: 7.7")
	holds(t, pages, "subprocessors/index.html", "Halls AB", "Runs the halls.", "Sweden", "2026-04-02")
	for name := range pages {
		holds(t, pages, name, "Prepared by the management of Exempel &amp; Co.", "This is not an auditor’s report.")
	}
}

// A page is as of the newest day on which somebody said something that stands on it. When something
// takes effect or ends is no such day.
func TestEachPageHasItsDay(t *testing.T) {
	pages := center(t, small())
	for name, day := range map[string]string{"controls/index.html": "As of 2026-03-01.", "subprocessors/index.html": "As of 2026-04-02."} {
		holds(t, pages, name, day)
	}
	if strings.Contains(pages["contact/index.html"], "As of") {
		t.Error("a page without dated facts has a day")
	}
}

// Nothing appears that nobody wrote for everybody: no other text, no commit, no day of the run, no criterion that a control does
// not name in public.
func TestPagesKeepTheRest(t *testing.T) {
	text := whole(center(t, small()))
	for _, secret := range []string{"Hidden", "0123abc", "2026-06-30", "POL-C", "AC-01", "VEN-", "CC6.2", "SOC 3", "quarterly", "detective"} {
		if strings.Contains(text, secret) {
			t.Errorf("a page holds %q", secret)
		}
	}
}

// The order of statements is that of what everybody sees: it does not tell how a file is called.
func TestOrderTellsNoFileNames(t *testing.T) {
	with := func(name string) map[string]string {
		site := small()
		site["content/policies/"+name+".md"] = &fstest.MapFile{Data: []byte("---\nid: POL-X\ntitle: Rules\npublic: { title: Between, text: Words. }\n---\n")}
		return center(t, site)
	}
	if first, last := whole(with("0")), whole(with("z")); first != last {
		t.Error("the name of a file changes the trust center")
	}
}

// A reference in a public text leads to its record in the trust center, in the page's language; one to what has no place there, or
// no id that everybody may know, is its words.
func TestReferencesLeadSomewhere(t *testing.T) {
	site := small()
	site["content/policies/d.md"] = &fstest.MapFile{Data: []byte("---\nid: POL-D\ntitle: Fourth\nclassification: public\n---\n# Own\n\n" +
		"[Down](#own), [the\nscope](a.md#scope), [POL-B], [review][AC-01], [CC6.1] and [CC7.1], [AC-02].\n")}
	site["content/controls/AC-02.md"] = &fstest.MapFile{Data: []byte("---\nid: AC-02\ntitle: Hidden\npublic: { id: C-2, text: 'Done, see [below](#hidden).' }\n---\n# Hidden\n")}
	pages := center(t, site)
	holds(t, pages, "controls/index.html", "Done, see below.")
	page := pages["policies/pol-d/index.html"]
	for _, want := range []string{`<a href="#tp.id.pol-d:own">Down</a>`, `<a href="../../policies/pol-a/index.html#tp.id.pol-a:scope">the` + "\n" + `scope</a>`,
		`<a class="whole" href="../../policies/pol-b/index.html#tp.id.pol-b">POL-B</a>`, ", review, ",
		`<a href="../../criteria/index.html#tp.tsc.cc6.1">CC6.1</a> and CC7.1`, `<a class="whole" href="../../controls/index.html#tp.id.c-2">C-2</a>`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not there, in\n%s", want, page)
		}
	}
	if strings.Contains(page, "ref:") || strings.Contains(page, "AC-0") {
		t.Errorf("a reference is left as it was:\n%s", page)
	}
}

// Two frameworks may each have a group of the same name. A control stands under the one that it names.
func TestAreasAreOfTheirFramework(t *testing.T) {
	site := small()
	for _, name := range []string{"alpha", "beta"} {
		site["content/frameworks/"+name+".toml"] = &fstest.MapFile{Data: []byte("id = \"" + name + "\"\nname = \"" + name + "\"\n[identifier]\nnear = ['" + name + `\d+']
[[group]]
id = "G1"
title = "Group of ` + name + `"
[[criterion]]
id = "` + name + `1"
group = "G1"
title = "One"
`)}
	}
	site["site.toml"] = &fstest.MapFile{Data: []byte(string(site["site.toml"].Data) + "[frameworks]\nin_scope = [\"tsc\", \"alpha\", \"beta\"]\n")}
	site["content/controls/b.md"] = &fstest.MapFile{Data: []byte("---\nid: B-1\ntitle: Hidden\npublic: { text: Done., criteria: [beta1] }\n---\n")}
	page := center(t, site)["controls/index.html"]
	if !strings.Contains(page, "Group of beta") || strings.Contains(page, "Group of alpha") {
		t.Errorf("the control does not stand under its own framework:\n%s", page)
	}
}

// A report is named by what it is where nobody gave it a title, with a capital as at the beginning of any line.
func TestReportsAreNamedByTheirKind(t *testing.T) {
	site := small()
	site["site.toml"] = &fstest.MapFile{Data: []byte(string(site["site.toml"].Data) + "[site]\nlanguages = [\"en\", \"sv\"]\n")}
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(`[[report]]
id = "RPT-1"
title = "Hidden"
kind = "pentest"
period = { from = 2026-01-01, to = 2026-01-31 }
public = { id = "RPT-1", text = "What was tried.", level = "tested", fields = ["kind", "period"] }
`)}
	got := center(t, site)
	holds(t, got, "reports/index.html", `>Penetration test</a><div class="about">penetration test</div>`)
	holds(t, got, "sv/reports/index.html", "rpt-1/index.html\">Penetrationstest</a>")
	holds(t, got, "reviewers/index.html", ">Penetration test</a>: ")
}

// The categories of a report are a list: its first word begins with a capital, and no other.
func TestCategoriesAreAList(t *testing.T) {
	site := small()
	site["site.toml"] = &fstest.MapFile{Data: []byte(string(site["site.toml"].Data) + "[site]\nlanguages = [\"en\", \"sv\"]\n")}
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(`[[report]]
id = "RPT-1"
title = "Hidden"
kind = "soc2"
categories = ["security", "availability"]
not_in_scope = ["processing-integrity", "privacy"]
public = { id = "RPT-1", title = "Our report", fields = ["kind", "categories", "not_in_scope"] }
`)}
	got := center(t, site)
	holds(t, got, "reports/rpt-1/index.html", "<dd>Security, availability</dd>", "<dd>Processing integrity, privacy</dd>")
	holds(t, got, "sv/reports/rpt-1/index.html", "<dd>Säkerhet, tillgänglighet</dd>", "<dd>Bearbetningsintegritet, personlig integritet</dd>")
}

// An address that a browser must not be sent to is text.
func TestReportsLeadToAddressesAlone(t *testing.T) {
	site := small()
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(`[[report]]
id = "RPT-1"
title = "Hidden"
auditor = { name = "Revision AB", licence_url = "javascript:alert(1)", peer_review_url = "https://example.com/peer" }
public = { title = "Our report", fields = ["auditor"] }
`)}
	page := center(t, site)["reports/index.html"]
	if strings.Contains(page, "Zgotmpl") || strings.Contains(page, `href="javascript`) || !strings.Contains(page, `<a href="https://example.com/peer">Check its peer review<svg class="icon external"`) {
		t.Errorf("the page is\n%s", page)
	}
}

// The fields that a public table names are public, and no other.
func TestPublicFields(t *testing.T) {
	site := small()
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(`[[report]]
id = "RPT-1"
title = "Hidden"
kind = "soc2"
type = 2
period = { from = 2025-01-01, to = 2025-12-31 }
issued = 2026-02-20
opinion = "qualified"
auditor = { name = "Revision AB" }
categories = ["availability"]
exceptions = "Hidden"
[report.public]
title = "Our report"
fields = ["kind", "type", "period", "categories"]
`)}
	pages := center(t, site)
	holds(t, pages, "reports/index.html", "Our report", "SOC 2 report, Type 2", "<time>2025-01-01</time> – <time>2025-12-31</time>", "Availability")
	for _, secret := range []string{"Hidden", "Revision AB", "qualified", "2026-02-20", "RPT-1"} {
		if strings.Contains(whole(pages), secret) {
			t.Errorf("%q is told, and is not among the public fields", secret)
		}
	}
	holds(t, pages, "criteria/index.html", "A1.3", "No public statement") // of a category that the report covers
}

// What the system rests on is told where the vendor's table says so, with what is expected of the vendor.
func TestPublicSubserviceOrganizations(t *testing.T) {
	site := small()
	site["content/vendors.toml"] = &fstest.MapFile{Data: []byte(`[[vendor]]
id = "VEN-1"
title = "Hidden"
public = { title = "Halls AB", text = "Runs the halls." }
[vendor.subservice]
public = true
method = "carve-out"
services = ["Halls"]
monitored_by = ["AC-01"]
assertion = "Hidden"
csocs = [{ criteria = ["CC6.4"], text = "Entry is limited." }]
[[vendor]]
id = "VEN-2"
title = "Hidden"
public = { title = "Paper AB", text = "Sells paper." }
[vendor.subservice]
method = "inclusive"
csocs = [{ criteria = ["CC6.5"], text = "Hidden." }]
`)}
	pages := center(t, site)
	holds(t, pages, "system/index.html", "Halls AB", "carve-out", "Entry is limited.", "CC6.4")
	holds(t, pages, "criteria/index.html", "Expected of", `<a href="../system/index.html#tp.subservice.1">Halls AB</a>`)
	holds(t, pages, "more/index.html", "Paper AB")
	if text := whole(pages); strings.Contains(text, "Hidden") || strings.Contains(text, "CC6.5") || strings.Contains(text, "AC-01") {
		t.Errorf("more is told than the table says:\n%s", text)
	}
}

// Each language has the same pages. What nobody translated stands in the first language, and is said to.
func TestLanguages(t *testing.T) {
	site := small()
	text := string(site["site.toml"].Data)
	site["site.toml"] = &fstest.MapFile{Data: []byte(text + "summary = \"Books.\"\n[service.translations.sv]\nsummary = \"Bokföring.\"\n[site]\nlanguages = [\"en\", \"sv\"]\n")}
	site["content/controls.sv.toml"] = &fstest.MapFile{Data: []byte("[[control]]\nid = \"AC-01\"\n[control.public]\ntext = \"Behörigheter ses över.\"\n")}
	site["content/policies/a.sv.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Öppen policy\n---\nÖppen text.\n")}
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte("[[report]]\nid = \"R-1\"\ntitle = \"Hidden\"\nkind = \"soc2\"\npublic = { title = \"Our report\", fields = [\"kind\"] }\n")}
	site["content/reports.sv.toml"] = &fstest.MapFile{Data: []byte("[[report]]\nid = \"R-1\"\npublic = { title = \"Vår rapport\" }\n")}
	pages := center(t, site)
	for name := range pages {
		if other := "sv/" + name; !strings.HasPrefix(name, "sv/") && pages[other] == "" && name != "404.html" {
			t.Errorf("there is no %s", other)
		}
	}
	holds(t, pages, "index.html", `<link rel="alternate" hreflang="sv" href="sv/index.html">`, "Books.")
	holds(t, pages, "sv/index.html", `<html lang="sv">`, `href="../index.html" hreflang="en" lang="en">English<`, "Bokföring.")
	holds(t, pages, "sv/controls/index.html", "Behörigheter ses över.", `href="../../controls/index.html"`, `href="../criteria/index.html#tp.tsc.cc6.1"`,
		`href="../../assets/ledger.css"`)
	holds(t, pages, "sv/subprocessors/index.html", "Sverige")
	holds(t, pages, "sv/policies/index.html", "Öppen policy", `<h2 lang="en"><span class="id">POL-B</span> Second policy</h2>`)
	holds(t, pages, "sv/policies/pol-a/index.html", "<h1>Öppen policy</h1>", "Öppen text.")
	holds(t, pages, "sv/policies/pol-b/index.html", `<h1 lang="en">Second policy</h1>`, `<div class="prose" lang="en">`, "Texten finns bara på engelska.")
	holds(t, pages, "sv/reports/index.html", "<h2 id=\"tp.report.1\">Vår rapport</h2>")
	if strings.Contains(pages["sv/controls/index.html"], "Access is reviewed") {
		t.Error("a translated text stands beside its original")
	}
}

// A public record whose words stand in a field of their own shows those words; one that says nothing does not appear, and an id
// stands once.
func TestPublicRecordsShowTheirWords(t *testing.T) {
	site := small()
	site["content/cuecs.toml"] = &fstest.MapFile{Data: []byte("[[cuec]]\nid = \"CUEC-1\"\nclassification = \"public\"\ntext = \"Users are removed.\"\n" +
		"[[cuec]]\nid = \"CUEC-2\"\nclassification = \"public\"\n")}
	pages := center(t, site)
	holds(t, pages, "customers/index.html", "Users are removed.", `id="tp.id.cuec-1"`)
	if text := whole(pages); strings.Count(text, ">CUEC-1<") != 1 || strings.Contains(text, "CUEC-2") || strings.Contains(text, `<div class="prose"></div>`) {
		t.Errorf("an id stands twice, or a statement says nothing:\n%s", text)
	}
}

func TestPagesWithoutFactsDoNotAppear(t *testing.T) {
	pages := center(t, fstest.MapFS{"site.toml": &fstest.MapFile{Data: []byte("as_of = 2026-06-30\n[organization]\nname = \"Exempel\"\n")}})
	if len(pages) != 2 || pages["404.html"] == "" {
		t.Errorf("an empty trust center has %d pages", len(pages))
	}
	for _, gone := range []string{"<h2", "As of", "<table"} {
		if strings.Contains(pages["index.html"], gone) {
			t.Errorf("an empty trust center holds %q", gone)
		}
	}
}

var (
	ids      = regexp.MustCompile(` id="([^"]*)"`)
	within   = regexp.MustCompile(` href="#([^"]*)"`)
	headings = regexp.MustCompile(`<h([1-6])[ >]`)
	active   = regexp.MustCompile(`(?i)<script [^s]|<script>|<style|<iframe|<object|\sstyle=|\son[a-z]+="|\ssrc="(?:[^"]*:|//)|<link rel="(?:stylesheet|icon)[^>]+href="(?:https?:)?//`)
)

// Texts of many records share a page: ids stand once, links within it lead somewhere, headings skip no level, nothing runs.
func TestPagesAreSound(t *testing.T) {
	for site, pages := range map[string]map[string]string{"small": center(t, small()), "example": center(t, os.DirFS("../.."))} {
		for name, text := range pages {
			sound(t, site+" "+name, text)
		}
	}
}

func sound(t *testing.T, name, text string) {
	t.Helper()
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
	files := trust.Write([]audience.Public{{Language: "en"}}, small(), nil).Files()
	if len(files) != 3 || files[2].Path != "index.html" {
		t.Errorf("files: %v", files)
	}
	if err := files[2].Write(&bytes.Buffer{}); err == nil {
		t.Error("a page was written without a theme")
	}
}

// A theme may have words in a language that has no names for countries and languages here: those stand as they are written.
func TestLanguagesWithoutNames(t *testing.T) {
	words, err := fs.ReadFile(themes.Files, "ledger/words/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.Load(nil, theme.Layers{fstest.MapFS{"ledger/words/ai.toml": {Data: words}}, themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	site := spoken("")
	site["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(site["site.toml"].Data), `"en", "sv"`, `"en", "ai"`, 1))}
	edition, err := generator.Compile(site, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range trust.Write(audience.ForEverybody(edition), site, look).Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		if f.Path == "ai/subprocessors/index.html" && !strings.Contains(b.String(), "<dd>SE</dd>") {
			t.Errorf("the page is\n%s", b.String())
		}
	}
}
