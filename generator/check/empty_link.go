package check

import "trustpress/generator/diag"

var emptyLink = &Rule{
	Rule: diag.Rule{Code: "TP208", Name: "empty-link", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a link or an image with no target"},
	Why: `A link without a target is one that somebody meant to finish. It is printed as plain text, so that no reader clicks in vain,
and what it was to lead to is lost. Write the target between the parentheses, or take the brackets away.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
A lost password is reported with [the form]().
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
A lost password is reported with [the form](https://example.com/form).
`,
}
