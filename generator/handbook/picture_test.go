package handbook_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// with returns the small site with files added or replaced.
func with(files map[string]string) fstest.MapFS {
	site := small()
	for name, text := range files {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

// seen is the small site with a control in each state, half-way through its period.
func seen() fstest.MapFS {
	files := map[string]string{"content/evidence.toml": `
[[evidence]]
id = "EV-1"
title = "Hidden title of evidence"
controls = ["ST-1"]
kind = "report"
occurred_on = 2026-02-02
[[evidence]]
id = "EV-2"
title = "Hidden title of a statement"
controls = ["ST-2"]
kind = "nil"
statement = "Hidden: there was none."
covers = { from = 2026-01-01, to = 2026-06-30 }
`}
	for id, frequency := range map[string]string{"ST-1": "semi-annual", "ST-2": "event", "ST-3": "monthly", "ST-4": "annual"} {
		files["content/controls/"+id+".md"] = "---\nid: " + id + "\ntitle: Control " + id + "\nowner: PER-1\ncriteria: [CC7.1]\nfrequency: [" + frequency + "]\n---\nText.\n"
	}
	return with(files)
}

// mark returns the class of the mark or bar that says what is given, or "".
func mark(page, said string) string {
	m := regexp.MustCompile(`class="(?:mark|bar) (\w+)"[^>]*><title>` + regexp.QuoteMeta(said) + `<`).FindStringSubmatch(page)
	if m == nil {
		return ""
	}
	return m[1]
}

// A mark says by its shape what is known of a control in the period.
func TestMarksTellStates(t *testing.T) {
	all := pages(t, seen())
	for said, want := range map[string]string{
		"ST-1, CC7.1: evidenced in the period": "full", "ST-2, CC7.1: did not occur": "barred", "ST-3, CC7.1: missing": "crossed",
		"ST-4, CC7.1: not yet due": "open",
		"CC1.1: gap":               "crossed", "CC6.4: carved out": "ring", "CC6.5: not applicable": "barred",
	} {
		if got := mark(all["coverage/index.html"], said); got != want {
			t.Errorf("%q is marked %q, want %q", said, got, want)
		}
	}
	if got := mark(all["coverage/index.html"], "CC6.1: mapped"); got != "" {
		t.Errorf("a criterion that is mapped has a mark of its own, %q", got)
	}
}

// A picture has the words of the table that follows it, and the way to each control that staff may read.
func TestPicturesLeadToControls(t *testing.T) {
	coverage := pages(t, small())["coverage/index.html"]
	shows(t, coverage, `id="tp.pictures"`, `aria-label="Picture: CC6 Logical and physical access controls" aria-describedby="tp.pictures"`,
		`<a href="../criteria/tsc/cc6.1/index.html" tabindex="-1">`, `<a href="../controls/ac-01/index.html" tabindex="-1">`, ">AC-01<",
		`<a href="../controls/ac-01/index.html#tp.occurrences" tabindex="-1">`, "</svg>", "<table")
}

var occurrences = regexp.MustCompile(`<title>([A-Z]+-\d+), (\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d): ([a-z ]+)</title>`)

// The calendar has a bar for each window, and one for what gives no windows. Of a control that staff may not read it has the id
// and the state.
func TestCalendarShowsWindows(t *testing.T) {
	page := pages(t, seen())["calendar/index.html"]
	got := map[string]string{}
	for _, m := range occurrences.FindAllStringSubmatch(page, -1) {
		got[m[1]+" "+m[2]] = m[3]
	}
	for window, want := range map[string]string{
		"AC-01 2026-01-01 to 2026-03-31": "missing", "AC-01 2026-04-01 to 2026-06-30": "missing", "AC-01 2026-07-01 to 2026-09-30": "not yet due",
		"ST-1 2026-01-01 to 2026-06-30": "evidenced in the period", "ST-1 2026-07-01 to 2026-12-31": "not yet due",
		"ST-2 2026-01-01 to 2026-06-30": "did not occur", "ST-3 2026-12-01 to 2026-12-31": "not yet due", "ST-4 2026-01-01 to 2026-12-31": "not yet due",
	} {
		if got[window] != want {
			t.Errorf("%s is %q, want %q", window, got[window], want)
		}
	}
	if len(got) != 4+1+2+1+12+1 { // AC-01, VM-01 and ST-1 to ST-4
		t.Errorf("%d bars with a window: %v", len(got), got)
	}
	if mark(page, "AC-09: missing") != "crossed" || strings.Contains(page, "AC-09, 2026") {
		t.Error("of AC-09 more is told than its id and state, or less")
	}
	shows(t, page, ">Jan<", ">2026<", ">Dec<", "As of 2026-06-30")
}

// What is missing comes first, with its owner, and the table says what the picture shows: windows in one state together.
func TestCalendarInWords(t *testing.T) {
	page := pages(t, seen())["calendar/index.html"]
	missing, table, _ := strings.Cut(page, "Control by control")
	shows(t, missing, "Audit period 2026-01-01 to 2026-12-31.", "<strong>22</strong> expected occurrences", "<strong>1</strong> evidenced so far", "<strong>10</strong> missing",
		"<strong>1</strong> did not occur", "<strong>10</strong> not yet due", "counts as one occurrence",
		"Due and missing", ">10<", "AC-01", "2026-01-01 to 2026-06-30, 2 windows", "quarterly", "Anna Å",
		"AC-09", "(restricted)", "ST-3", "2026-01-01 to 2026-06-30, 6 windows", "monthly", "VM-01")
	shows(t, table, "<svg", "</svg>", "<table", "AC-01", "quarterly", "Anna Å", "2026-01-01 to 2026-06-30, 2 windows", "missing",
		"2026-07-01 to 2026-12-31, 2 windows", "not yet due", "AC-09", "(restricted)", "In the period", "missing", "ST-2", "did not occur")
	for _, p := range []string{page, pages(t, seen())["coverage/index.html"]} {
		if strings.Contains(p, "Hidden") || strings.Contains(p, "EV-") {
			t.Error("staff see evidence")
		}
	}
}

// The first page sums the calendar up below the gaps, and every page leads to it.
func TestCalendarIsFound(t *testing.T) {
	all := pages(t, seen())
	shows(t, all["index.html"], `class="gaps"`, "Coverage", `<a href="calendar/index.html">Evidence calendar</a>`, "<strong>10</strong> missing", "Policies")
	shows(t, all["policies/pol-ac/index.html"], "Coverage", `<a href="../../calendar/index.html">Calendar</a>`, "Gaps")
}

// In an audit of Type 1 one look is enough, however often a control is carried out.
func TestCalendarOfTypeOne(t *testing.T) {
	site := small()
	site["site.toml"].Data = []byte(strings.Replace(string(site["site.toml"].Data), "type = 2\nperiod_from = 2026-01-01\nperiod_to = 2026-12-31",
		"type = 1\nas_of = 2026-06-30", 1))
	page := pages(t, site)["calendar/index.html"]
	if got := mark(page, "AC-01, 2026-05-31 to 2026-06-30: missing"); got != "crossed" {
		t.Errorf("the look at AC-01 is marked %q", got)
	}
	shows(t, page, "<strong>3</strong> expected occurrences", "AC-01", "2026-05-31 to 2026-06-30", "quarterly")
}

// Without an audit nothing is said of coverage and occurrences, in pictures as in words.
func TestNoPicturesWithoutAnAudit(t *testing.T) {
	site := small()
	text := string(site["site.toml"].Data)
	head, rest, _ := strings.Cut(text, "[audit]")
	_, tail, _ := strings.Cut(rest, "[frameworks]")
	site["site.toml"].Data = []byte(head + "[frameworks]" + tail)
	all := pages(t, site)
	if _, ok := all["calendar/index.html"]; ok {
		t.Error("there is a calendar")
	}
	for p, page := range all {
		if strings.HasSuffix(p, ".html") && p != "in-force/index.html" && (strings.Contains(page, "<svg") || strings.Contains(page, "calendar")) {
			t.Errorf("%s shows a picture or leads to the calendar", p)
		}
	}
}
