package check

import (
	"trustpress/generator/diag"
)

var controlWithoutCriterion = &Rule{
	Rule: diag.Rule{Code: "TP302", Name: "control-without-criterion", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a control mapped to nothing"},
	Why:  `A control that answers no criterion is work that no report shows. Name the criteria that it serves, or retire it.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-03.md --
---
id: AC-03
title: Shared accounts are not used
owner: PER-anna
policies: [POL-AC]
---
Every account belongs to one person.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026, and the list of accounts"
controls = ["AC-02", "AC-03"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`,
	Good: `-- content/controls/AC-03.md --
---
id: AC-03
title: Shared accounts are not used
owner: PER-anna
criteria: [GO1]
policies: [POL-AC]
---
Every account belongs to one person.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026, and the list of accounts"
controls = ["AC-02", "AC-03"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`,
	Run: runControlWithoutCriterion,
}

func runControlWithoutCriterion(p *Pass) {
	for _, c := range p.Program.Controls {
		if p.Site.Audit != nil && !c.Retired() && !c.Broken && len(c.Criteria) == 0 {
			p.Report(c, c.Span, "this control is mapped to no criterion", "name the criteria that it serves under \"criteria\"")
		}
	}
}
