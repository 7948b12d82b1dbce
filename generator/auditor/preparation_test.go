package auditor_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

const rolesText = `[[audit.roles]]
does = "Coordinates <all>"
person = "PER-anna"
[[audit.roles]]
does = "Leads"
name = "Gösta & Co"
[[audit.roles]]
does = "Signs"
name = "Gösta & Co"
`

// staffed is the site with roles in the audit.
func staffed() fstest.MapFS {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, "[frameworks]", rolesText+"[frameworks]", 1))}
	return fsys
}

func TestRoles(t *testing.T) {
	files := contents(t, write(t, staffed()))
	page := files[bagName+"/data/roles/index.html"]
	for _, want := range []string{"Coordinates &lt;all&gt;", "Gösta &amp; Co</th><td>Leads<br>Signs", `<td class="right"><a href="#tp.who.1.1">1</a></td>`,
		`id="tp.who.1.4"><dt>Evidence collected`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if _, one, _ := strings.Cut(page, `id="tp.one"`); !strings.Contains(one, "AC-02") || !strings.Contains(one, "EV-1") {
		t.Error("it is not said that the owner of AC-02 collected evidence of it")
	}
	table := rows(t, files, "roles/roles.csv")
	if got, want := strings.Join(table[2], "|"), "firm|Gösta & Co||Leads; Signs||||||"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	first := files[bagName+"/data/index.html"]
	if !strings.Contains(first, "Anna Åberg</a><div class=\"about\">Coordinates &lt;all&gt;") {
		t.Error("the first page does not say whom to ask first")
	}
	if page := contents(t, write(t, site()))[bagName+"/data/roles/index.html"]; !strings.Contains(page, "No role in the audit is stated.") {
		t.Error("it is not said that nobody has a role")
	}
}

// The first page says what is carved out and what does not apply before it says what is missing, and leads to no page that is not there.
func TestFirstPageSaysTheScope(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, "[frameworks]", "[[audit.not_applicable]]\ncriterion = \"CC3.4\"\nreason = \"None.\"\n[frameworks]", 1))}
	page := contents(t, write(t, fsys))[bagName+"/data/index.html"]
	scope, _, _ := strings.Cut(page, `id="tp.missing"`)
	for _, want := range []string{`<dt>Carved out</dt><dd><a href="registers/vendors/index.html#ven-1">`, `>CC3.4</a></span> (<a href="description/index.html#tp.DC8">`} {
		if !strings.Contains(scope, want) {
			t.Errorf("before what is missing there is no %s", want)
		}
	}
	for _, not := range []string{"since/index.html", "control-matrix.xlsx"} {
		if strings.Contains(page, `"`+not+`"`) {
			t.Errorf("the first page leads to %s, which is not there", not)
		}
	}
}

func TestCalendar(t *testing.T) {
	files := contents(t, write(t, site()))
	page := files[bagName+"/data/calendar/index.html"]
	missing, rest, _ := strings.Cut(page, `id="tp.calendar"`)
	for _, want := range []string{`<time class="id">2025-10-01</time> – <time class="id">2025-12-31</time>, quarterly`, "2026-04-01"} {
		if !strings.Contains(missing, want) {
			t.Errorf("%s is not said to be missing before all else", want)
		}
	}
	for _, want := range []string{`<svg class="chart"`, "AC-02, 2026-04-01 to 2026-06-30: missing", `rowspan="4"`, `href="../evidence/ev-1/granskning-av-atkomst-2026.csv"`} {
		if !strings.Contains(rest, want) {
			t.Errorf("the calendar has no %s", want)
		}
	}
	table := rows(t, files, "calendar/calendar.csv")
	if got, want := strings.Join(table[2], "|"), "AC-02|quarterly|2026-01-01|2026-03-31|evidenced|EV-1||data/controls/ac-02/index.html"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is lacking stands before what is asked, and the page says which stage it asks for.
func TestReadiness(t *testing.T) {
	files := contents(t, write(t, site()))
	page := files[bagName+"/data/readiness/index.html"]
	lacking, asked, _ := strings.Cut(page, `id="tp.areas"`)
	for _, want := range []string{"For an examination of Type 2.", `<a href="#tp.ready.evidence-windows">Each window`, "lacking: 2 of 4", "<a href=\"#tp.ready.assertion\">"} {
		if !strings.Contains(lacking, want) {
			t.Errorf("above there is no %s", want)
		}
	}
	if n, first := strings.Count(lacking, `<a href="#tp.ready.`), files[bagName+"/data/index.html"]; !strings.Contains(first, fmt.Sprintf(`<strong>%d</strong> <a href="readiness/index.html#tp.lacking">`, n)) {
		t.Errorf("the first page does not lead to the %d questions in which something is lacking", n)
	}
	for _, want := range []string{"AC-02: no evidence of the quarterly occurrence from 2025-10-01 to 2025-12-31", "none recorded", "Not asked for yet", "windows that were due: 2", "no control is mapped to it"} {
		if !strings.Contains(asked, want) {
			t.Errorf("below there is no %s", want)
		}
	}
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteText, "type = 2", "type = 2\nstage = \"readiness\"", 1))}
	page = contents(t, write(t, fsys))[bagName+"/data/readiness/index.html"]
	if !strings.Contains(page, "Before the first examination.") || strings.Contains(page, `id="tp.ready.evidence-windows"`) || !strings.Contains(page, `id="tp.ready.evidence-first"`) {
		t.Error("before the first audit, something else is asked")
	}
	table := rows(t, files, "readiness/readiness.csv")
	if got := cellsOf(table, "evidence-windows"); got != 2 {
		t.Errorf("%d rows tell of missing windows, want 2", got)
	}
}

func cellsOf(table [][]string, question string) int {
	n := 0
	for _, row := range table {
		if row[2] == question {
			n++
		}
	}
	return n
}

// What management recorded against a control stands wherever the control is shown with its evidence, and its windows are counted.
func TestDeficienciesStandByTheirControls(t *testing.T) {
	fsys := site()
	fsys["content/deficiencies.toml"] = &fstest.MapFile{Data: []byte("[[deficiency]]\nid = \"DEF-1\"\ntitle = \"Two reviews were not made\"\ncontrols = [\"AC-02\"]\n")}
	files := contents(t, write(t, fsys))
	for _, page := range []string{"controls/ac-02", "criteria/tsc/cc6.2", "policies/pol-ac"} {
		if !strings.Contains(files[bagName+"/data/"+page+"/index.html"], "<strong>Recorded deficiencies:</strong> <a href=") {
			t.Errorf("%s does not tell of the deficiency", page)
		}
	}
	if page := files[bagName+"/data/controls/ac-02/index.html"]; !strings.Contains(page, `<div class="counts"><ul class="plain"><li><span class="state state-missing">2 missing</span></li><li>2 evidenced</li>`) {
		t.Error("the windows of the control are not counted")
	}
}

// Of an audit without controls there is a calendar without rows, and of one whose period could not be read nothing is drawn.
func TestCalendarWithoutAnything(t *testing.T) {
	for name, text := range map[string]string{
		"no controls": siteText,
		"no period":   strings.NewReplacer("period_from = 2025-10-01\n", "", "period_to = 2026-09-30\n", "").Replace(siteText),
	} {
		fsys := fstest.MapFS{"site.toml": {Data: []byte(text)}, "content/README.md": {Data: []byte("# Nothing\n")}}
		if name == "no period" {
			fsys = site()
			fsys["site.toml"] = &fstest.MapFile{Data: []byte(text)}
		}
		for path, page := range contents(t, write(t, fsys)) {
			if strings.HasSuffix(path, "/data/calendar/index.html") && strings.Contains(page, "<svg") {
				t.Errorf("%s: a picture of nothing", name)
			}
		}
	}
}
