package auditor_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"trustpress/generator"
	"trustpress/generator/audience"
	"trustpress/generator/auditor"
	"trustpress/generator/output"
	"trustpress/generator/theme"
	"trustpress/templates"
	"trustpress/themes"
)

const siteText = `as_of = 2026-09-30
[organization]
name = "Åkerlund & Co"
[service]
name = "Ledger Ö"
[audit]
type = 2
period_from = 2025-10-01
period_to = 2026-09-30
categories = ["confidentiality"]
[frameworks]
in_scope = ["tsc", "gdpr"]
`

const controlText = `---
id: AC-02
title: Access is reviewed every quarter
owner: PER-anna
criteria: [CC6.2, "gdpr:32(1)(b)"]
policies: [POL-AC#reviews]
frequency: [quarterly]
risks: [RISK-1]
---
The owner compares, as [the policy][POL-AC#reviews] says and [CC6.1] asks; see also [the notes](../notes.pdf).

## Reviews

Written down[^1].

[^1]: In the register.
`

const evidenceText = `[[evidence]]
id = "EV-1"
title = "Access review of spring"
controls = ["AC-02"]
kind = "report"
source = "granskning av åtkomst 2026.csv"
sha256 = "%x"
row_count = 2
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
companion = "bild på skärmen.png"
[[evidence]]
id = "EV-2"
title = "Review on the share"
controls = ["AC-02"]
kind = "report"
source = "gone.csv"
occurred_on = 2026-08-31
[[evidence]]
id = "EV-3"
title = "Pull requests"
controls = ["AC-02"]
kind = "ticket"
source = "https://code.example/pulls?a=1&b=2"
occurred_on = 2026-08-31
`

const (
	rawName = "content/evidence/files/granskning av åtkomst 2026.csv"
	rawText = "employee;decision\r\nÅsa;kept\r\nÖrjan;\x00removed\r\n"
)

func site() fstest.MapFS {
	files := map[string]string{
		"site.toml":                 siteText,
		"content/controls/AC-02.md": controlText,
		"content/notes.pdf":         "%PDF",
		"content/policies/access.md": `---
id: POL-AC
title: Access control
owner: PER-anna
version: "1.0"
approved_on: 2024-01-01
review_every: 12 months
changelog: [{version: "1.0", date: 2024-01-01, summary: First}]
---
## Reviews

As [AC-02] says.
`,
		"content/people.toml": "[[person]]\nid = \"PER-anna\"\nname = \"Anna Åberg\"\n",
		"content/risks/first.md": `---
id: RISK-1
title: Secret risk <b>
classification: confidential
---
## Reviews

See [AC-02], and [above](#reviews).
`,
		"content/vendors.toml": `[[vendor]]
id = "VEN-1"
title = "Hall"
[vendor.subservice]
method = "carve-out"
monitored_by = ["AC-02"]
[[vendor.subservice.csocs]]
criteria = ["CC6.4"]
text = "Entry is limited, as [AC-02] checks."
`,
		"content/waivers.toml": `[[waiver]]
rule = "missing-occurrence"
target = "AC-02@2026-04-01"
reason = "Begun and not finished."
owner = "PER-anna"
expires = 2026-12-31
`,
		"content/description/services.md": "---\nsection: DC1\ndescription: What the service is for, and [AC-02].\n---\nA ledger. See [CC6.1].\n",
		"content/evidence.toml":           fmt.Sprintf(evidenceText, sha256.Sum256([]byte(rawText))),
		rawName:                           rawText,
		"content/evidence/files/bild på skärmen.png": "\x89PNG\r\n\x1a\nnot really",
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return out
}

func compile(t *testing.T, fsys fs.FS) *audience.Auditor {
	t.Helper()
	e, err := generator.Compile(fsys, generator.Options{Commit: "0123456789abcdef"})
	if err != nil {
		t.Fatal(err)
	}
	return audience.ForAuditor(e)
}

func write(t *testing.T, fsys fs.FS) *output.Tree {
	t.Helper()
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := auditor.Write(compile(t, fsys), fsys, look)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// contents writes every file of a tree into memory.
func contents(t *testing.T, tree *output.Tree) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range tree.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		out[f.Path] = b.String()
	}
	return out
}

const bagName = "ledger-o-2026-09-30"

func TestBag(t *testing.T) {
	files := contents(t, write(t, site()))
	octets, count := 0, 0
	var want []string
	for name, text := range files {
		inner, inBag := strings.CutPrefix(name, bagName+"/")
		if !inBag {
			if name != bagName+".zip" {
				t.Errorf("%s is beside the bag", name)
			}
			continue
		}
		if strings.HasPrefix(inner, "data/") {
			octets, count = octets+len(text), count+1
			want = append(want, fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), inner))
		}
	}
	slices.SortFunc(want, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	if got := files[bagName+"/manifest-sha256.txt"]; got != strings.Join(want, "") {
		t.Errorf("the manifest is not that of the payload:\n%s", got)
	}
	info := files[bagName+"/bag-info.txt"]
	for _, line := range []string{"Source-Organization: Åkerlund & Co\n", "External-Identifier: " + bagName + "\n", "Bagging-Date: 2026-09-30\n", "Internal-Sender-Identifier: 0123456789abcdef\n",
		fmt.Sprintf("Payload-Oxum: %d.%d\n", octets, count)} {
		if !strings.Contains(info, line) {
			t.Errorf("bag-info.txt has no line %q:\n%s", line, info)
		}
	}
	for _, name := range []string{"bagit.txt", "tagmanifest-sha256.txt", "READ-ME-FIRST.txt", "data/index.html", "data/VERIFY.txt"} {
		if files[bagName+"/"+name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	one, two := contents(t, write(t, site())), contents(t, write(t, site()))
	if len(one) != len(two) {
		t.Errorf("%d files, then %d", len(one), len(two))
	}
	for name, text := range one {
		if two[name] != text {
			t.Errorf("%s differs", name)
		}
	}
}

func TestZIPIsTheFolder(t *testing.T) {
	files := contents(t, write(t, site()))
	text := files[bagName+".zip"]
	r, err := zip.NewReader(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(files)-1 {
		t.Errorf("the archive has %d files, the bag %d", len(r.File), len(files)-1)
	}
	for _, f := range r.File {
		got, err := fs.ReadFile(r, f.Name)
		if err != nil || string(got) != files[f.Name] {
			t.Errorf("%s is not that of the folder: %v", f.Name, err)
		}
		if want := time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC); !f.Modified.Equal(want) {
			t.Errorf("%s is of %s, want %s", f.Name, f.Modified, want)
		}
	}
}

func TestEvidenceByteForByte(t *testing.T) {
	files := contents(t, write(t, site()))
	const folder = bagName + "/data/evidence/ev-1/"
	if got := files[folder+"granskning-av-atkomst-2026.csv"]; got != rawText {
		t.Errorf("got %q, want %q", got, rawText)
	}
	if got := files[folder+"bild-pa-skarmen.png"]; !strings.HasPrefix(got, "\x89PNG") {
		t.Errorf("the companion is %q", got)
	}
	sheet := files[folder+"index.html"]
	for _, want := range []string{"granskning av åtkomst 2026.csv", fmt.Sprintf("%x", sha256.Sum256([]byte(rawText))), "all active users",
		"2026-03-31T15:04:00&#43;02:00", "Anna Åberg"} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the provenance does not say %q", want)
		}
	}
}

// What management discloses of a control stands beside its state, on its page and on those of its criteria.
func TestControlSaysWhatManagementDiscloses(t *testing.T) {
	fsys := site()
	for about, told := range map[string]bool{"operation": true, "fraud": false} {
		fsys["content/statements.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"[[statement]]\nid = \"STM-1\"\nabout = %q\nby = \"PER-anna\"\non = 2026-09-30\nbody = \"[AC-02] was late once.\"\n", about)}
		files := contents(t, write(t, fsys))
		for _, page := range []string{"controls/ac-02/index.html", "criteria/tsc/cc6.2/index.html"} {
			if got := strings.Contains(files[bagName+"/data/"+page], "Named in what management discloses:"); got != told {
				t.Errorf("%s, of %s: said %t, want %t", page, about, got, told)
			}
		}
	}
}

// The entry of a carved-out organization says on which days of the period no report tells of its controls.
func TestVendorSaysWhichDaysAreNotCovered(t *testing.T) {
	fsys := site()
	text := string(fsys["content/vendors.toml"].Data) + "[[vendor.reports]]\ntype = \"SOC 2\"\nperiod = { from = 2025-04-01, to = 2026-03-31 }\nreviewed_on = 2026-05-01\n"
	fsys["content/vendors.toml"] = &fstest.MapFile{Data: []byte(text)}
	page := contents(t, write(t, fsys))[bagName+"/data/registers/vendors/index.html"]
	if want := `covers</dt><dd><time class="id">2026-04-01</time> – <time class="id">2026-09-30</time>`; !strings.Contains(page, want) {
		t.Errorf("there is no %s", want)
	}
}

// From an export a click leads to the screenshot that it stands beside, and back.
func TestCompanionsLeadToEachOther(t *testing.T) {
	fsys := site()
	text := strings.Replace(string(fsys["content/evidence.toml"].Data), "source = \"gone.csv\"", "source = \"gone.csv\"\ncompanion = \"granskning av åtkomst 2026.csv\"", 1)
	fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(text)}
	files := contents(t, write(t, fsys))
	for from, to := range map[string]string{"ev-1": "ev-2", "ev-2": "ev-1"} {
		if page := files[bagName+"/data/evidence/"+from+"/index.html"]; !strings.Contains(page, `href="../../evidence/`+to+`/index.html"`) {
			t.Errorf("%s does not lead to %s", from, to)
		}
	}
}

// A criterion says of each of its controls who answers for it, how often it is carried out and how many of its windows something shows.
func TestCriterionTellsOfItsControls(t *testing.T) {
	page := contents(t, write(t, site()))[bagName+"/data/criteria/tsc/cc6.2/index.html"]
	_, page, _ = strings.Cut(page, `id="tp.controls"`)
	for _, want := range []string{`<dt>Owner</dt>`, "<dt>Frequency</dt><dd>quarterly</dd>", "2 missing", "2 evidenced"} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func TestHeldElsewhere(t *testing.T) {
	files := contents(t, write(t, site()))
	for name, want := range map[string]string{"ev-2": "held elsewhere: the file was not there", "ev-3": "held elsewhere, at an address"} {
		if page := files[bagName+"/data/evidence/"+name+"/index.html"]; !strings.Contains(page, want) {
			t.Errorf("%s does not say %q", name, want)
		}
		if page := files[bagName+"/data/index.html"]; !strings.Contains(page, want) {
			t.Errorf("the first page does not say %q", want)
		}
	}
}

// What is missing stands before what is there.
func TestMissingFirst(t *testing.T) {
	files := contents(t, write(t, site()))
	page := files[bagName+"/data/index.html"]
	at := -1
	for _, id := range []string{"tp.missing", "tp.windows", "tp.gaps", "tp.waivers", "tp.elsewhere", "tp.here", "tp.registers"} {
		next := strings.Index(page, `id="`+id+`"`)
		if next <= at {
			t.Errorf("%s stands at %d, after %d", id, next, at)
		}
		at = next
	}
	for _, want := range []string{"2025-10-01</time> – <time class=\"id\">2025-12-31", "waived: Begun and not finished. (accepted by Anna Åberg until 2026-12-31)", "review-overdue", "prepared"} {
		if !strings.Contains(strings.ToLower(page), strings.ToLower(want)) {
			t.Errorf("the first page does not say %q", want)
		}
	}
	if page := files[bagName+"/data/description/index.html"]; !strings.Contains(page, "#tp.DC9") {
		t.Error("the description does not name the sections that are missing")
	}
}

func TestEverythingIsSeen(t *testing.T) {
	files := contents(t, write(t, site()))
	page := files[bagName+"/data/registers/risks/index.html"]
	for _, want := range []string{`id="risk-1"`, `id="risk-1:reviews"`, "Secret risk &lt;b&gt;", `href="../../controls/ac-02/index.html"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the register of risks has no %s", want)
		}
	}
	control := files[bagName+"/data/controls/ac-02/index.html"]
	for _, want := range []string{`href="../../policies/pol-ac/index.html#reviews"`, `href="../../criteria/tsc/cc6.1/index.html"`,
		`href="../../criteria/gdpr/32-1-b/index.html"`, "see also the notes."} {
		if !strings.Contains(control, want) {
			t.Errorf("the control has no %s", want)
		}
	}
}

// Only the names are laid out without a theme, and they are those of the bundle.
func TestNamesWithoutTheme(t *testing.T) {
	fsys := site()
	a := compile(t, fsys)
	delete(fsys, rawName) // whoever read it would fail
	tree, err := auditor.Write(a, fsys, nil)
	if err != nil {
		t.Fatal(err)
	}
	if found := tree.Findings(); len(found) > 0 {
		t.Errorf("got %v", found)
	}
	whole := contents(t, write(t, site()))
	for _, f := range tree.Files() {
		if _, ok := whole[f.Path]; !ok {
			t.Errorf("%s is not in the bundle", f.Path)
		}
	}
}

func TestEvidenceThatChanges(t *testing.T) {
	look, err := theme.Load(nil, theme.Layers{themes.Files}, templates.Files, "ledger")
	if err != nil {
		t.Fatal(err)
	}
	fsys := site()
	a := compile(t, fsys)
	fsys[rawName] = &fstest.MapFile{Data: []byte("employee;decision\r\n")}
	if _, err := auditor.Write(a, fsys, look); err == nil || !strings.Contains(err.Error(), "changed while the bundle was made") {
		t.Errorf("got %v", err)
	}
	fsys = site()
	tree := write(t, fsys)
	fsys[rawName] = &fstest.MapFile{Data: []byte("employee;decision\r\n")}
	if _, err := output.Write(filepath.Join(t.TempDir(), "auditor"), tree, output.Options{}); err == nil {
		t.Error("a file that changed after it was sealed was written")
	}
}

func TestStockToolsAcceptTheManifest(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("SKIPPED: there is no sha256sum here")
	}
	dir := filepath.Join(t.TempDir(), "auditor")
	if _, err := output.Write(dir, write(t, site()), output.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, manifest := range []string{"manifest-sha256.txt", "tagmanifest-sha256.txt"} {
		c := exec.Command(tool, "-c", "--strict", "--quiet", manifest)
		c.Dir = filepath.Join(dir, bagName)
		if said, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", manifest, err, said)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, bagName+".zip")); err != nil {
		t.Error(err)
	}
}
