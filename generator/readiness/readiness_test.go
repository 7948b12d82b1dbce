package readiness_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"trustpress/generator"
	"trustpress/generator/readiness"
)

const siteText = `as_of = 2026-10-31
[organization]
name = "Nordan Ledger AB"
[service]
name = "Ledger"
summary = "Books."
[audit]
type = 2
period_from = 2025-10-01
period_to = 2026-09-30
stage = "STAGE"
[frameworks]
in_scope = ["goals"]
[rules]
control-without-policy = "off"
`

const goals = `id = "goals"
name = "Control objectives"
[identifier]
near = ['GO\d+']
[[criterion]]
id = "GO1"
title = "Only the right people have access"
[[criterion]]
id = "GO2"
title = "Leavers lose their access"
`

const controls = `[[control]]
id = "AC-01"
title = "Access is given"
owner = "PER-anna"
criteria = ["GO1"]
frequency = ["on-hire", "on-exit"]
body = "It is given."
[[control]]
id = "AC-02"
title = "Access is reviewed"
criteria = ["GO1"]
frequency = ["quarterly"]
[[control]]
id = "AC-03"
title = "Access was written down"
status = "retired"
`

const evidence = `[[evidence]]
id = "EV-1"
title = "Spring"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`

const waivers = `[[waiver]]
rule = "missing-occurrence"
target = "AC-02@2026-07-01"
reason = "the autumn was late"
owner = "PER-anna"
expires = 2027-01-01
`

// requests are one that was answered and came back, one that is done with, and one that nobody asks any more.
const requests = `[[request]]
id = "REQ-1"
owner = "PER-anna"
status = "returned"
answered = 2026-10-01
[[request]]
id = "REQ-2"
owner = "PER-anna"
status = "closed"
[[request]]
id = "REQ-3"
owner = "PER-anna"
status = "withdrawn"
`

func list(t *testing.T, stage string) *readiness.List {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{"site.toml": strings.Replace(siteText, "STAGE", stage, 1), "content/frameworks/goals.toml": goals,
		"content/controls.toml": controls, "content/evidence.toml": evidence, "content/waivers.toml": waivers, "content/requests.toml": requests,
		"content/people.toml": "[[person]]\nid = \"PER-anna\"\nname = \"Anna\"\nrole = \"Lead\"\n"} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	e, err := generator.Compile(fsys, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return readiness.Of(e.Trace, e.Report)
}

// answers tells a list as a reader would take it in: how many things lack what, and which.
func answers(l *readiness.List) map[string]string {
	out := map[string]string{}
	for _, area := range l.Areas {
		for _, i := range area.Items {
			var about []string
			for _, lack := range i.Lacking {
				name := ""
				switch {
				case lack.Record != nil:
					name = lack.Record.Base().ID
				case lack.Criterion != nil:
					name = lack.Criterion.ID
				}
				if !lack.Window.IsZero() {
					name += "@" + lack.Window.From.String()
				}
				if lack.Reason != "" {
					name += " (" + lack.Reason + ")"
				}
				about = append(about, strings.TrimSpace(name+" "+lack.Rule))
			}
			out[i.Name] = fmt.Sprintf("%d of %d: %s", i.Lacks(), i.Of, strings.Join(about, ", "))
		}
	}
	return out
}

func TestWhatIsAskedInAnExamination(t *testing.T) {
	l := list(t, "examination")
	got := answers(l)
	for name, want := range map[string]string{
		"criteria-covered":     "1 of 2: GO2 uncovered-criterion",
		"control-owner":        "1 of 2: AC-02",
		"control-policy":       "2 of 2: AC-01 control-without-policy, AC-02 control-without-policy", // though the site turned the rule off
		"evidence-windows":     "3 of 4: AC-02@2025-10-01 missing-occurrence, AC-02@2026-04-01 missing-occurrence, AC-02@2026-07-01 (the autumn was late) missing-occurrence",
		"evidence-populations": "2 of 2: AC-01@2025-10-01 control-without-evidence, AC-01@2025-10-01 control-without-evidence",
		"description-sections": "9 of 9: missing-description" + strings.Repeat(", missing-description", 8),
		"disclosures":          "6 of 7: missing-statement, missing-statement, missing-statement, missing-statement, missing-statement, missing-statement",
		"request-answered":     "1 of 3: REQ-1",
		"role-company":         "1 of 1: ",
		"assertion":            "1 of 1: ",
	} {
		if got[name] != want {
			t.Errorf("%s: got %q, want %q", name, got[name], want)
		}
	}
	if !l.Operation || len(l.Criteria) != 2 {
		t.Fatalf("operation %v, %d criteria", l.Operation, len(l.Criteria))
	}
	var told []string
	for _, c := range l.Criteria[0].Controls {
		told = append(told, fmt.Sprint(c.ID, c.Lacks, c.Windows, c.Populations))
	}
	if got, want := strings.Join(told, "; "), "AC-01[policy] 0 2; AC-02[owner policy statement] 3 0"; got != want {
		t.Errorf("of GO1 %q is lacking, want %q", got, want)
	}
	if !l.Criteria[1].Lacking() {
		t.Error("nothing is lacking of a criterion that no control names")
	}
}

// Before the first audit nothing is asked of a period, and any evidence is a first one.
func TestWhatIsAskedBeforeTheFirstAudit(t *testing.T) {
	l := list(t, "readiness")
	got := answers(l)
	if want := "1 of 2: AC-01"; got["evidence-first"] != want {
		t.Errorf("first evidence: got %q, want %q", got["evidence-first"], want)
	}
	for _, name := range l.Later {
		if answer, asked := got[name]; asked {
			t.Errorf("%s is not asked yet, and answered: %s", name, answer)
		}
	}
	if later := strings.Join(l.Later, " "); !strings.Contains(later, "evidence-windows") || !strings.Contains(later, "policy-in-force") || !strings.Contains(later, "assertion") {
		t.Errorf("not asked yet: %s", later)
	}
	if first := l.Criteria[0].Controls[0]; first.Windows+first.Populations > 0 || strings.Join(first.Lacks, " ") != "policy evidence" {
		t.Errorf("of %s is lacking: %v, %d windows, %d populations", first.ID, first.Lacks, first.Windows, first.Populations)
	}
}
