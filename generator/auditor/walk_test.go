package auditor_test

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Everything in the bundle is two clicks away from its first page.
func TestTwoClicks(t *testing.T) {
	files := contents(t, write(t, site()))
	first := bagName + "/data/index.html"
	reached, now := map[string]bool{first: true}, []string{first}
	for range 2 {
		var next []string
		for _, page := range now {
			for _, m := range ways.FindAllStringSubmatch(files[page], -1) {
				way, _, _ := strings.Cut(m[1], "#")
				if to := path.Join(path.Dir(page), way); strings.HasSuffix(page, ".html") && files[to] != "" && !reached[to] {
					reached[to] = true
					next = append(next, to)
				}
			}
		}
		now = next
	}
	for name := range files {
		if strings.HasPrefix(name, bagName+"/data/") && !strings.Contains(name, "/assets/") && !reached[name] {
			t.Errorf("%s is further away", name)
		}
	}
}

// A page that shows a list says where the same stands as CSV.
func TestPagesNameTheirTwins(t *testing.T) {
	files := contents(t, write(t, site()))
	for _, page := range []string{"criteria", "controls", "matrix", "policies", "evidence", "description", "calendar", "readiness", "roles", "registers/risks"} {
		if text := files[bagName+"/data/"+page+"/index.html"]; !strings.Contains(text, `href="`+strings.Repeat("../", strings.Count(page, "/")+1)+page+"/"+path.Base(page)+`.csv"`) {
			t.Errorf("%s names no CSV file", page)
		}
	}
	if !strings.Contains(files[bagName+"/data/index.html"], `href="gaps.csv"`) {
		t.Error("the first page names no CSV file of what is missing")
	}
}

func TestMatrix(t *testing.T) {
	files := contents(t, write(t, site()))
	table := rows(t, files, "matrix/controls.csv")
	for column, want := range map[string]string{"owner": "Anna Åberg", "expected_occurrences": "4", "evidenced": "2", "missing": "2", "did_not_occur": "0",
		"evidence": "EV-1; EV-2; EV-3", "criteria": "CC6.2", "other_frameworks": "GDPR Art. 32(1)(b)", "policies": "POL-AC#reviews", "state": "missing"} {
		if got := cell(t, table, "AC-02", column); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
	for i, column := range table[0] {
		if theirs := strings.HasPrefix(column, "for_service_auditor_") || column == "management_response"; theirs && slices.ContainsFunc(table[1:], func(row []string) bool { return row[i] != "" }) {
			t.Errorf("%q is filled in", column)
		}
	}
	page := files[bagName+"/data/matrix/index.html"]
	for _, want := range []string{`aria-label="mapped"`, `href="../criteria/tsc/cc6.2/index.html"`, "carved out", `<span class="state state-gap">gap</span>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the matrix has no %s", want)
		}
	}
	if n := strings.Count(page, `aria-label="mapped"`); n != 2 {
		t.Errorf("there are %d marks, want one for CC6.2 and one for article 32", n)
	}
}

// No table of the matrix has more columns than go across a sheet of paper.
func TestMatrixGoesAcross(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, `"gdpr"]`, `"iso27001"]`, 1))}
	for row := range strings.SplitSeq(contents(t, write(t, fsys))[bagName+"/data/matrix/index.html"], "<thead>") {
		head, _, _ := strings.Cut(row, "</thead>")
		if n := strings.Count(head, `scope="col"`); n > 11 {
			t.Errorf("a table has %d columns", n)
		}
	}
}

const registersText = `[[commitment]]
id = "CMT-1"
title = "Uptime"
description = "We are there, as [AC-02] helps."
kind = "service commitment"
controls = ["AC-02"]
`

func TestDescriptionTakesInTheRegisters(t *testing.T) {
	fsys := site()
	fsys["content/commitments.toml"] = &fstest.MapFile{Data: []byte(registersText)}
	fsys["content/cuecs.toml"] = &fstest.MapFile{Data: []byte("[[cuec]]\nid = \"CUEC-1\"\ntext = \"The customer keeps the code.\"\ncriteria = [\"CC6.1\"]\n")}
	fsys["content/responsibilities.toml"] = &fstest.MapFile{Data: []byte("[[responsibility]]\nid = \"RES-1\"\ntext = \"The customer answers the telephone.\"\n")}
	fsys["content/vendor_cuecs.toml"] = &fstest.MapFile{Data: []byte("[[vendor_cuec]]\nid = \"VC-1\"\nvendor = \"VEN-1\"\ntext = \"The list is kept current.\"\ncontrols = [\"AC-02\"]\n")}
	fsys["content/incidents.toml"] = &fstest.MapFile{Data: []byte("[[incident]]\nid = \"INC-1\"\ntitle = \"The flood\"\ndc4 = true\noccurred_on = 2026-01-02\n" +
		"[[incident]]\nid = \"INC-2\"\ntitle = \"The drizzle\"\n")}
	fsys["content/changes.toml"] = &fstest.MapFile{Data: []byte("[[change]]\nid = \"CHA-1\"\ntitle = \"New hall\"\non = 2026-02-01\naffects = [\"AC-02\", \"the north\"]\n" +
		"[[change]]\nid = \"CHA-2\"\ntitle = \"Old hall\"\non = 2020-02-01\n")}
	page := contents(t, write(t, fsys))[bagName+"/data/description/index.html"]
	at := 0
	for _, want := range []string{"Management’s description", "DC 1 ", "A ledger.", "DC 2 ", "We are there", "DC 3 ", "DC 4 ", "The flood", "DC 5 ", "Registering and removing users",
		"DC 6 ", "The customer keeps the code.", "The customer answers the telephone.", "DC 7 ", "carve-out", "Entry is limited", "The list is kept current.", "DC 8 ",
		"No criterion in scope is stated to be not applicable.", "DC 9 ", "New hall", "the north"} {
		body := page[strings.Index(page, "</nav>\n<section"):]
		if strings.HasPrefix(want, "Management") {
			body = page
		}
		next := strings.Index(body, want)
		if next < 0 || next < at && body != page {
			t.Errorf("%q stands at %d, after %d", want, next, at)
		}
		if body != page {
			at = next
		}
	}
	for _, not := range []string{"The drizzle", "Old hall"} {
		if strings.Contains(page, not) {
			t.Errorf("%q is in the description", not)
		}
	}
}

// What the description does not say is said where it should stand.
func TestDescriptionSaysWhatIsMissing(t *testing.T) {
	fsys := site()
	fsys["content/description/incidents.md"] = &fstest.MapFile{Data: []byte("---\nsection: DC4\n---\nNothing much.\n")}
	fsys["content/vendors.toml"] = &fstest.MapFile{Data: []byte("[[vendor]]\nid = \"VEN-1\"\ntitle = \"Hall\"\n[vendor.subservice]\nmethod = \"inclusive\"\n")}
	page := contents(t, write(t, fsys))[bagName+"/data/description/index.html"]
	for _, want := range []string{"DC 9 is missing", "DC 2 is missing", "no incident is marked as meeting DC 4", "own assertion is not recorded", "no control of ours monitors it"} {
		if !strings.Contains(page, want) {
			t.Errorf("the description does not say %q", want)
		}
	}
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.NewReplacer("type = 2", "type = 1\nas_of = 2026-09-30", "period_from = 2025-10-01", "",
		"period_to = 2026-09-30", "").Replace(siteText))}
	if page := contents(t, write(t, fsys))[bagName+"/data/description/index.html"]; strings.Contains(page, "DC 9") || !strings.Contains(page, "as of") {
		t.Error("a Type 1 has a section on changes in the period, or no date")
	}
}

// A sheet says what is not recorded, and shows the beginning of a file that holds no personal data.
func TestEvidenceSheet(t *testing.T) {
	fsys := site()
	files := contents(t, write(t, fsys))
	sheet := files[bagName+"/data/evidence/ev-1/index.html"]
	for _, want := range []string{"<td>Åsa</td><td>kept</td>", "<th scope=\"col\">decision</th>", "The evidence is the file.", "data/evidence/ev-1/granskning-av-atkomst-2026.csv",
		`<dt>Personal data</dt><dd><span class="absent">not recorded</span>`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet has no %s", want)
		}
	}
	if n := strings.Count(files[bagName+"/data/evidence/ev-2/index.html"], `<span class="absent">`); n != 6 {
		t.Errorf("of evidence without provenance %d fields are said to be not recorded, want 6", n)
	}
	text := string(fsys["content/evidence.toml"].Data)
	fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "row_count = 2", "row_count = 2\npersonal_data = true", 1))}
	if sheet := contents(t, write(t, fsys))[bagName+"/data/evidence/ev-1/index.html"]; strings.Contains(sheet, "kept") {
		t.Error("the sheet shows personal data")
	}
}

// The first page stays short however much there is: it counts what the lists hold.
func TestFirstPageIsShort(t *testing.T) {
	page := contents(t, write(t, many(300)))[bagName+"/data/index.html"]
	_, here, found := strings.Cut(page, `id="tp.here"`)
	if n := len(regexp.MustCompile(`<tr>|<li>`).FindAllString(here, -1)); !found || n > 60 {
		t.Errorf("below what is missing there are %d rows", n)
	}
}
