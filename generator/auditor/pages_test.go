package auditor_test

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/auditor"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

// The review of a policy that holds no longer is not overdue.
func TestRetiredPoliciesAreNotOverdue(t *testing.T) {
	fsys := site()
	page := func() string { return contents(t, write(t, fsys))[bagName+"/data/policies/index.html"] }
	if !strings.Contains(page(), ">review overdue<") {
		t.Error("a policy that is overdue is not said to be")
	}
	fsys["content/policies/access.md"].Data = []byte(strings.Replace(string(fsys["content/policies/access.md"].Data), "owner:", "status: retired\nowner:", 1))
	if strings.Contains(page(), ">review overdue<") {
		t.Error("a retired policy is overdue")
	}
}

var (
	ways    = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	anchors = regexp.MustCompile(` id="([^"]*)"`)
)

func TestLinksResolveInTheBag(t *testing.T) {
	files := contents(t, write(t, site()))
	names := map[string]map[string]bool{}
	for name, text := range files {
		names[name] = map[string]bool{}
		for _, m := range anchors.FindAllStringSubmatch(text, -1) {
			if strings.HasSuffix(name, ".html") && names[name][m[1]] {
				t.Errorf("%s: the id %q is there twice", name, m[1])
			}
			names[name][m[1]] = true
		}
	}
	for name, text := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range ways.FindAllStringSubmatch(text, -1) {
			follow(t, names, name, strings.ReplaceAll(m[1], "&amp;", "&"))
		}
	}
}

// follow resolves one link as a browser does that opened the page from disk.
func follow(t *testing.T, names map[string]map[string]bool, page, way string) {
	t.Helper()
	u, err := url.Parse(way)
	if err != nil || u.Scheme != "" {
		if u == nil || u.Scheme != "https" {
			t.Errorf("%s: %q leads out: %v", page, way, err)
		}
		return
	}
	to := page
	if u.Path != "" {
		to = path.Join(path.Dir(page), u.Path)
	}
	ids, there := names[to]
	if !there || !strings.HasPrefix(to, bagName+"/data/") {
		t.Errorf("%s: %q leads nowhere", page, way)
	} else if u.Fragment != "" && !ids[u.Fragment] {
		t.Errorf("%s: %q has no such part", page, way)
	}
}

// A page needs nothing but itself and its style sheet, so that the strictest policy lets it be shown.
func TestPagesHaveNoScriptAndNoStyle(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)<script|<style| style=| on[a-z]+=|javascript:|<iframe`)
	said := regexp.MustCompile(`(?i)\b(passed|compliant|satisfied|certified)\b`)
	for name, text := range contents(t, write(t, site())) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		if m := forbidden.FindString(text); m != "" {
			t.Errorf("%s holds %q", name, m)
		}
		if m := said.FindString(text); m != "" {
			t.Errorf("%s says %q", name, m)
		}
	}
}

// Ids of any length and evidence of any name have a place that a manifest can name.
func TestLongNames(t *testing.T) {
	fsys := site()
	long := strings.Repeat("VERY-long-id-", 30) + "X"
	var b strings.Builder
	for i := range 3 {
		source := fmt.Sprintf("%s %d/%s.csv", strings.Repeat("å", 30), i, strings.Repeat("namn ", 20))
		fmt.Fprintf(&b, "[[evidence]]\nid = \"%s%d\"\ntitle = \"Long\"\ncontrols = [\"AC-02\"]\n"+
			"kind = \"report\"\nsource = %q\noccurred_on = 2026-01-01\n", long, i, source)
		fsys["content/evidence/files/"+source] = &fstest.MapFile{Data: []byte("a\n")}
	}
	fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(b.String())}
	for name := range contents(t, write(t, fsys)) {
		if inner := strings.TrimPrefix(name, bagName+"/"); len(inner) >= 180 {
			t.Errorf("%s has %d bytes", inner, len(inner))
		}
	}
}

func TestType1AndNoAudit(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.NewReplacer("type = 2", "type = 1\nas_of = 2026-09-30", "period_from = 2025-10-01", "",
		"period_to = 2026-09-30", "").Replace(siteText))}
	page := contents(t, write(t, fsys))[bagName+"/data/index.html"]
	for _, want := range []string{"SOC 2 Type 1", "As-of date of the examination"} {
		if !strings.Contains(page, want) {
			t.Errorf("the first page does not say %q", want)
		}
	}
	before, _, _ := strings.Cut(siteText, "[audit]")
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(before)}
	if files := write(t, fsys).Files(); len(files) > 0 {
		t.Errorf("without an audit there are %d files", len(files))
	}
}

// The system description shows all of its records, their descriptions too.
func TestDescriptionIsWhole(t *testing.T) {
	page := contents(t, write(t, site()))[bagName+"/data/description/index.html"]
	for _, want := range []string{`What the service is for, and <a href="../controls/ac-02/index.html">AC-02</a>.`, "A ledger."} {
		if !strings.Contains(page, want) {
			t.Errorf("the system description has no %q", want)
		}
	}
}

// A catalogue of the site's own may have no edition.
func TestFrameworkWithoutEdition(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, `"gdpr"]`, `"gdpr", "soc1"]`, 1))}
	fsys["content/frameworks/soc1.toml"] = &fstest.MapFile{Data: []byte("id = \"soc1\"\nname.en = \"SOC 1 control objectives\"\n" +
		"[identifier]\npattern = 'CO\\d+'\nexample = \"CO1\"\n[[criterion]]\nid = \"CO1\"\ntitle.en = \"Payroll\"\n")}
	page := contents(t, write(t, fsys))[bagName+"/data/index.html"]
	if !strings.Contains(page, "SOC 1 control objectives") || strings.Contains(page, "()") {
		t.Errorf("the first page names the catalogue otherwise: %.2000s", page)
	}
}

func TestSwedish(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(siteText + "[site]\nlanguages = [\"sv\"]\n[auditor]\nbundle_id = \"År 2026/1\"\n")}
	files := contents(t, write(t, fsys))
	if page := files["Ar-2026-1/data/index.html"]; !strings.Contains(page, "Vad som saknas") || !strings.Contains(files["Ar-2026-1/data/policies/pol-ac/index.html"], "12 månader") {
		t.Errorf("the first page is not Swedish: %.300s", page)
	}
}

func BenchmarkWrite(b *testing.B) {
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		b.Fatal(err)
	}
	fsys := many(2000)
	a := compile(&testing.T{}, fsys)
	b.ResetTimer()
	for b.Loop() {
		if _, err := auditor.Write(a, fsys, look); err != nil {
			b.Fatal(err)
		}
	}
}

// many is a site with n controls, each with one piece of evidence.
func many(n int) fstest.MapFS {
	fsys := site()
	var controls, evidence strings.Builder
	for i := range n {
		fmt.Fprintf(&controls, "[[control]]\nid = \"X-%d\"\ntitle = \"Control %d\"\ncriteria = [\"CC6.1\"]\n"+
			"policies = [\"POL-AC\"]\nfrequency = [\"annual\"]\nbody = \"As [X-%d].\"\n", i, i, (i+1)%n)
		fmt.Fprintf(&evidence, "[[evidence]]\nid = \"EV-X-%d\"\ntitle = \"Evidence %d\"\ncontrols = [\"X-%d\"]\n"+
			"kind = \"report\"\nsource = \"%d.csv\"\noccurred_on = 2026-01-01\n", i, i, i, i)
		fsys[fmt.Sprintf("content/evidence/files/%d.csv", i)] = &fstest.MapFile{Data: []byte("a\nb\n")}
	}
	fsys["content/controls.toml"] = &fstest.MapFile{Data: []byte(controls.String())}
	fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(evidence.String())}
	return fsys
}
