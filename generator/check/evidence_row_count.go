package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var evidenceRowCount = &Rule{
	Rule: diag.Rule{Code: "TP411", Name: "evidence-row-count", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: true,
		Says: "recounted rows differ from the recorded count"},
	Why: `The count of rows is how an auditor sees that a list is whole. trustpress counts anew: the rows of CSV below the header line, whatever
stands between the cells; the items of a JSON list, also of the one list in an object, under a key such as items, value or results; the values
of JSON Lines. If they differ, either the file or the record is wrong.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
row_count = 3
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
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
row_count = 2
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
	Run: runEvidenceRowCount,
}

func runEvidenceRowCount(p *Pass) {
	for _, e := range p.Program.Evidence {
		f := p.Files[e]
		if f.Present && !f.Pointer && e.RowCount != nil && f.Rows >= 0 && *e.RowCount != f.Rows && !changed(e, f.SHA256) {
			p.Report(e, e.At("row_count"), fmt.Sprintf("%q has %d rows, and the record says %d", e.Source.Text, f.Rows, *e.RowCount), "correct the record, or restore the file")
		}
	}
}

// changed reports whether the file is not the one that was recorded, which has a finding of its own.
func changed(e *program.Evidence, digest string) bool {
	return e.SHA256 != "" && !strings.EqualFold(e.SHA256, digest)
}
