package check

import "trustpress/generator/diag"

var headingAsCriterion = &Rule{
	Rule: diag.Rule{Code: "TP202", Name: "heading-as-criterion", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a heading, such as P6.0 or CC6, where a criterion belongs"},
	Why: `A heading of a catalogue gathers criteria and is none itself. No auditor tests P6.0; mapping a control to it would seem to
cover all the criteria below it, and covers none. Name those that the control really serves.`,
	Bad: `-- content/controls/PR-01.md --
---
id: PR-01
title: Disclosures of personal data are recorded
criteria: [P6.0]
---
The head of security keeps a list of every disclosure.
`,
	Good: `-- content/controls/PR-01.md --
---
id: PR-01
title: Disclosures of personal data are recorded
criteria: [P6.2, P6.3]
---
The head of security keeps a list of every disclosure.
`,
}
