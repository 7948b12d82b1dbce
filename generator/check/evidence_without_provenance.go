package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var evidenceWithoutProvenance = &Rule{
	Rule: diag.Rule{Code: "TP412", Name: "evidence-without-provenance", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "evidence whose system, query, collector or time is missing, or a population of which nobody says how it is known to be whole"},
	Why: `An auditor has to know where information came from before she relies on it: which system, which query, who took it out, and when, with
the time zone. Of a population she asks first how it is known that nothing is missing: numbers without gaps, a total that the system showed, a
comparison with another source. An attestation, and a statement that nothing occurred, come from a person alone: of them the collector and the time are
asked.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
system = "Identity provider"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
employee,role,decision
1001,developer,kept
1002,support,kept
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
employee,role,decision
1001,developer,kept
1002,support,kept
`,
	Run: runEvidenceWithoutProvenance,
}

func runEvidenceWithoutProvenance(p *Pass) {
	for _, e := range p.Program.Evidence {
		if missing := unknown(e); len(missing) > 0 && !e.Broken {
			p.Report(e, e.Span, fmt.Sprintf("where %s comes from is not said: %s", e.ID, strings.Join(missing, ", ")), "add what is missing")
		}
	}
}

// unknown lists the keys of a provenance that are not filled in.
func unknown(e *program.Evidence) []string {
	var out []string
	spoken := e.Kind == "nil" || e.Kind == "attestation"
	if e.System == "" && !spoken {
		out = append(out, "system")
	}
	if e.Query == "" && !spoken {
		out = append(out, "query")
	}
	if e.Kind == "population" && e.Completeness == "" {
		out = append(out, "completeness")
	}
	if !e.CollectedAt.Timed() {
		out = append(out, "collected_at with time and zone")
	}
	if e.CollectedBy.Text == "" {
		out = append(out, "collected_by")
	}
	return out
}
