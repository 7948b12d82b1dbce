package check

import (
	"trustpress/generator/diag"
)

var unusedWaiver = &Rule{
	Rule: diag.Rule{Code: "TP420", Name: "unused-waiver", Severity: diag.Warning, Blocks: nothing, Waivable: false,
		Says: "a waiver that matches nothing"},
	Why:  `A waiver outlives its reason when somebody mends what it accepts. Delete it, so that the next such finding is seen.`,
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
expires = 2026-12-31
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
