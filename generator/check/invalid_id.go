package check

import "trustpress/generator/diag"

var invalidID = &Rule{
	Rule: diag.Rule{Code: "TP102", Name: "invalid-id", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "an id that cannot be one"},
	Why: `An id becomes a link label in text, a folder in a web address and a file name in the auditor's bundle, so it keeps to what all
three take: letters and digits, joined by single dots, hyphens or underscores, a letter first. Words go into the title. References
to the old spelling have to be changed with it.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL PW/2026
title: Passwords
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW-2026
title: Passwords
---
Passwords have at least 14 characters.
`,
}
