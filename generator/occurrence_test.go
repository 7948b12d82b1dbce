package generator_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/approval"
	"trustpress/generator/node"
)

// audited is a site with one framework of its own and one control, whose frequency and evidence a test states.
func audited(audit, frequency, evidence string) fstest.MapFS {
	site := fstest.MapFS{}
	put := func(name, text string) { site[name] = &fstest.MapFile{Data: []byte(text)} }
	put("site.toml", "[organization]\nname = \"Nordan Ledger AB\"\n[audit]\n"+audit+"\n[frameworks]\nin_scope = [\"goals\"]\n")
	put("content/frameworks/goals.toml", "id = \"goals\"\nname = \"Goals\"\n[[criterion]]\nid = \"GO1\"\ntitle = \"Access\"\n")
	put("content/people.toml", "[[person]]\nid = \"PER-anna\"\nname = \"Anna Exempel\"\n")
	put("content/policies/POL-AC.md", "---\nid: POL-AC\ntitle: Access\n---\nAccess follows the role.\n")
	put("content/approvals.toml", fmt.Sprintf("[[approval]]\npolicy = \"POL-AC\"\nsha256 = %q\nby = \"PER-anna\"\non = 2025-01-02\n",
		approval.Digest(approval.Words("Access", "", "Access follows the role.\n", nil))))
	put("content/controls/AC-02.md", "---\nid: AC-02\ntitle: Review\ncriteria: [GO1]\npolicies: [POL-AC]\nfrequency: ["+frequency+"]\n---\nReview.\n")
	put("content/evidence.toml", evidence)
	put("content/changes.toml", "[[change]]\nid = \"CHA-1\"\ntitle = \"A move\"\non = 2026-01-01\n")
	for i := 1; i <= 9; i++ {
		put(fmt.Sprintf("content/description/DC%d.md", i), fmt.Sprintf("---\nsection: DC%d\n---\nText %d.\n", i, i))
	}
	return site
}

const (
	year      = "type = 2\nperiod_from = 2025-10-01\nperiod_to = 2026-09-30"
	pointTime = "type = 1\nas_of = 2026-09-30"
)

func evidence(id, kind, dates string) string {
	return fmt.Sprintf("[[evidence]]\nid = %q\ntitle = %q\ncontrols = [\"AC-02\"]\nkind = %q\nsystem = \"S\"\nquery = \"q\"\ncompleteness = \"c\"\ncollected_by = \"PER-anna\"\n%s\n", id, id, kind, dates)
}

const collected = "collected_at = 2026-04-10T10:00:00+02:00\n"

func TestOccurrences(t *testing.T) {
	for _, c := range []struct {
		name, audit, asOf, frequency, evidence string
		want                                   []string // rule and the window's first day
	}{
		{"all quarters", year, "2026-09-30", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2026-03-31 }") + evidence("E2", "report", collected+"occurred_on = 2026-05-05") + evidence("E3", "report", collected+"occurred_on = 2026-07-01"), nil},
		{"one quarter without", year, "2026-09-30", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2026-03-31 }") + evidence("E2", "report", collected+"occurred_on = 2026-05-05"), []string{"missing-occurrence 2026-07-01"}},
		{"a quarter that has not ended is not due", year, "2026-09-29", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2026-06-30 }"), nil},
		{"less than half of a window is not the window", year, "2026-01-15", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-11-20, to = 2025-12-31 }"), []string{"missing-occurrence 2025-10-01"}},
		{"the day of a review does not make it another quarter's", year, "2026-03-31", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2025-12-31 }\noccurred_on = 2026-01-10"), []string{"missing-occurrence 2026-01-01"}},
		{"what covers half of no quarter is held by its day", year, "2025-12-31", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-11-20, to = 2025-11-30 }\noccurred_on = 2025-12-02"), nil},
		{"evidence is never held by when it was collected", year, "2026-09-30", "annual",
			evidence("E1", "report", "collected_at = 2026-04-10T10:00:00+02:00\noccurred_on = 2024-04-10"), []string{"control-without-evidence ", "evidence-outside-period "}},
		{"a configuration counts when it was collected", year, "2026-09-30", "annual", evidence("E1", "configuration", collected), nil},
		{"a setting shows what is continuous", year, "2026-09-30", "continuous", evidence("E1", "configuration", collected), nil},
		{"a setting read after the day is not seen on it", year, "2026-03-31", "continuous", evidence("E1", "configuration", collected), []string{"missing-occurrence 2025-10-01"}},
		{"what lies ahead is not due, whatever there is of it", year, "2025-12-31", "quarterly",
			evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2025-12-31 }") + evidence("E2", "report", collected+"occurred_on = 2026-05-05"), nil},
		{"events need a population", year, "2026-09-30", "event", evidence("E1", "ticket", collected+"occurred_on = 2026-03-03"), []string{"missing-occurrence 2025-10-01"}},
		{"a population covers the whole period", year, "2026-09-30", "on-hire", evidence("E1", "population", collected+"covers = { from = 2025-10-01, to = 2026-09-29 }"), []string{"missing-occurrence 2025-10-01"}},
		{"a population covers the period up to the day", year, "2026-06-30", "on-hire", evidence("E1", "population", collected+"covers = { from = 2025-10-01, to = 2026-06-30 }"), nil},
		{"two populations cover it together", year, "2026-09-30", "on-hire",
			evidence("E1", "population", collected+"covers = { from = 2026-04-01, to = 2026-09-30 }") + evidence("E2", "population", collected+"covers = { from = 2025-10-01, to = 2026-03-31 }"), nil},
		{"a statement that there was none", year, "2026-09-30", "event", evidence("E1", "nil", collected+"covers = { from = 2025-10-01, to = 2026-09-30 }\nstatement = \"No case was reported.\""), nil},
		{"two frequencies, each for itself", year, "2026-09-30", "on-hire, annual", evidence("E1", "population", collected+"covers = { from = 2025-10-01, to = 2026-09-30 }"), nil},
		{"two frequencies, the events missing", year, "2026-09-30", "on-hire, semi-annual", evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2026-09-30 }"), []string{"missing-occurrence 2025-10-01"}},
		{"type 1 looks at the days before its date", pointTime, "2026-09-30", "quarterly", evidence("E1", "report", collected+"occurred_on = 2026-09-01"), nil},
		{"type 1 does not look further back", pointTime, "2026-09-30", "quarterly", evidence("E1", "report", collected+"occurred_on = 2026-08-30"), []string{"control-without-evidence ", "evidence-outside-period "}},
		{"evidence that says no day is one finding", year, "2026-09-30", "annual", evidence("E1", "report", collected), []string{"evidence-outside-period "}},
		{"nothing at all is one finding", year, "2026-09-30", "monthly", "", []string{"control-without-evidence "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			asOf := generator.Options{AsOf: mustDay(t, c.asOf)}
			report, err := generator.Check(audited(c.audit, c.frequency, c.evidence), asOf)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Findings {
				got = append(got, f.Rule+" "+f.At)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestStageReadinessBlocksTrustAlone(t *testing.T) {
	site := audited(year+"\nstage = \"readiness\"", "annual", evidence("E1", "configuration", collected))
	site["content/controls/AC-02.md"].Data = []byte(strings.Replace(string(site["content/controls/AC-02.md"].Data), "criteria: [GO1]", "criteria: []", 1))
	report, err := generator.Check(site, generator.Options{AsOf: mustDay(t, "2026-09-30")})
	if err != nil {
		t.Fatal(err)
	}
	for output, want := range map[string]bool{"handbook": false, "auditor": false, "trust": true} {
		if got := generator.Blocked(report, output); got != want {
			t.Errorf("%s blocked: %v, want %v; %v", output, got, want, report.Findings)
		}
	}
}

func TestWaivers(t *testing.T) {
	waiver := func(rule, target, expires string) string {
		return fmt.Sprintf("[[waiver]]\nrule = %q\ntarget = %q\nreason = \"Accepted by the board.\"\nowner = \"PER-anna\"\nexpires = %s\n", rule, target, expires)
	}
	for _, c := range []struct {
		name, waivers string
		want          []string
		waived        int
	}{
		{"one window", waiver("missing-occurrence", "AC-02@2026-04-01", "2026-12-31"), []string{"missing-occurrence 2026-07-01"}, 1},
		{"every window of a control", waiver("missing-occurrence", "ac-02", "2026-12-31"), nil, 2},
		{"a file", waiver("missing-occurrence", "content/controls/AC-02.md", "2026-12-31"), nil, 2},
		{"another window", waiver("missing-occurrence", "AC-02@2025-10-01", "2026-12-31"),
			[]string{"missing-occurrence 2026-04-01", "missing-occurrence 2026-07-01", "unused-waiver "}, 0},
		{"past its date", waiver("missing-occurrence", "AC-02", "2026-08-31"),
			[]string{"missing-occurrence 2026-04-01", "missing-occurrence 2026-07-01", "expired-waiver "}, 0},
		{"its last day still counts", waiver("missing-occurrence", "AC-02", "2026-09-30"), nil, 2},
		{"everything", waiver("missing-occurrence", "*", "2026-12-31"),
			[]string{"missing-occurrence 2026-04-01", "missing-occurrence 2026-07-01", "invalid-value "}, 0},
		{"a rule that cannot be", waiver("unknown-criterion", "AC-02", "2026-12-31"),
			[]string{"missing-occurrence 2026-04-01", "missing-occurrence 2026-07-01", "unused-waiver "}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			site := audited(year, "quarterly", evidence("E1", "report", collected+"covers = { from = 2025-10-01, to = 2026-03-31 }"))
			site["content/waivers.toml"] = &fstest.MapFile{Data: []byte(c.waivers)}
			report, err := generator.Check(site, generator.Options{AsOf: mustDay(t, "2026-09-30")})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Findings {
				got = append(got, f.Rule+" "+f.At)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(report.Waived) != c.waived {
				t.Errorf("%d waived, want %d", len(report.Waived), c.waived)
			}
		})
	}
}

func mustDay(t *testing.T, s string) node.Day {
	t.Helper()
	d, err := node.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
