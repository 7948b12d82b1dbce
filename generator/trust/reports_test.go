package trust_test

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// examined is the small site with two reports in a row, a letter after the second, and a test by a firm that has no id.
func examined() fstest.MapFS {
	site := small()
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(`[[report]]
id = "RPT-2"
title = "Hidden"
kind = "soc2"
type = 2
period = { from = 2024-10-01, to = 2025-09-30 }
issued = 2025-11-28
opinion = "qualified"
supersedes = "RPT-1"
auditor = { name = "Revision AB", country = "SE", licence_url = "https://example.com/licence" }
categories = ["security"]
not_in_scope = ["privacy"]
use = "restricted"
access = "listed"
next_expected = 2026-11-30
sha256 = "1b5ca6900adc6357d768dd37da5adcc9c3cc6c7e0ef69aadae22ac6ca1f4f339"
[report.public]
id = "RPT-2"
title = "The second report"
fields = ["kind", "type", "period", "issued", "opinion", "auditor", "categories", "not_in_scope", "use", "access", "next_expected", "supersedes", "sha256"]
reviewed_on = 2026-05-31

[[report]]
id = "RPT-1"
title = "Hidden"
kind = "soc2"
type = 2
period = { from = 2023-10-01, to = 2024-09-30 }
public = { id = "RPT-1", title = "The first report", fields = ["kind", "type", "period"] }

[[report]]
id = "RPT-BRIDGE"
title = "Hidden"
kind = "bridge-letter"
period = { from = 2025-10-01, to = 2025-12-31 }
covers = "RPT-2"
signatory = "Managing director"
public = { id = "RPT-BRIDGE", title = "The letter", fields = ["kind", "period", "covers", "signatory"] }

[[report]]
id = "RPT-PEN"
title = "Hidden"
kind = "pentest"
period = { from = 2026-04-13, to = 2026-04-22 }
public = { title = "The test", fields = ["kind", "period"] }
`)}
	return site
}

// A report that everybody may name has a page with all that is told of it, and with the reports around it; one that nobody may name
// stands on the list.
func TestReportsStandWhole(t *testing.T) {
	pages := center(t, examined())
	holds(t, pages, "reports/index.html", `<a href="../reports/rpt-2/index.html">The second report</a>`, `<h2 id="tp.report.1">The test</h2>`,
		"Superseded reports", `<a href="../reports/rpt-1/index.html">The first report</a>`)
	holds(t, pages, "reports/rpt-2/index.html", "<dt>Opinion, as the firm states it</dt><dd>qualified</dd>", "Revision AB, Sweden",
		`<a href="https://example.com/licence">Check its licence<svg class="icon external"`, "<dd>Privacy</dd>", "It is not for publication.", "The file is not on this site.",
		"<code>1b5ca6900adc6357d768dd37da5adcc9c3cc6c7e0ef69aadae22ac6ca1f4f339</code>", ">The letter</a>", ">The first report</a>", "Independently examined")
	holds(t, pages, "reports/rpt-bridge/index.html", "Managing director", ">The second report</a>", "Self-assessed")
	holds(t, pages, "reports/rpt-1/index.html", "<dt>Superseded by</dt>", ">The second report</a>")
	for _, gone := range []string{"Hidden", "RPT-PEN"} {
		if strings.Contains(whole(pages), gone) {
			t.Errorf("%q is told", gone)
		}
	}
}

// Of an examination a reader looks for certain facts; what nobody told is said to be missing. Of a test nobody expects an opinion.
func TestWhatAReportDoesNotTellIsSaid(t *testing.T) {
	pages := center(t, examined())
	holds(t, pages, "reports/rpt-1/index.html", `<dt>Opinion, as the firm states it</dt><dd><span class="absent">not stated here</span></dd>`)
	if strings.Contains(pages["reports/rpt-bridge/index.html"], "not told here") {
		t.Error("of a letter an opinion is expected")
	}
}

// The days that neither a report nor a letter covers are told; those after the last of them go on.
func TestUncoveredDays(t *testing.T) {
	const after, between = "from <time>2026-01-01</time>", "<time>2024-10-01</time> – <time>2024-11-30</time>"
	pages := center(t, examined())
	holds(t, pages, "reports/index.html", "Not covered by any SOC 2 report or bridge letter listed here:", after)
	holds(t, pages, "reports/rpt-2/index.html", after)
	site := examined()
	text := string(site["content/reports.toml"].Data)
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "from = 2024-10-01", "from = 2024-12-01", 1))}
	pages = center(t, site)
	holds(t, pages, "reports/index.html", between, after)
	if strings.Contains(pages["reports/rpt-2/index.html"], between) {
		t.Error("days before a report are said to lie after it")
	}
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte("[[report]]\nid = \"R\"\ntitle = \"Hidden\"\nkind = \"soc2\"\n" +
		"period = { from = 2024-10-01, to = 2025-09-30 }\npublic = { title = \"The report\", fields = [\"kind\", \"period\"] }\n")}
	if page := center(t, site)["reports/index.html"]; strings.Contains(page, "Not covered") {
		t.Errorf("nobody said on which day, and days are said to be uncovered:\n%s", page)
	}
}

// The picture of the reports holds a lane for each, and says in its legend what stands in it and nothing else.
func TestReportsAreDrawnInTime(t *testing.T) {
	page := center(t, examined())["reports/index.html"]
	for _, want := range []string{">RPT-2<", ">RPT-BRIDGE<", "2025-10-01 to 2025-12-31", "As of 2026-05-31", "Time that management speaks for", "Next one expected"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not there", want)
		}
	}
	if strings.Contains(page, "certificate") {
		t.Error("the legend speaks of a certificate, and there is none")
	}
}

// The first screen says what was examined, by whom and until when, and what is planned; a report in whose place another has come is
// not on it, nor one that nobody else stands behind.
func TestOverviewTellsWhatOthersExamined(t *testing.T) {
	site := examined()
	site["content/trust/claims.toml"] = &fstest.MapFile{Data: []byte(`[[claim]]
id = "CLM-NEXT"
title = "The next report"
text = "Expected in November."
topic = "currency"
level = "planned"
`)}
	pages := center(t, site)
	holds(t, pages, "index.html", `<a href="reports/rpt-2/index.html">SOC 2 report, Type 2</a>`, "Revision AB", "qualified", "2026-09-30", "The next report", "Planned")
	for _, gone := range []string{"The first report", "The letter", "The test"} {
		if strings.Contains(pages["index.html"], gone) {
			t.Errorf("%q is on the first page", gone)
		}
	}
	delete(site, "content/reports.toml")
	site["content/reports.toml"] = &fstest.MapFile{Data: []byte("[[report]]\nid = \"P\"\ntitle = \"Hidden\"\nkind = \"pentest\"\npublic = { title = \"The test\", fields = [\"kind\"] }\n")}
	holds(t, center(t, site), "index.html", "No report by an independent firm is listed here.")
}

// What is recent is counted from the newest day that stands on the page.
func TestRecentNotices(t *testing.T) {
	site := small()
	for name, day := range map[string]string{"new": "2026-05-20", "older": "2026-02-25", "old": "2026-02-01"} {
		site["content/trust/updates/"+name+".md"] = &fstest.MapFile{Data: []byte("---\nid: UPD-" + name + "\ntitle: Notice " + name +
			"\nclass: product\npublished: " + day + "\n---\nText.\n")}
	}
	pages := center(t, site)
	holds(t, pages, "index.html", "In the 90 days before 2026-05-20", "Notice new", "Notice older", "Halls AB, announced on <time>2026-04-02</time>, begins on <time>2026-06-01</time>")
	if strings.Contains(pages["index.html"], "Notice old<") {
		t.Error("a notice of February is recent in May")
	}
}

var asked = regexp.MustCompile(`id="tp\.asked\.([a-z-]+)"`)

// Reviewers' questions stand in the order of the topics that a question can have, each of them.
func TestReviewersAskAboutEveryTopic(t *testing.T) {
	var got, want []string
	for _, m := range asked.FindAllStringSubmatch(center(t, examined())["reviewers/index.html"], -1) {
		got = append(got, m[1])
	}
	for _, f := range node.Fields(reflect.TypeFor[program.Question]()) {
		if f.Key == "topic" {
			want = f.Of
		}
	}
	if !slices.Equal(got, want) || len(want) != 20 {
		t.Errorf("asked\n%q\nwant\n%q", got, want)
	}
}

// question returns what stands under a question of the reviewers' page.
func question(t *testing.T, page, topic string) string {
	t.Helper()
	_, after, ok := strings.Cut(page, `id="tp.asked.`+topic+`"`)
	if !ok {
		t.Fatalf("nothing is asked about %s", topic)
	}
	out, _, _ := strings.Cut(after, "</section>")
	return out
}

// Each question is answered from the records, with who says so as of when; where nothing public answers it, that is said.
func TestReviewersAreAnswered(t *testing.T) {
	site := examined()
	site["content/trust/claims.toml"] = &fstest.MapFile{Data: []byte("[[claim]]\nid = \"CLM-1\"\ntitle = \"Sign-in\"\ntext = \"With a second factor.\"\nsection = \"security\"\n" +
		"topic = \"access\"\nlevel = \"commitment\"\nas_of = 2026-05-01\n")}
	site["content/trust/questions/q.md"] = &fstest.MapFile{Data: []byte("---\nid: Q-1\ntitle: Who signs in?\ntopic: access\n---\nStaff.\n")}
	for id, more := range map[string]string{"UPD-1": "", "UPD-2": "corrects: UPD-1\n"} {
		site["content/trust/updates/"+id+".md"] = &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: Notice " + id + "\nclass: incident\npublished: 2026-05-02\n" +
			more + "---\nText.\n")}
	}
	vendors := site["content/vendors.toml"].Data
	site["content/vendors.toml"] = &fstest.MapFile{Data: bytes.ReplaceAll(vendors, []byte("effective = 2026-06-01"), []byte("effective = 2026-04-01"))}
	page := strings.NewReplacer("<time>", "", "</time>", "").Replace(center(t, site)["reviewers/index.html"])
	for topic, want := range map[string][]string{
		"report":        {"SOC 2 report, Type 2", "2024-10-01 to 2025-09-30; Revision AB; opinion: qualified; Security", "Independently examined", "our summary of 2026-05-31"},
		"currency":      {"it runs to 2025-09-30", "a bridge letter runs to 2025-12-31", "nothing listed here covers the time from 2026-01-01", "2026-11-30"},
		"pentest":       {"2026-04-13 to 2026-04-22", "Tested by an outside firm"},
		"subprocessors": {"One subprocessor is engaged", "Halls AB, since 2026-04-01", "2026-04-02"},
		"location":      {"Sweden"},
		"access":        {`href="../security/index.html#tp.id.clm-1">Sign-in</a>`, "With a second factor.", "Commitment", "2026-05-01", ">Who signs in?</a>"},
		"incidents":     {"Notice UPD-1", `href="../incidents/index.html"`},
		"people":        {"Not stated here."},
	} {
		for _, words := range want {
			if got := question(t, page, topic); !strings.Contains(got, words) {
				t.Errorf("%s: %q is not there, in\n%s", topic, words, got)
			}
		}
	}
	if got := question(t, page, "incidents"); strings.Contains(got, "Notice UPD-2") {
		t.Errorf("a correction is counted as an incident, in\n%s", got)
	}
}

// The page of criteria holds those of the reports alone; what names items of other frameworks stands by those, apart from what a
// criterion of the same matter leads to.
func TestCriteriaAndOtherFrameworks(t *testing.T) {
	site := examined()
	site["site.toml"] = &fstest.MapFile{Data: []byte(string(site["site.toml"].Data) + "[trust]\nframeworks = [\"iso27001\"]\n")}
	pages := center(t, site)
	holds(t, pages, "criteria/index.html", "Criteria in the categories of our reports: 33. A public control is described for 1 of them.", "not in the scope of:", "Privacy")
	if strings.Contains(pages["criteria/index.html"], "GDPR") {
		t.Error("an item of another framework stands among the criteria")
	}
	page := pages["frameworks/index.html"]
	_, item, _ := strings.Cut(page, `id="tp.iso27001.a.8.5"`)
	item, _, _ = strings.Cut(item, "</tr>")
	if !strings.Contains(item, `By way of <a href="../criteria/index.html#tp.tsc.cc6.1"`) {
		t.Errorf("A.8.5 is\n%s", item)
	}
	holds(t, pages, "frameworks/index.html", "no certificate follows from it", "General Data Protection Regulation", `id="tp.gdpr.32-1-b"`)
}
