package check

import "trustpress/generator/diag"

var brokenLink = &Rule{
	Rule: diag.Rule{Code: "TP206", Name: "broken-link", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a relative link to a file that is not there, or a link definition for an identifier"},
	Why: `A reader who follows the link finds nothing, on the git host as well as in the handbook. Correct the path, which starts from
the file that the link stands in, or refer to the record by its id, which survives a move. An identifier needs no link definition:
a line such as "[POL-AC]: access.md" would send it elsewhere, and is refused.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Who gets an account is said in [the access policy](../policies/acess.md).
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Who gets an account is said in [the access policy](../policies/access.md).
`,
}
