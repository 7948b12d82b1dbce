package check

import "trustpress/generator/diag"

var unreadFile = &Rule{
	Rule: diag.Rule{Code: "TP014", Name: "unread-file", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a Markdown or TOML file of the content that belongs to no kind of record"},
	Why: `The folder says what a file is. A file outside the folders that trustpress knows is in none of the outputs, whatever its front
matter says, and nobody misses it until an auditor asks for it. Move it where it belongs, name it as the file of a register row, or
list it under [content] ignore. A README.md is never a record and is not reported.`,
	Bad: `-- content/polices/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least 14 characters.
`,
}
