package check

import "trustpress/generator/diag"

var invalidFrontMatter = &Rule{
	Rule: diag.Rule{Code: "TP002", Name: "invalid-front-matter", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "front matter or a register that does not parse, a fence that is not closed, or a key that stands twice"},
	Why: `If front matter cannot be read, nobody knows what the file is: its id, its owner and its criteria are lost, and every
reference to it would look broken. A key that stands twice leaves open which of its values counts. Put quotation marks around
text that holds a colon, close the front matter with the fence that opened it, and keep one of two equal keys.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords: length and storage
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: "Passwords: length and storage"
---
Passwords have at least 14 characters.
`,
}
