package check

import "trustpress/generator/diag"

var brokenAnchor = &Rule{
	Rule: diag.Rule{Code: "TP207", Name: "broken-anchor", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a link or reference to a heading that is not there"},
	Why: `A control that names a section of a policy says where the duty is written. If the heading was renamed, the reference leads to
the top of the document, and the reader is left to search for what it meant. What follows the "#" is the heading in small letters
with hyphens for spaces, as the git hosts write it; the hint names the nearest, or those that there are.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Shared passwords are changed as [the rules for leavers][POL-AC#offboarding] say.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Shared passwords are changed as [the rules for leavers][POL-AC#leavers] say.
`,
}
