package check_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"trustpress/generator"
	"trustpress/generator/check"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/theme"
	"trustpress/themes"
)

// table is every rule as it is promised: code, name, severity, what it blocks, whether it can be waived. Codes and names never
// change.
const table = `
TP001 invalid-config error all no
TP002 invalid-front-matter error all no
TP003 misspelt-field error all no
TP004 unknown-field warning none yes
TP005 missing-field error all no
TP006 invalid-value error all no
TP007 invalid-encoding error all no
TP008 unknown-parameter error all no
TP009 unresolved-template warning none yes
TP010 unfilled-placeholder error all no
TP012 vanished-html warning none yes
TP013 suspicious-character warning none yes
TP014 unread-file warning none yes
TP101 duplicate-id error all no
TP102 invalid-id error all no
TP201 unknown-criterion error all no
TP202 heading-as-criterion error all no
TP203 out-of-scope-criterion warning none yes
TP204 unknown-record error all no
TP205 wrong-kind error all no
TP206 broken-link error all no
TP207 broken-anchor error all no
TP208 empty-link warning none yes
TP301 uncovered-criterion error all no
TP302 control-without-criterion warning none yes
TP303 control-without-policy warning none yes
TP304 control-without-evidence warning none yes
TP305 missing-occurrence warning none yes
TP306 missing-description warning none yes
TP307 carve-out-without-csoc error auditor no
TP308 subservice-without-monitoring warning none yes
TP309 inclusive-without-assertion warning none yes
TP310 commitment-without-control warning none yes
TP311 cuec-without-criterion error auditor no
TP312 duplicate-statement warning none yes
TP313 type2-without-changes warning none yes
TP314 policy-version-gap warning none yes
TP315 missing-statement warning none yes
TP401 review-overdue warning none yes
TP402 effective-before-approval warning none yes
TP403 changed-since-approval warning none yes
TP404 unbound-approval warning none yes
TP405 unattributed-approval warning none yes
TP406 approver-is-author warning none yes
TP407 version-not-raised warning none yes
TP408 evidence-missing-file error auditor yes
TP409 evidence-digest-mismatch error auditor no
TP410 evidence-outside-period warning none yes
TP411 evidence-row-count error auditor yes
TP412 evidence-without-provenance warning none yes
TP413 image-without-facts warning none yes
TP414 test-string warning none yes
TP415 undeclared-personal-data warning none yes
TP416 vendor-report-stale warning none yes
TP419 missing-translation warning none yes
TP420 unused-waiver warning none no
TP421 expired-waiver error auditor no
TP422 shallow-history warning none yes
TP423 expired-disclosure warning none yes
TP424 disclosure-before-nda warning none yes
TP425 disclosure-digest-mismatch warning none yes
TP427 secret-in-evidence error auditor yes
TP428 request-overdue warning none yes
TP429 request-without-answer warning none yes
TP430 item-outside-population warning none yes
TP501 forbidden-claim error trust no
TP502 loose-claim warning none yes
TP503 report-claim-without-report error trust no
TP504 stale-report warning none yes
TP505 impossible-report error trust no
TP506 public-refers-to-private error trust no
TP507 auditor-owned-text error auditor no
TP508 secret-in-content error all no
TP509 unmeasurable-claim warning none yes
TP510 short-notice warning none yes
TP511 expired-security-txt error trust no
TP512 low-contrast error trust yes
TP513 unsafe-svg error all no
TP514 document-digest-mismatch error trust no
TP515 document-missing-file error trust no
TP516 expired-document warning none yes
TP517 private-file error trust no
TP601 unsafe-path error all no
TP602 path-collision error all no
TP603 release-missing-archive error handbook no
TP604 release-digest-mismatch error handbook no
TP605 release-unreadable-archive error handbook no
TP606 duplicate-release error handbook no
TP607 archive-without-release warning none yes
`

func TestTable(t *testing.T) {
	want := map[string]string{}
	for line := range strings.Lines(strings.TrimSpace(table)) {
		want[strings.Fields(line)[1]] = strings.TrimSpace(line)
	}
	for _, r := range check.Rules {
		got := strings.Join([]string{r.Code, r.Name, r.Severity.String(), blocks(r), waivable(r)}, " ")
		if got != want[r.Name] {
			t.Errorf("%s\n got %s\nwant %s", r.Name, got, want[r.Name])
		}
		delete(want, r.Name)
	}
	for name := range want {
		t.Errorf("%s is in the table and not in Rules", name)
	}
}

func blocks(r *check.Rule) string {
	switch len(r.Blocks) {
	case 0:
		return "none"
	case 3:
		return "all"
	}
	return strings.Join(r.Blocks, ",")
}

func waivable(r *check.Rule) string {
	if r.Waivable {
		return "yes"
	}
	return "no"
}

// TestDesign compares the rules with the design's own list, where that is at hand.
func TestDesign(t *testing.T) {
	text, err := os.ReadFile("../../../shared/design/rules.tsv")
	if err != nil {
		t.Skip("SKIPPED: the design's list of rules is not beside the checkout")
	}
	want := map[string]string{}
	for line := range strings.Lines(string(text)) {
		f := strings.Split(line, "\t")
		want[f[1]] = strings.Join(f[:5], " ")
	}
	for _, r := range check.Rules {
		stage := strings.TrimPrefix(r.Code, "TP")[:1]
		got := strings.Join([]string{stage, r.Name, r.Severity.String(), blocks(r), waivable(r)}, " ")
		if w, ok := want[r.Name]; ok && got != w {
			t.Errorf("%s\n got %s\nwant %s", r.Name, got, w)
		}
	}
}

func TestList(t *testing.T) {
	for i, r := range check.Rules {
		if i > 0 && check.Rules[i-1].Code >= r.Code {
			t.Errorf("%s does not stand after %s", r.Code, check.Rules[i-1].Code)
		}
		if check.Find(r.Name) != r || check.Find(r.Code) != r {
			t.Errorf("%s is not found by its name and its code", r.Name)
		}
		for what, text := range map[string]string{"Says": r.Says, "Why": r.Why, "Bad": r.Bad, "Good": r.Good} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is empty", r.Name, what)
			}
		}
		if script := "../../testdata/script/check_" + strings.ReplaceAll(r.Name, "-", "_") + ".txtar"; r.Beyond != "" {
			if _, err := os.Stat(script); err != nil {
				t.Errorf("%s: no example can be laid out, and no script shows it: %v", r.Name, err)
			}
		}
		if strings.HasSuffix(r.Says, ".") || !strings.HasSuffix(r.Why, ".") && !strings.HasSuffix(r.Why, "?") {
			t.Errorf("%s: Says is a clause and Why is sentences", r.Name)
		}
		file := strings.ReplaceAll(r.Name, "-", "_") + ".go"
		if text, err := os.ReadFile(file); err != nil || !strings.Contains(string(text), `Name: "`+r.Name+`"`) {
			t.Errorf("%s does not stand in %s", r.Name, file)
		}
	}
}

// TestNoRuleForgotten holds the files of the package against the list.
func TestNoRuleForgotten(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, found := strings.Cut(string(text), `diag.Rule{Code: "TP`)
		if !found || strings.HasSuffix(file, "_test.go") {
			continue
		}
		if check.Find("TP"+rest[:3]) == nil {
			t.Errorf("the rule in %s is not in Rules", file)
		}
	}
}

func TestExamples(t *testing.T) {
	for _, r := range check.Rules {
		if r.Beyond != "" {
			continue // a script shows it
		}
		t.Run(r.Name, func(t *testing.T) {
			site := lay(r.Beneath(), r.Bad)
			bad := run(t, site)
			if len(bad) != 1 {
				t.Fatalf("Bad gives %d findings, want 1:\n%s%s", len(bad), listing(bad), digests(t, site))
			}
			f := bad[0]
			if f.Rule != r.Name || f.Code != r.Code || f.Severity != r.Severity || !slices.Equal(f.Blocks, r.Blocks) {
				t.Errorf("Bad gives another finding:\n%s", listing(bad))
			}
			inside(t, f.Span, site)
			for _, related := range f.Related {
				inside(t, related.Span, site)
			}
			if good := run(t, lay(r.Beneath(), r.Good)); len(good) > 0 {
				t.Errorf("Good gives %d findings, want none:\n%s%s", len(good), listing(good), digests(t, lay(r.Beneath(), r.Good)))
			}
		})
	}
}

// TestBeneath checks that what the examples lie over gives no finding of its own.
func TestBeneath(t *testing.T) {
	for _, r := range check.Rules {
		if found := run(t, lay(r.Beneath())); len(found) > 0 {
			t.Errorf("what %s lies over gives %d findings, want none:\n%s", r.Name, len(found), listing(found))
		}
	}
}

// lay merges archives; a file of a later one replaces that of the same name.
func lay(archives ...string) fstest.MapFS {
	site := fstest.MapFS{}
	for _, archive := range archives {
		for _, f := range txtar.Parse([]byte(archive)).Files {
			site[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return site
}

func run(t *testing.T, site fs.FS) []diag.Finding {
	t.Helper()
	asOf, err := node.ParseDay("2026-09-30")
	if err != nil {
		t.Fatal(err)
	}
	report, err := generator.Check(site, generator.Options{Site: "site.toml", AsOf: asOf, Themes: theme.Layers{themes.Files}.Looks()})
	if err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

// digests tells which text each policy of a site has, for the one who writes an approval into an example.
func digests(t *testing.T, site fs.FS) string {
	t.Helper()
	edition, err := generator.Compile(site, generator.Options{Today: func() (node.Day, error) { return node.Day{}, nil }})
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, p := range edition.Program.Policies {
		fmt.Fprintf(&b, "%s: sha256 %s\n", p.ID, p.SHA256)
	}
	return b.String()
}

func listing(findings []diag.Finding) string {
	var b strings.Builder
	if err := diag.WriteText(&b, diag.Report{Findings: findings}, false); err != nil {
		return err.Error()
	}
	return b.String()
}

// inside checks that a place is one of the site's: a line that is there, and bytes of it.
func inside(t *testing.T, at diag.Span, site fstest.MapFS) {
	t.Helper()
	f := site[at.File]
	if f == nil {
		t.Errorf("a finding stands in %q, which is no file of the example", at.File)
		return
	}
	file := diag.NewFile(at.File, f.Data)
	start, end := file.Line(at.Line), file.Line(at.EndLine)
	ordered := at.EndLine > at.Line || at.EndLine == at.Line && at.EndColumn >= at.Column
	if start == nil || end == nil || !ordered || at.Column < 1 || at.Column > len(start)+1 || at.EndColumn < 1 || at.EndColumn > len(end)+1 {
		t.Errorf("a finding stands at %+v, where nothing is", at)
	}
}
