package check

import "trustpress/generator/diag"

var unsafePath = &Rule{
	Rule: diag.Rule{Code: "TP601", Name: "unsafe-path", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a path or a link that leaves the site, or a name that some systems cannot store"},
	Why: `A path that climbs out of the site would put a file of the machine it is built on into an output, or would lead somewhere else
on every machine. Symbolic links are not followed for the same reason. Put the file below the folder that holds site.toml and name
it there; what stands on another site is linked by its address.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
How long a password lasts is said in [the IT manual](../../../it/manual.md).
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
How long a password lasts is said in [the IT manual](https://example.com/it/manual).
`,
}
