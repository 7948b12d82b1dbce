package trust_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
)

// partners is a site with an announced subprocessor, one at work and a former one.
func partners(extra string) fstest.MapFS {
	site := small()
	site["site.toml"] = &fstest.MapFile{Data: []byte(`as_of = 2026-06-30
[organization]
name = "Exempel & Co"
privacy_contact = "mailto:privacy@example.com"
[site]
languages = ["en", "sv"]
base_url = "https://example.com/trust"
` + extra)}
	site["content/vendors.toml"] = &fstest.MapFile{Data: []byte(`[[vendor]]
id = "VEN-1"
title = "Hidden title"
purpose = "Hidden purpose"
public = { id = "VEN-new", title = "Nya AB", text = "Will read invoices for those who choose it. It keeps nothing." }
[vendor.subprocessor]
public = true
legal_name = "Nya i Borås AB"
org_number = "559900-3031"
country = "SE"
address = "=1+1"
contact = "dataskydd@nya.example"
products = ["Invoices"]
data = ["Names", "Images; of invoices"]
data_subjects = ["Craftsmen"]
locations = ["SE", "DK"]
access_from = ["SE"]
transfer = "scc"
transfer_note = "From Denmark."
dpa_url = "https://nya.example/dpa"
security_url = "javascript:alert(1)"
replaces = "Gamla AB"
reason = "Paper."
announced = 2026-06-01
effective = 2026-12-01
objection_until = 2026-07-01
chain = ["Bare AB", { name = "Hall AB", country = "NO", purpose = "Halls" }]
[[vendor]]
id = "VEN-2"
title = "Hidden"
public = { title = "Halls AB", text = "Runs the halls." }
[vendor.subprocessor]
public = true
announced = 2026-01-02
effective = 2026-02-01
[[vendor]]
id = "VEN-3"
title = "Hidden"
public = { title = "Gamla AB", text = "Read invoices." }
[vendor.subprocessor]
public = true
announced = 2020-01-02
effective = 2020-02-01
ended = 2026-03-31
[[vendor]]
id = "VEN-4"
title = "Hidden"
public = { text = "Sells desks." }
[vendor.subprocessor]
legal_name = "Hidden"
`)}
	return site
}

// The page tells all that is public of each subprocessor, apart by whether it is at work.
func TestSubprocessorsAreToldWhole(t *testing.T) {
	page := files(t, partners("[trust]\nnotice_days = 30\n"))["subprocessors/index.html"]
	announced, rest, _ := strings.Cut(page, `<h2 id="tp.current">`)
	current, rest, _ := strings.Cut(rest, `<h2 id="tp.former">`)
	former, companies, _ := strings.Cut(rest, `<h2 id="tp.companies">`)
	for part, want := range map[string][]string{
		announced: {`<a href="#tp.id.ven-new">Nya AB</a>`, `<td data-column="Purpose">Will read invoices for those who choose it.</td>`, "Sweden, Denmark",
			`data-after="2026-12-01" data-then="since 2026-12-01">from <time>2026-12-01</time></span>`, `data-after="2026-07-01" data-then="the time to object ended on 2026-07-01"`},
		current: {"Halls AB", "since <time>2026-02-01</time>"},
		former:  {"Gamla AB", "<time>2020-02-01</time> to <time>2026-03-31</time>", "at least 30 days before", "names no number of days", "is not that notice", `href="mailto:privacy@example.com"`},
		companies: {`id="tp.id.ven-new"`, "Nya i Borås AB", "559900-3031", "dataskydd@nya.example", "<li>Images; of invoices</li>", "Craftsmen", "standard contractual clauses",
			"From Denmark.", `<a href="https://nya.example/dpa">`, "<li>Bare AB</li>", "Hall AB, Norway", "Halls", "Paper.", "subject=Objection%20to%20a%20subprocessor%3A%20Nya%20AB"},
	} {
		for _, words := range want {
			if !strings.Contains(part, words) {
				t.Errorf("%q is not there, in\n%s", words, part)
			}
		}
	}
	if strings.Contains(page, "Hidden") || strings.Contains(page, `href="javascript`) {
		t.Errorf("the page is\n%s", page)
	}
}

// Days of notice that nobody wrote are not promised.
func TestNoticeDaysAreThoseOfTheSite(t *testing.T) {
	got := files(t, partners(""))
	holds(t, got, "subprocessors/index.html", "in the time that the agreement gives")
	if strings.Contains(got["subprocessors/index.html"], "30 days") || strings.Contains(got["subprocessors/subprocessors.json"], "notice_days") {
		t.Error("the days of the settings are promised")
	}
}

// The files hold what the page tells: for programs, for spreadsheets without a formula, and in Swedish for an agreement.
func TestSubprocessorsForPrograms(t *testing.T) {
	got := files(t, partners("[trust]\nnotice_days = 30\n"))
	var list struct {
		AsOf          string `json:"as_of"`
		NoticeDays    int    `json:"notice_days"`
		Subprocessors []struct {
			ID, Status, Name, Country, Purpose string
			Chain                              []struct{ Name, Country string }
		}
	}
	if err := json.Unmarshal([]byte(got["subprocessors/subprocessors.json"]), &list); err != nil {
		t.Fatal(err)
	}
	one := list.Subprocessors[2]
	if list.AsOf != "2026-06-01" || list.NoticeDays != 30 || len(list.Subprocessors) != 3 || one.ID != "VEN-new" || one.Status != "announced" || one.Country != "SE" ||
		len(one.Chain) != 2 || one.Chain[1].Country != "NO" || one.Purpose != "Will read invoices for those who choose it. It keeps nothing." {
		t.Errorf("the file says %+v", list)
	}
	rows := readCSV(t, got["subprocessors/subprocessors.csv"])
	if len(rows) != 4 || cellOf(t, rows, 3, "address") != "'=1+1" || cellOf(t, rows, 3, "chain") != "Bare AB; Hall AB, Norway (Halls)" || cellOf(t, rows, 1, "ended") != "2026-03-31" {
		t.Errorf("the rows are %q", rows)
	}
	annex := readCSV(t, got["sv/subprocessors/underbitraden-skr.csv"])
	if len(annex) != 3 || cellOf(t, annex, 2, "Firma") != "Nya i Borås AB" || cellOf(t, annex, 2, "Platser") != "Sverige; Danmark" {
		t.Errorf("the annex is %q", annex)
	}
	if _, ok := got["subprocessors/underbitraden-skr.csv"]; ok {
		t.Error("there is an annex in English")
	}
	holds(t, got, "sv/subprocessors/index.html", `<a href="../../sv/subprocessors/underbitraden-skr.csv">`)
	if strings.Contains(whole(got), "Hidden") {
		t.Error("a file tells what is not public")
	}
}

// readCSV reads a file as a spreadsheet does.
func readCSV(t *testing.T, text string) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(text, "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil || !marked {
		t.Fatalf("%v, marked: %t, in %q", err, marked, text)
	}
	return rows
}

// cellOf returns the cell of a row below a head.
func cellOf(t *testing.T, rows [][]string, n int, head string) string {
	t.Helper()
	for i, name := range rows[0] {
		if name == head && n < len(rows) {
			return rows[n][i]
		}
	}
	t.Fatalf("there is no %s in row %d of %q", head, n, rows)
	return ""
}

// A company is called the same in every language, and what those below it do is told in the language of the page, if somebody
// translated it.
func TestSubprocessorsInAnotherLanguage(t *testing.T) {
	site := partners("")
	site["content/vendors.sv.toml"] = &fstest.MapFile{Data: []byte(`[[vendor]]
id = "VEN-1"
[vendor.subprocessor]
chain = ["Datahallar"]
`)}
	got := files(t, site)
	page := got["sv/subprocessors/index.html"]
	for _, want := range []string{"<h3>Nya AB</h3>", `<div class="about">Datahallar</div>`, `<div class="prose" lang="en">`, "<h3>Halls AB</h3>"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not there, in\n%s", want, page)
		}
	}
	annex := readCSV(t, got["sv/subprocessors/underbitraden-skr.csv"])
	if chain := cellOf(t, annex, 2, "Ytterligare underbiträden"); chain != "Bare AB; Hall AB, Norge (Datahallar)" {
		t.Errorf("the annex tells of %q", chain)
	}
}
