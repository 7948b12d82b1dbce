package auditor_test

import (
	"encoding/csv"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator/node"
)

// rows reads a CSV file of the bundle as a program does that knows of the mark before it.
func rows(t *testing.T, files map[string]string, name string) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(files[bagName+"/data/"+name], "\ufeff")
	if !marked {
		t.Fatalf("%s is not there, or is not marked as UTF-8", name)
	}
	out, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// cell returns the cell of a row, which its first cell names, and a column.
func cell(t *testing.T, rows [][]string, id, column string) string {
	t.Helper()
	at := slices.Index(rows[0], column)
	for _, row := range rows[1:] {
		if row[0] == id && at >= 0 {
			return row[at]
		}
	}
	t.Errorf("there is no %q of %q in %q", column, id, rows)
	return ""
}

// twinsOf are the CSV files of some kinds; a register has the name of its folder.
var twinsOf = map[string]string{"control": "controls/controls.csv", "policy": "policies/policies.csv", "procedure": "policies/policies.csv",
	"evidence": "evidence/evidence.csv", "description": "description/description.csv"}

// Every record has a row, and every field of its struct a column, so that a field added tomorrow has one tomorrow.
func TestEveryRecordAndFieldIsInItsTwin(t *testing.T) {
	fsys := site()
	files := contents(t, write(t, fsys))
	for _, rec := range compile(t, fsys).Program.Records() {
		k := rec.Base().Kind
		name := twinsOf[k.Name]
		if name == "" {
			base := path.Base(k.Folder)
			name = "registers/" + base + "/" + base + ".csv"
		}
		table := rows(t, files, name)
		if !slices.ContainsFunc(table[1:], func(row []string) bool { return row[0] == rec.Base().ID }) {
			t.Errorf("%s has no row for %s", name, rec.Base().ID)
		}
		for _, f := range node.Fields(k.Type) {
			if !slices.ContainsFunc(table[0], func(key string) bool { return key == f.Key || strings.HasPrefix(key, f.Key+".") }) {
				t.Errorf("%s has no column for %s", name, f.Key)
			}
		}
	}
}

func TestTwinsHoldWhatIsWritten(t *testing.T) {
	fsys := site()
	fsys["content/procedures.toml"] = &fstest.MapFile{Data: []byte("[[procedure]]\nid = \"PRC-1\"\ntitle = \"Leaving\"\npolicies = [\"POL-AC\"]\nbody = '''\n" +
		"First\nthis:\n\n- *one* & all\n\n  of it\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\ny\n```\n'''\n")}
	files := contents(t, write(t, fsys))
	for _, test := range []struct{ file, id, column, want string }{
		{"controls/controls.csv", "AC-02", "owner", "Anna Åberg"},
		{"controls/controls.csv", "AC-02", "criteria", "CC6.2; GDPR Art. 32(1)(b)"},
		{"controls/controls.csv", "AC-02", "policies", "POL-AC#reviews"},
		{"controls/controls.csv", "AC-02", "frequency", "quarterly"},
		{"controls/controls.csv", "AC-02", "bundle.page", "data/controls/ac-02/index.html"},
		{"policies/policies.csv", "POL-AC", "review_every", "12 months"},
		{"policies/policies.csv", "POL-AC", "changelog", "version: 1.0, date: 2024-01-01, summary: First"},
		{"policies/policies.csv", "POL-AC", "bundle.kind", "policy"},
		{"policies/policies.csv", "PRC-1", "policies", "POL-AC"},
		{"policies/policies.csv", "PRC-1", "body", "First this: ¶ • one & all ¶ of it ¶ • two ¶ | a | b ¶ | 1 | 2 ¶ x ¶ y"},
		{"evidence/evidence.csv", "EV-1", "collected_at", "2026-03-31T15:04:00+02:00"},
		{"evidence/evidence.csv", "EV-1", "source", "granskning av åtkomst 2026.csv"},
		{"evidence/evidence.csv", "EV-1", "bundle.file", "data/evidence/ev-1/granskning-av-atkomst-2026.csv"},
		{"evidence/evidence.csv", "EV-1", "bundle.row_count", "2"},
		{"evidence/evidence.csv", "EV-1", "bundle.shows", "AC-02 2026-01-01/2026-03-31"},
		{"evidence/evidence.csv", "EV-2", "bundle.file", ""},
		{"evidence/evidence.csv", "EV-2", "bundle.held", "held elsewhere: the file was not there when the bundle was made"},
		{"registers/vendors/vendors.csv", "VEN-1", "subservice.method", "carve-out"},
		{"registers/vendors/vendors.csv", "VEN-1", "subservice.csocs", "criteria: CC6.4, text: Entry is limited, as AC-02 checks."},
		{"registers/risks/risks.csv", "RISK-1", "title", "Secret risk <b>"},
	} {
		if got := cell(t, rows(t, files, test.file), test.id, test.column); got != test.want {
			t.Errorf("%s, %s, %s: got %q, want %q", test.file, test.id, test.column, got, test.want)
		}
	}
}

// A row is a line, in every region and tool that reads it.
func TestTwinsAreRFC4180(t *testing.T) {
	files := contents(t, write(t, site()))
	seen := 0
	for name, text := range files {
		if !strings.HasSuffix(name, ".csv") || strings.HasPrefix(name, bagName+"/data/evidence/ev-") {
			continue
		}
		seen++
		if n, lines := len(rows(t, files, strings.TrimPrefix(name, bagName+"/data/"))), strings.Count(text, "\r\n"); n != lines || strings.Count(text, "\n") != lines {
			t.Errorf("%s has %d rows on %d lines", name, n, lines)
		}
	}
	if seen < 10 {
		t.Errorf("there are %d CSV files", seen)
	}
}

func TestTwinsRunNothing(t *testing.T) {
	fsys := site()
	fsys["content/risks.toml"] = &fstest.MapFile{Data: []byte("[[risk]]\nid = \"R-9\"\ntitle = \"=HYPERLINK(\\\"https://evil.example\\\")\"\n" +
		"impact = \"\\t=1\"\nlikelihood = \"-1\"\ntreatment = \"low; =cmd|' /C calc'!A0\"\ndescription = \"+1\"\nbody = \"@SUM(1)\"\n")}
	table := rows(t, contents(t, write(t, fsys)), "registers/risks/risks.csv")
	for column, want := range map[string]string{"title": `'=HYPERLINK("https://evil.example")`, "impact": "'=1", "likelihood": "-1",
		"treatment": "low; '=cmd|' /C calc'!A0", "description": "'+1", "body": "'@SUM(1)"} {
		if got := cell(t, table, "R-9", column); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
}

// What Excel would break apart is cut, and says so.
func TestLongCells(t *testing.T) {
	fsys := site()
	fsys["content/risks.toml"] = &fstest.MapFile{Data: []byte("[[risk]]\nid = \"R-9\"\ntitle = \"Long\"\nbody = \"" + strings.Repeat("å𝄞 ", 20_000) + "\"\n")}
	got := cell(t, rows(t, contents(t, write(t, fsys)), "registers/risks/risks.csv"), "R-9", "body")
	if units := len([]rune(got)) + strings.Count(got, "𝄞"); units > 32767 || !strings.Contains(got, "[cut:") {
		t.Errorf("the cell has %d units and ends %q", units, got[len(got)-100:])
	}
}

// The keys and the words of a CSV file are those of the records, whatever the language of the pages.
func TestTwinsSpeakNoLanguage(t *testing.T) {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(siteText + "[site]\nlanguages = [\"sv\"]\n")}
	files := contents(t, write(t, fsys))
	if got := cell(t, rows(t, files, "controls/controls.csv"), "AC-02", "frequency"); got != "quarterly" {
		t.Errorf("got %q", got)
	}
	if got := cell(t, rows(t, files, "policies/policies.csv"), "POL-AC", "review_every"); got != "12 months" {
		t.Errorf("got %q", got)
	}
	if got := cell(t, rows(t, files, "matrix/controls.csv"), "AC-02", "state"); got != "missing" {
		t.Errorf("got %q", got)
	}
}

// No id takes the place of a file that stands in its folder.
func TestRecordsNamedAsTwins(t *testing.T) {
	fsys := site()
	fsys["content/evidence/x.md"] = &fstest.MapFile{Data: []byte("---\nid: evidence.csv\ntitle: Odd\ncontrols: [AC-02]\nkind: report\n---\n")}
	files := contents(t, write(t, fsys))
	if got := cell(t, rows(t, files, "evidence/evidence.csv"), "evidence.csv", "bundle.page"); files[bagName+"/"+got] == "" {
		t.Errorf("its page is %q", got)
	}
}

func TestMissingTwin(t *testing.T) {
	table := rows(t, contents(t, write(t, site())), "gaps.csv")
	type key struct{ what, record, window string }
	got := map[key]string{}
	for _, row := range table[1:] {
		got[key{row[0], row[2], row[slices.Index(table[0], "window")]}] = row[slices.Index(table[0], "reason")]
	}
	for want, reason := range map[key]string{{"missing occurrence", "AC-02", "2025-10-01/2025-12-31"}: "",
		{"missing occurrence", "AC-02", "2026-04-01/2026-06-30"}: "Begun and not finished.",
		{"held elsewhere", "EV-2", ""}:                           "", {"gap", "POL-AC", ""}: ""} {
		if is, ok := got[want]; !ok || is != reason {
			t.Errorf("%v: got %q, %v", want, is, ok)
		}
	}
}

// A criterion that nothing covers stands in a column of its own, with the way to its page.
func TestMissingTwinNamesCriteria(t *testing.T) {
	files := contents(t, write(t, site()))
	table := rows(t, files, "gaps.csv")
	at := func(row []string, column string) string { return row[slices.Index(table[0], column)] }
	found := false
	for _, row := range table[1:] {
		if at(row, "rule") != "uncovered-criterion" {
			continue
		}
		found = found || at(row, "criterion") == "tsc:CC1.1"
		if page := at(row, "bundle.page"); at(row, "window") != "" || files[bagName+"/"+page] == "" {
			t.Errorf("%q has the window %q and the page %q", at(row, "criterion"), at(row, "window"), page)
		}
	}
	if !found {
		t.Error("CC1.1 is not said to be uncovered")
	}
}

func TestCriteriaTwin(t *testing.T) {
	table := rows(t, contents(t, write(t, site())), "criteria/criteria.csv")
	states := map[string]string{}
	for _, row := range table[1:] {
		states[row[1]] = row[slices.Index(table[0], "state")]
	}
	for id, want := range map[string]string{"CC6.2": "mapped", "CC6.4": "carved out", "CC1.1": "gap", "CC6.1": "gap"} {
		if states[id] != want {
			t.Errorf("%s is %q, want %q", id, states[id], want)
		}
	}
}
