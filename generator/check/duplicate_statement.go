package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var duplicateStatement = &Rule{
	Rule: diag.Rule{Code: "TP312", Name: "duplicate-statement", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "two controls with one text"},
	Why:  `Two controls with one text are one control with two numbers, and the auditor will test it twice. Merge them, or say what each does.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-03.md --
---
id: AC-03
title: Accounts are reviewed
owner: PER-anna
criteria: [GO1]
policies: [POL-AC]
---
The owner of each system compares its users with the staff list.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02", "AC-03"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`,
	Good: `-- content/controls/AC-03.md --
---
id: AC-03
title: Accounts are reviewed
owner: PER-anna
criteria: [GO1]
policies: [POL-AC]
---
Accounts that nobody has used for ninety days are closed.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02", "AC-03"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`,
	Run: runDuplicateStatement,
}

func runDuplicateStatement(p *Pass) {
	first := map[string]*program.Control{}
	for _, c := range p.Program.Controls {
		if c.Retired() || c.Broken || c.Body.Empty() {
			continue
		}
		text := strings.ToLower(strings.Join(strings.Fields(c.Body.HTML), " "))
		if prev := first[text]; prev != nil {
			p.Report(c, c.Span, fmt.Sprintf("this control has the text of %s", prev.ID), "merge them, or say what each does",
				diag.Related{Span: prev.Span, Message: "the text stands here first"})
			continue
		}
		first[text] = c
	}
}
