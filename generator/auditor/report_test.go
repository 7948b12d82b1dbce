package auditor_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// with lays further files over the site.
func with(fsys fstest.MapFS, files ...string) fstest.MapFS {
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

// type1 is the site with an examination of the design on one day.
func type1() fstest.MapFS {
	return with(site(), "site.toml", strings.NewReplacer("type = 2", "type = 1\nas_of = 2026-09-30", "period_from = 2025-10-01\n", "",
		"period_to = 2026-09-30\n", "").Replace(siteText))
}

// pageOf renders a site and returns one of its pages.
func pageOf(t *testing.T, fsys fstest.MapFS, path string) string {
	t.Helper()
	page, ok := contents(t, write(t, fsys))[bagName+"/data/"+path+"/index.html"]
	if !ok {
		t.Fatalf("there is no page %s", path)
	}
	return page
}

// says checks what a page says, and with "not " before it what it does not.
func says(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if not, denied := strings.CutPrefix(w, "not "); denied && strings.Contains(page, not) {
			t.Errorf("the page says %q", not)
		} else if !denied && !strings.Contains(page, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

// What the firm calls a section is what every page calls it.
func TestSectionsAreCalledAsTheFirmCallsThem(t *testing.T) {
	for _, c := range []struct{ auditor, first, assertion, description string }{
		{"", "Section 1: Service auditor’s report", "Section 2: Management’s assertion", "Section 3: Management’s description of the system"},
		{"sections = [\"assertion\"]\nnumbering = \"roman\"\n", "Section I: Management’s assertion", "Section I: Management’s assertion", "Section III: Management’s description of the system"},
		{"sections = [\"description\"]\nnumbering = \"none\"\n", "Management’s description of the system", "Management’s assertion", "Management’s description of the system"},
	} {
		files := contents(t, write(t, with(site(), "site.toml", siteText+"[auditor]\n"+c.auditor)))
		data := bagName + "/data/"
		says(t, files[data+"report/assertion/index.html"], "<h1>"+c.assertion+"</h1>", "“"+c.description+"”")
		says(t, files[data+"description/index.html"], "<h1>"+c.description+"</h1>")
		index := files[data+"report/index.html"]
		says(t, index, c.assertion, c.description)
		first := regexp.MustCompile(`<th scope="row"><a href="[^"]*">([^<]*)`).FindStringSubmatch(index)
		if first == nil || first[1] != c.first {
			t.Errorf("the first section is %q, want %q", first, c.first)
		}
	}
}

// The draft asserts two things on a day and three throughout a period, and says beside each what the records hold against it.
func TestAssertionIsDrafted(t *testing.T) {
	page := pageOf(t, site(), "report/assertion")
	says(t, page, "Draft, for management to check, change and sign", "the period from 2025-10-01 to 2026-09-30", "Confidentiality", "carve-out method",
		"<strong>Description.</strong>", "<strong>Design.</strong>", "<strong>Operation.</strong>", "Before this is signed", "Begun and not finished.",
		`<a href="../../controls/ac-02/index.html"><span class="id">AC-02</span>`, `href="../../description/index.html#tp.DC2"`, "<dt>Signature</dt><dd></dd>")
	_, operation, _ := strings.Cut(page, "<strong>Operation.</strong>")
	says(t, operation, "AC-02")

	page = pageOf(t, type1(), "report/assertion")
	says(t, page, "the system as it was on 2026-09-30", "DC 1 to DC 8", "<strong>Design.</strong>", "not <strong>Operation.</strong>", "not hroughout", "not nothing collected")
	says(t, pageOf(t, with(type1(), "content/evidence.toml", ""), "report/assertion"), "nothing collected at or shortly before the date shows these controls")
}

// Management's own text takes the place of the draft. What the records hold stays.
func TestAssertionOfManagementReplacesTheDraft(t *testing.T) {
	page := pageOf(t, with(site(), "content/statements/assertion.md", `---
id: STM-1
about: assertion
by: PER-anna
on: 2026-09-30
---
We, who lead the company, assert this of [AC-02].
`), "report/assertion")
	says(t, page, "We, who lead the company, assert this of", "Anna Åberg", "2026-09-30", "What in the records speaks against it", "Begun and not finished.",
		"not Draft", "not suitably designed")
}

// The management of an organization by the inclusive method asserts its own part; that it has not is said.
func TestVendorsAssertTheirOwnPart(t *testing.T) {
	const vendor = `[[vendor]]
id = "VEN-2"
title = "Bank side"
[vendor.subservice]
method = "inclusive"
services = ["Files"]
monitored_by = ["AC-02"]
[[vendor.subservice.csocs]]
criteria = ["CC6.4"]
text = "Two persons look at each file."
`
	fsys := with(site(), "content/vendors.toml", vendor)
	page := pageOf(t, fsys, "report/assertion")
	says(t, page, "Assertions of subservice organizations", "the vendor’s own assertion is not recorded")
	says(t, pageOf(t, fsys, "report/tests"), "VEN-2, control 1", "Two persons look at each file.")
	says(t, pageOf(t, with(site(), "content/vendors.toml", strings.Replace(vendor, "services", "assertion = \"Letter of 30 September\"\nservices", 1)), "report/assertion"),
		"Letter of 30 September", "not the vendor’s own assertion is not recorded")
}

// Where neither a record nor a person says anything, the page says that, and states nothing in anybody's place.
func TestDisclosures(t *testing.T) {
	const silent = "Neither a record nor a statement says anything about it."
	page := pageOf(t, site(), "report/disclosures")
	if n := strings.Count(page, silent); n != 5 { // not of operation, of which an occurrence is missing, nor of what is to come
		t.Errorf("%d matters are said to be silent, want 5", n)
	}
	page = pageOf(t, with(site(), "content/statements.toml", `[[statement]]
id = "STM-1"
about = "fraud"
statement = "We know of no fraud."
by = "PER-anna"
on = 2026-09-30
[[statement]]
about = "access"
body = "All is open."
[[statement]]
about = "noncompliance"
statement = "We know of none."
by = "PER-anna"
on = 2026-05-31
[[statement]]
about = "operation"
statement = "Every control operated."
by = "PER-anna"
on = 2026-09-30
`, "content/deficiencies.toml", "[[deficiency]]\nid = \"DEF-1\"\ntitle = \"A gap\"\nfound_on = 2026-02-01\n[[deficiency]]\nid = \"DEF-0\"\ntitle = \"Before\"\nfound_on = 2024-02-01\nclosed_on = 2024-05-01\n"),
		"report/disclosures")
	says(t, page, "We know of no fraud.", "Anna Åberg", "A statement does not say who made it, or on which day.", "A statement is older than the end of the time examined.",
		"A person states that there was nothing, but the records hold something.", "Deficiencies in the register that were closed before the time examined: 1.", "not Before")
	if n := strings.Count(page, "DEF-1"); n != 2 { // whether it lay in design or in operation nobody says
		t.Errorf("the deficiency is there %d times, want under design and under operation", n)
	}
}

// The service auditor's columns are empty. In a report of Type 1 there are none.
func TestTestsAreTheServiceAuditors(t *testing.T) {
	for _, path := range []string{"report/tests", "report/tests/by-criterion"} {
		page := pageOf(t, site(), path)
		says(t, page, "For the service auditor", "Test of the control", "The owner compares, as")
		cells := regexp.MustCompile(`<td>(.*?)</td>`).FindAllStringSubmatch(page, -1)
		blank := 0
		for _, c := range cells {
			if c[1] == `<span class="blank" role="img" aria-label="empty, for the service auditor"></span>` {
				blank++
			}
		}
		if blank < 4 {
			t.Errorf("%s: %d empty cells", path, blank)
		}
		says(t, pageOf(t, type1(), path), "In a report of Type 1 there are no tests of controls and no results", "The owner compares, as", "not Test of the control", "not class=\"blank\"")
	}
	if n := strings.Count(pageOf(t, site(), "report/tests"), "The owner compares, as"); n != 1 {
		t.Errorf("the control stands %d times where each stands once", n)
	}
	if n := strings.Count(pageOf(t, site(), "report/tests/by-criterion"), "The owner compares, as"); n != 2 { // CC6.2, and Art. 32 of the GDPR
		t.Errorf("the control stands %d times under its two criteria", n)
	}
}

// The place of the opinion holds the scope, and no word of an opinion.
func TestOpinionIsAnEmptyPlace(t *testing.T) {
	says(t, pageOf(t, with(site(), "site.toml", strings.Replace(siteText, "type = 2", "type = 2\nfirm = \"Example Revision AB\"", 1)), "report/opinion"),
		"This place is for the service auditor, Example Revision AB.", "Confidentiality", "VEN-1", "2025-10-01", "not unqualified", "not our opinion", "not fairly")
}

// A response names the exception that it answers; a deficiency that answers none yet says so.
func TestResponsesToExceptions(t *testing.T) {
	const deficiency = "[[deficiency]]\nid = \"DEF-1\"\ntitle = \"A gap\"\ncontrols = [\"AC-02\"]\nfound_on = 2026-02-01\nresponse = \"Mended.\"\n"
	says(t, pageOf(t, with(site(), "content/deficiencies.toml", deficiency), "report/other"), "No exception of the service auditor is recorded.",
		"Exception (for the service auditor)", "Deficiencies that management found itself", "Mended.")
	says(t, pageOf(t, with(site(), "content/deficiencies.toml", deficiency+"exception = \"4.2\"\n", "content/statements.toml",
		"[[statement]]\nabout = \"other-information\"\nbody = \"We moved in October.\"\n"), "report/other"),
		"Exception 4.2", "Mended.", "We moved in October.", "not No exception of the service auditor", "not Deficiencies that management found itself")
}

// A component of the system for which the text has no word is told, and an incident of which DC 4 asks more.
func TestDescriptionTellsWhatItsTextLacks(t *testing.T) {
	page := pageOf(t, with(site(), "content/description.toml", "[[description]]\nsection = \"DC3\"\nbody = \"Our own program, on rented servers, with records of flats.\"\n"+
		"[[description]]\nsection = \"DC4\"\nstatement = \"There was none.\"\n", "content/incidents.toml", "[[incident]]\nid = \"INC-1\"\ntitle = \"It stopped\"\ndc4 = true\n"), "description")
	says(t, page, "the text has no word for this component: people", "the text has no word for this component: procedures", "not component: software", "not component: infrastructure",
		"not component: data", "A person states that there was nothing, but the records hold something.", "INC-1: when it happened is not stated", "INC-1: what happened is not stated")
}
