package generator_test

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/diag"
)

// example reads the example company, which has no finding, into memory.
func example(t testing.TB) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{}
	root := os.DirFS("..")
	for _, start := range []string{"site.toml", "content"} {
		err := fs.WalkDir(root, start, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(root, p)
			site[p] = &fstest.MapFile{Data: text}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return site
}

func TestTheExampleHasNoFinding(t *testing.T) {
	report, err := generator.Check(example(t), generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		t.Errorf("%s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message)
	}
}

// seed is one defect put into the example, and the one finding that it is to give.
type seed struct {
	name     string
	file     string
	old, new string // in the file; old "" replaces it all, new "" with old "" deletes it
	rule     string
	in       string // the file that the finding stands in; "" for the same
	at       string // text of the line that the finding stands in
	hint     string
}

var seeds = []seed{
	{"a criterion that does not exist", "content/controls/AC-03.md", "CC6.5]\npolicies", "CC6.11]\npolicies", "unknown-criterion", "", "criteria: [CC6.2, CC6.3, CC6.11]", `"CC6.1"`},
	{"a heading as a criterion", "content/controls/VM-02.md", "P6.4]", "P6.4, P6.0]", "heading-as-criterion", "", "P6.0", ""},
	{"a criterion spelt with a zero", "content/controls/AC-03.md", "[CC6.2, CC6.3, CC6.5]\n", "[CC6.2, CC6.3, CC6.5, CC06.1]\n", "unknown-criterion", "", "CC06.1", `"CC6.1"`},
	{"a criterion of a framework that is not in scope", "content/controls/AC-03.md", "CC6.5]\npolicies", "CC6.5, A.5.15]\npolicies", "out-of-scope-criterion", "", "A.5.15", ""},
	{"a wrong criterion in prose", "content/policies/access-control.md", "([CC6.3])", "([CC6.33])", "unknown-criterion", "", "([CC6.33])", ""},
	{"a renamed heading", "content/policies/access-control.md", "## Offboarding", "## Leaving", "broken-anchor", "*", "", ""},
	{"a broken link", "content/procedures/leaver.md", "../policies/access-control.md#offboarding", "../policies/access.md#offboarding", "broken-link", "", "../policies/access.md", ""},
	{"a link to a heading that is not there", "content/procedures/leaver.md", "access-control.md#offboarding", "access-control.md#ofboarding", "broken-anchor", "", "#ofboarding", "#offboarding"},
	{"a reference to a control that is not there", "content/policies/access-control.md", "([AC-01])", "([AC-91])", "unknown-record", "", "([AC-91])", ""},
	{"an owner that is not there", "content/controls/AC-03.md", "owner: PER-jonas", "owner: PER-jones", "unknown-record", "", "owner: PER-jones", `"PER-jonas"`},
	{"a role in the audit of a person who is not there", "site.toml", `person = "PER-lena"`, `person = "PER-lina"`, "unknown-record", "", `"PER-lina"`, `"PER-lena"`},
	{"a role in the audit of a control", "site.toml", `person = "PER-lena"`, `person = "AC-01"`, "wrong-kind", "", `"AC-01"`, ""},
	{"a policy where a control belongs", "content/commitments.toml", `"AC-05", "CR-01"`, `"AC-05", "POL-AC", "CR-01"`, "wrong-kind", "", `"POL-AC"`, ""},
	{"an image of an identifier", "content/policies/access-control.md", "([AC-01])", "(![AC-01])", "wrong-kind", "", "(![AC-01])", ""},
	{"a definition for an identifier", "content/policies/access-control.md", "## Purpose\n", "[AC-01]: https://example.com\n\n## Purpose\n", "broken-link", "", "[AC-01]: https", ""},
	{"a link that leads nowhere", "content/policies/access-control.md", "([AC-01])", "([the request]())", "empty-link", "", "([the request]())", ""},
	{"a link out of the site", "content/procedures/leaver.md", "../policies/access-control.md#offboarding", "../../../../etc/passwd", "unsafe-path", "", "../../../../etc/passwd", ""},
	{"a misspelt key", "content/controls/AC-03.md", "frequency:", "frequncy:", "misspelt-field", "", "frequncy:", `"frequency"`},
	{"a misspelt key in a register", "content/evidence.toml", "row_count = ", "row_cuont = ", "misspelt-field", "", "row_cuont", `"row_count"`},
	{"a key nobody knows", "content/controls/AC-03.md", "mode: hybrid", "mode: hybrid\nseverity_of_it: high", "unknown-field", "", "severity_of_it", ""},
	{"a word that is none of the list", "content/controls/AC-03.md", "type: preventive", "type: preventative", "invalid-value", "", "type: preventative", `"preventive"`},
	{"a date that is none", "content/policies/access-control.md", "next_review: 2026-10-01", "next_review: 2026-13-01", "invalid-value", "", "2026-13-01", "2026-09-30"},
	{"a duration that is none", "content/policies/access-control.md", "review_every: 12 months", "review_every: yearly", "invalid-value", "", "review_every: yearly", "12 months"},
	{"a missing title", "content/controls/AC-03.md", "title: Access and equipment are taken back when somebody leaves\n", "", "missing-field", "", "id: AC-03", ""},
	{"a key twice", "content/controls/AC-03.md", "mode: hybrid", "mode: hybrid\nmode: manual", "invalid-front-matter", "", "mode: manual", ""},
	{"a key twice in a register", "content/commitments.toml", "category = \"security\"\n", "category = \"security\"\ncategory = \"privacy\"\n", "invalid-front-matter", "", "category = \"privacy\"", ""},
	{"front matter that is never closed", "content/controls/AC-03.md", "---\nThe head", "The head", "invalid-front-matter", "", "---", ""},
	{"YAML that does not parse", "content/controls/AC-03.md", "systems: [Staff register,", "systems: [Staff register, ]]", "invalid-front-matter", "", "systems:", ""},
	{"TOML that does not parse", "content/vendors.toml", "review_every = \"12 months\"\nreviewed_on = 2026-06-10\nbody", "review_every = 12 months\nreviewed_on = 2026-06-10\nbody", "invalid-front-matter", "", "review_every = 12 months", ""},
	{"no front matter", "content/controls/AC-03.md", "", "Accounts are closed.\n", "missing-field", "", "Accounts are closed.", ""},
	{"an empty file", "content/controls/AC-03.md", "", "\n", "missing-field", "", "", ""},
	{"bytes that are not UTF-8", "content/policies/access-control.md", "## Scope", "## Sc\xf6pe", "invalid-encoding", "", "## Sc\xf6pe", ""},
	{"an id that cannot be one", "content/people.toml", "", "[[person]]\nid = \"PER anna\"\nname = \"Anna\"\n", "invalid-id", "*", "", ""},
	{"an id twice", "content/controls/AC-03.md", "id: AC-03\n", "id: ac-02\n", "duplicate-id", "*", "", ""},
	{"a parameter that does not exist", "content/policies/access-control.md", "{{ params.session_minutes }}", "{{ params.sesion_minutes }}", "unknown-parameter", "", "{{ params.sesion_minutes }}", "params.session_minutes"},
	{"a prompt", "content/policies/access-control.md", "four people at most", "{{ fill: how many people? }}", "unfilled-placeholder", "", "{{ fill: how many", ""},
	{"a blank of a starter", "content/policies/access-control.md", "four people at most", "[Insert number of people]", "unfilled-placeholder", "", "[Insert number", ""},
	{"a template of another tool", "content/policies/access-control.md", "four people at most", "{{ .Operators }}", "unresolved-template", "", "{{ .Operators }}", ""},
	{"text in angle brackets", "content/policies/access-control.md", "four people at most", "<insert number here>", "vanished-html", "", "<insert number here>", ""},
	{"a zero-width character in a heading", "content/policies/access-control.md", "## Scope", "## Sc\u200bope", "suspicious-character", "", "## Sc\u200bope", ""},
	{"a file that belongs nowhere", "content/polices/x.md", "", "---\nid: POL-X\n---\n", "unread-file", "", "---", ""},
	{"a changed evidence file", "content/evidence/files/GV-01_board-extract_2025-12-04.txt", "", "Minutes, rewritten.\n", "evidence-digest-mismatch", "content/evidence.toml", `sha256 = "6a6b91605849e2085f60b026436fa59d3e11e874709ce3e689070d0982c05f87"`, ""},
	{"an evidence file that is gone", "content/evidence/files/GV-01_board-extract_2025-12-04.txt", "", "", "evidence-missing-file", "content/evidence.toml", `source = "GV-01_board-extract_2025-12-04.txt"`, ""},
	{"an evidence path out of its folder", "content/evidence.toml", `source = "GV-01_board-extract_2025-12-04.txt"`, `source = "../../site.toml"`, "unsafe-path", "", `source = "../../site.toml"`, ""},
	{"an occurrence without evidence", "content/evidence.toml", "occurred_on = 2026-03-05", "occurred_on = 2026-04-05", "missing-occurrence", "content/controls/GV-01.md", "frequency:", ""},
	{"evidence without a query", "content/evidence.toml", "query = \"minutes of the meeting, the item on security and control, without the other items\"\ncollected_at = 2025-12-05", "collected_at = 2025-12-05", "evidence-without-provenance", "", `[[evidence]]`, ""},
	{"a key of site.toml that nobody knows", "site.toml", "country = \"SE\"", "contry = \"SE\"", "invalid-config", "", "contry", `"country"`},
	{"a category that does not exist", "site.toml", `"privacy"]`, `"privacy", "secrecy"]`, "invalid-config", "", "categories", ""},
	{"a site.toml that does not parse", "site.toml", `country = "SE"`, `country = SE`, "invalid-config", "", "country = SE", ""},
	{"public text that names an internal record", "content/controls/VM-02.md", "are reviewed once a year,", "are reviewed once a year by [our procedure][PRO-LEAVER],", "public-refers-to-private", "", "[our procedure]", ""},
	{"public text with a private parameter", "content/controls/VM-02.md", "are reviewed once a year,", "are reviewed once a year, within {{ params.log_days }} days,", "public-refers-to-private", "", "{{ params.log_days }}", ""},
	{"an edit of what was approved", "content/policies/access-control.md", "four people at most", "five people at most", "changed-since-approval", "", "five people at most", "approve POL-AC"},
	{"a parameter with another value", "site.toml", "leaver_hours = 24", "leaver_hours = 48", "changed-since-approval", "*", "", ""},
	{"a review that is overdue", "content/policies/access-control.md", "next_review: 2026-10-01", "next_review: 2026-09-01", "review-overdue", "", "next_review: 2026-09-01", ""},
	{"a description section that is gone", "content/description/DC6.md", "", "", "missing-description", "site.toml", "[audit]", ""},
	{"a drawing with a script", "content/flow.svg", "", `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`, "unsafe-svg", "", "<script>", ""},
}

func TestSeededDefects(t *testing.T) {
	whole := example(t)
	for _, s := range seeds {
		t.Run(s.name, func(t *testing.T) {
			site := maps.Clone(whole)
			plant(t, site, s)
			report, err := generator.Check(site, generator.Options{})
			if err != nil {
				t.Fatal(err)
			}
			judge(t, site, s, report)
		})
	}
}

func plant(t *testing.T, site fstest.MapFS, s seed) {
	t.Helper()
	switch {
	case s.old == "" && s.new == "":
		delete(site, s.file)
	case s.old == "" && strings.HasSuffix(s.file, "people.toml"):
		site[s.file] = &fstest.MapFile{Data: []byte(string(site[s.file].Data) + "\n" + s.new)}
	case s.old == "":
		site[s.file] = &fstest.MapFile{Data: []byte(s.new)}
	default:
		text := string(site[s.file].Data)
		if !strings.Contains(text, s.old) {
			t.Fatalf("%s does not hold %q", s.file, s.old)
		}
		site[s.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, s.old, s.new, 1))}
	}
}

func judge(t *testing.T, site fstest.MapFS, s seed, report diag.Report) {
	t.Helper()
	if s.rule != "changed-since-approval" { // each defect in the text of a policy is an edit of what was approved too
		report.Findings = slices.DeleteFunc(report.Findings, func(f diag.Finding) bool { return f.Rule == "changed-since-approval" })
	}
	if len(report.Findings) == 0 {
		t.Fatal("no finding")
	}
	for _, f := range report.Findings {
		if f.Rule != s.rule {
			t.Errorf("unwanted: %s:%d:%d: %s: %s", f.File, f.Line, f.Column, f.Rule, f.Message)
		}
	}
	if s.in == "*" { // one defect that several places name: each is to be mended
		return
	}
	if len(report.Findings) != 1 {
		t.Errorf("%d findings, want 1", len(report.Findings))
	}
	f := report.Findings[0]
	in := s.in
	if in == "" {
		in = s.file
	}
	if f.File != in {
		t.Fatalf("it stands in %s, want %s", f.File, in)
	}
	line := strings.Split(string(site[in].Data), "\n")[f.Line-1]
	if !strings.Contains(line, s.at) && s.rule != "evidence-without-provenance" {
		t.Errorf("it stands at line %d, %q, want a line with %q", f.Line, line, s.at)
	}
	if f.Column < 1 || f.Column > len(line)+1 {
		t.Errorf("column %d of %q", f.Column, line)
	}
	if !strings.Contains(f.Hint, s.hint) {
		t.Errorf("hint %q, want %q in it", f.Hint, s.hint)
	}
}
