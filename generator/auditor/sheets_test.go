package auditor_test

import (
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// workbook returns the files of a bundle, and its control matrix opened.
func workbook(t *testing.T, fsys fstest.MapFS) (map[string]string, *excelize.File) {
	t.Helper()
	files := contents(t, write(t, fsys))
	return files, opened(t, files, "matrix/control-matrix.xlsx")
}

// opened returns a workbook among the files of a bundle.
func opened(t *testing.T, files map[string]string, file string) *excelize.File {
	t.Helper()
	text := ""
	for name := range files {
		if strings.HasSuffix(name, "/data/"+file) {
			text = files[name]
		}
	}
	f, err := excelize.OpenReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// inLanguage is the site in a language.
func inLanguage(lang string) fstest.MapFS {
	fsys := site()
	fsys["site.toml"] = &fstest.MapFile{Data: []byte(siteText + "[site]\nlanguages = [\"" + lang + "\"]\n")}
	return fsys
}

func TestSheetsOfTheMatrix(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Read me, Controls, Criteria, Matrix, Evidence, IPE, Populations, Policies, CUECs, Responsibilities, Subservice organizations, Commitments, Risks, Incidents, Deficiencies, Changes, Waivers, Manifest",
		"sv": "Läs mig, Kontroller, Kriterier, Matris, Underlag, IPE, Populationer, Policyer, CUEC, Kundens ansvar, Underleverantörer av tjänster, Åtaganden, Risker, Incidenter, Brister, Förändringar, Dispenser, Manifest",
	} {
		files, f := workbook(t, inLanguage(lang))
		if got := strings.Join(f.GetSheetList(), ", "); got != want {
			t.Errorf("%s: the sheets are %s", lang, got)
		}
		for _, row := range rows(t, files, "matrix/read-me.csv")[1:] {
			if row[3] != "" && len(rows(t, files, "matrix/"+row[3])[0]) == 0 {
				t.Errorf("%s has no head", row[3])
			}
		}
	}
}

// What a cell leads to is there: a file of the bag, or the row of what it names.
func TestLinksOfTheWorkbook(t *testing.T) {
	files, f := workbook(t, inLanguage("sv"))
	rowLinks, fileLinks := 0, 0
	for _, sheet := range f.GetSheetList() {
		table, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range table {
			for j, text := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				linked, to, err := f.GetCellHyperLink(sheet, at)
				if err != nil || !linked {
					continue
				}
				if other, cell, inside := strings.Cut(to, "!"); inside {
					rowLinks++
					named, err := f.GetCellValue(strings.Trim(other, "'"), cell)
					if err != nil || cell != "A1" && !strings.HasPrefix(text, named) || named == "" {
						t.Errorf("%s!%s says %q and leads to %q in %s (%v)", sheet, at, text, named, to, err)
					}
					continue
				}
				fileLinks++
				file, _, _ := strings.Cut(to, "#")
				if !strings.Contains(to, "://") && files[path.Join(bagName, "data/matrix", file)] == "" {
					t.Errorf("%s!%s leads to %s", sheet, at, to)
				}
			}
		}
	}
	if rowLinks < 20 || fileLinks < 100 {
		t.Errorf("there are %d links to rows and %d to files", rowLinks, fileLinks)
	}
}

func TestHerColumnsOfTheWorkbook(t *testing.T) {
	_, f := workbook(t, site())
	table, err := f.GetRows("Controls")
	if err != nil {
		t.Fatal(err)
	}
	head := table[0]
	for _, want := range []string{"test of the control", "sample", "result", "exception"} {
		at := slices.Index(head, "For the service auditor: "+want)
		if at < 0 || len(table[1]) > at {
			t.Errorf("her column for the %s stands at %d, of %d cells in the row", want, at, len(table[1]))
		}
	}
}

// The manifest lists every file with its digest, but for itself and the workbook around it.
func TestManifestSheet(t *testing.T) {
	files := contents(t, write(t, site()))
	listed := map[string][]string{}
	for _, row := range rows(t, files, "matrix/manifest.csv")[1:] {
		listed[row[0]] = row
	}
	for name, text := range files {
		p, payload := strings.CutPrefix(name, bagName+"/")
		row := listed[p]
		switch {
		case !payload || !strings.HasPrefix(p, "data/"):
		case p == "data/matrix/manifest.csv" || p == "data/matrix/control-matrix.xlsx":
			if row != nil || !strings.Contains(files[bagName+"/manifest-sha256.txt"], p) {
				t.Errorf("%s is in the sheet, or not in the manifest of the bag", p)
			}
		case row == nil || row[1] != fmt.Sprint(len(text)) || row[2] != fmt.Sprintf("%x", sha256.Sum256([]byte(text))):
			t.Errorf("%s: the row is %q", p, row)
		}
	}
	if got := listed["data/evidence/ev-1/granskning-av-atkomst-2026.csv"]; got == nil || got[3] != "EV-1" {
		t.Errorf("the raw file has the row %q", got)
	}
}

// What the record says otherwise than the file, and what nobody recorded, is named.
func TestIPESheet(t *testing.T) {
	fsys := site()
	text := strings.Replace(string(fsys["content/evidence.toml"].Data), "row_count = 2", "row_count = 3", 1)
	fsys["content/evidence.toml"] = &fstest.MapFile{Data: []byte(text)}
	table := rows(t, contents(t, write(t, fsys)), "matrix/ipe.csv")
	for _, test := range []struct{ id, column, want string }{{"EV-1", "differs", "row_count"}, {"EV-1", "recorded_rows", "3"}, {"EV-1", "counted_rows", "2"},
		{"EV-1", "not_recorded", ""}, {"EV-1", "query", "all active users"}, {"EV-1", "collected_at", "2026-03-31T15:04:00+02:00"}, {"EV-2", "differs", ""},
		{"EV-2", "not_recorded", "system; query; method; collected_by; collected_at"}, {"EV-2", "measured_sha256", ""},
		{"EV-2", "not_in_bundle", "held elsewhere: the file was not there when the bundle was made"}} {
		if got := cell(t, table, test.id, test.column); got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.id, test.column, got, test.want)
		}
	}
}

// Of a population it is said what nobody recorded of its wholeness; of other evidence that is missed by nobody.
func TestIPEOfPopulations(t *testing.T) {
	fsys := site()
	fsys["content/evidence.toml"].Data = append(fsys["content/evidence.toml"].Data, []byte(`
[[evidence]]
id = "EV-P"
title = "All leavers"
controls = ["AC-02"]
kind = "population"
system = "Staff register"
environment = "production"
query = "all"
collected_at = 2026-09-30T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
control_total = "7 <cases>"
completeness = "numbers LC-1 to LC-7 without a gap"
covers = { from = 2025-10-01, to = 2026-09-30 }
[[evidence]]
id = "EV-Q"
title = "All joiners"
controls = ["AC-02"]
kind = "population"
system = "Staff register"
query = "all"
filters = "consultants"
collected_at = 2026-09-30T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
covers = { from = 2025-10-01, to = 2026-09-30 }
`)...)
	files := contents(t, write(t, fsys))
	table := rows(t, files, "matrix/ipe.csv")
	for _, test := range []struct{ id, column, want string }{{"EV-P", "not_recorded", "filters"}, {"EV-P", "environment", "production"}, {"EV-P", "control_total", "7 <cases>"},
		{"EV-P", "completeness", "numbers LC-1 to LC-7 without a gap"}, {"EV-Q", "not_recorded", "environment; control_total; completeness"}, {"EV-Q", "filters", "consultants"},
		{"EV-1", "not_recorded", ""}} {
		if got := cell(t, table, test.id, test.column); got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.id, test.column, got, test.want)
		}
	}
	for page, want := range map[string][]string{
		bagName + "/data/evidence/ev-p/index.html": {"<dt>Environment</dt><dd>production", "<dt>Left out</dt><dd><span class=\"absent\">not recorded", "7 &lt;cases&gt;", "numbers LC-1 to LC-7 without a gap"},
		bagName + "/data/evidence/ev-q/index.html": {"<dt>Environment</dt><dd><span class=\"absent\">not recorded", "<dt>Left out</dt><dd>consultants", "<dt>What completeness rests on</dt><dd><span class=\"absent\">not recorded"},
	} {
		for _, w := range want {
			if !strings.Contains(files[page], w) {
				t.Errorf("%s does not say %q", page, w)
			}
		}
	}
	if strings.Contains(files[bagName+"/data/evidence/ev-1/index.html"], "What completeness rests on") {
		t.Error("a report is said to lack what nobody asks of it")
	}
}

// A population that is missing has a row, as has the statement that nothing occurred.
func TestPopulationsSheet(t *testing.T) {
	fsys := site()
	for id, frequency := range map[string]string{"AC-07": "on-exit", "AC-08": "event", "AC-09": "continuous"} {
		fsys["content/controls/"+id+".md"] = &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: Something\ncriteria: [CC6.2]\nfrequency: [" + frequency + "]\n---\nText.\n")}
	}
	fsys["content/evidence.toml"].Data = append(fsys["content/evidence.toml"].Data, []byte(`
[[evidence]]
id = "EV-N"
title = "No incident"
controls = ["AC-08"]
kind = "nil"
statement = "Nothing occurred."
covers = { from = 2025-10-01, to = 2026-09-30 }
[[evidence]]
id = "EV-P"
title = "All leavers"
controls = ["AC-07"]
kind = "population"
row_count = 7
completeness = "one line for each case"
covers = { from = 2025-10-01, to = 2026-09-30 }
`)...)
	table := rows(t, contents(t, write(t, fsys)), "matrix/populations.csv")
	for _, test := range []struct{ id, column, want string }{{"AC-07", "state", "evidenced"}, {"AC-07", "rows", "7"}, {"AC-07", "completeness", "one line for each case"}, {"AC-07", "evidence", "EV-P"}, {"AC-07", "from", "2025-10-01"},
		{"AC-08", "state", "did not occur"}, {"AC-08", "statement", "Nothing occurred."}, {"AC-09", "state", "missing"}, {"AC-09", "evidence", ""}, {"AC-09", "frequency", "continuous"}} {
		if got := cell(t, table, test.id, test.column); got != test.want {
			t.Errorf("%s, %s: got %q, want %q", test.id, test.column, got, test.want)
		}
	}
	if slices.ContainsFunc(table, func(row []string) bool { return row[0] == "AC-02" }) {
		t.Error("a control with windows has a population")
	}
}

func TestSheetsOfOneRecordEach(t *testing.T) {
	fsys := site()
	fsys["content/deficiencies.toml"] = &fstest.MapFile{Data: []byte("[[deficiency]]\nid = \"DEF-1\"\ntitle = \"Late\"\ncontrols = [\"AC-02\"]\nfound_on = 2026-05-01\n")}
	fsys["content/changes.toml"] = &fstest.MapFile{Data: []byte("[[change]]\nid = \"CHA-1\"\ntitle = \"New hall\"\non = 2026-02-01\n[[change]]\nid = \"CHA-2\"\ntitle = \"Old hall\"\non = 2020-02-01\n")}
	files := contents(t, write(t, fsys))
	for _, test := range []struct{ sheet, id, column, want string }{
		{"criteria", "tsc:CC6.2", "controls", "AC-02"}, {"criteria", "tsc:CC6.2", "policies", "POL-AC"}, {"criteria", "tsc:CC6.4", "carved_out_to", "VEN-1"},
		{"criteria", "tsc:CC6.4", "expected_there", "Entry is limited, as AC-02 checks."}, {"criteria", "tsc:CC6.4", "monitored_by", "AC-02"}, {"criteria", "tsc:CC1.1", "state", "gap"},
		{"matrix", "AC-02", "tsc:CC6.2", "mapped"}, {"matrix", "AC-02", "tsc:CC6.1", ""}, {"controls", "AC-02", "deficiencies", "DEF-1"},
		{"policies", "POL-AC", "review_due", "2025-01-01"}, {"policies", "POL-AC", "review_overdue", "yes"}, {"policies", "POL-AC", "approval", "claimed without a record"},
		{"subservice-organizations", "VEN-1", "method", "carve-out"}, {"subservice-organizations", "VEN-1", "criteria", "CC6.4"}, {"changes", "CHA-1", "in_period", "yes"}, {"changes", "CHA-2", "in_period", "no"},
		{"waivers", "missing-occurrence", "about", "AC-02"}, {"waivers", "missing-occurrence", "expires", "2026-12-31"}, {"waivers", "missing-occurrence", "window_from", "2026-04-01"},
		{"evidence", "EV-1", "in_period", "yes"}, {"evidence", "EV-1", "occurrences", "AC-02 2026-01-01/2026-03-31"}, {"evidence", "EV-1", "companion_file", "data/evidence/ev-1/bild-pa-skarmen.png"},
	} {
		if got := cell(t, rows(t, files, "matrix/"+test.sheet+".csv"), test.id, test.column); got != test.want {
			t.Errorf("%s, %s, %s: got %q, want %q", test.sheet, test.id, test.column, got, test.want)
		}
	}
}

// A company that has recorded nothing yet has a workbook all the same, and it says that there is nothing.
func TestMatrixOfNothing(t *testing.T) {
	text := strings.Replace(siteText, "type = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30", "type = 1\nas_of = 2026-09-30", 1)
	_, f := workbook(t, fstest.MapFS{"site.toml": &fstest.MapFile{Data: []byte(text)}, "content/people.toml": &fstest.MapFile{}})
	if got, err := f.GetCellValue("Controls", "A3"); err != nil || got != "none" {
		t.Errorf("the sheet of controls says %q (%v)", got, err)
	}
}
