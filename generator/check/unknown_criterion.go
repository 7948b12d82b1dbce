package check

import "trustpress/generator/diag"

var unknownCriterion = &Rule{
	Rule: diag.Rule{Code: "TP201", Name: "unknown-criterion", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a criterion that its framework does not have"},
	Why: `A control that is mapped to a criterion which does not exist covers nothing, and the auditor is shown a mapping that cannot be
tested. It is nearly always a slip of the finger, so the nearest criterion is named. An identifier that several frameworks have
is written with its framework in front, as in iso27001:5.1.`,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every quarter
criteria: [CC6.2, CC6.33]
---
System owners compare their users with the staff list.
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every quarter
criteria: [CC6.2, CC6.3]
---
System owners compare their users with the staff list.
`,
}
