package check

import "trustpress/generator/diag"

var unknownRecord = &Rule{
	Rule: diag.Rule{Code: "TP204", Name: "unknown-record", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a reference to a record that is not there"},
	Why: `A reference to nothing breaks the trail that an auditor follows: from criterion to control, from control to policy and
evidence. The record was renamed, removed, or its id mistyped; the hint names the nearest one. Text in brackets is read as a
reference only if it begins like ids that exist, so [RFC-2119] stays text.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Shared passwords are changed when a person leaves, see [POL-AX].
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Shared passwords are changed when a person leaves, see [POL-AC].
`,
}
