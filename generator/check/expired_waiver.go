package check

import (
	"trustpress/generator/diag"
)

var expiredWaiver = &Rule{
	Rule: diag.Rule{Code: "TP421", Name: "expired-waiver", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: false,
		Says: "a waiver past its date"},
	Why: `A waiver accepts a finding for a time. Past its date the finding stands again, and the waiver itself is an error, because the bundle
prints it as a decision that holds.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
-- content/waivers.toml --
[[waiver]]
rule = "control-without-policy"
target = "AC-02"
reason = "The policy is being written; the board decides on it on 20 October."
owner = "PER-anna"
expires = 2026-08-31
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
-- content/waivers.toml --
[[waiver]]
rule = "control-without-policy"
target = "AC-02"
reason = "The policy is being written; the board decides on it on 20 October."
owner = "PER-anna"
expires = 2026-12-31
`,
}
