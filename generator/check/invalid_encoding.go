package check

import "trustpress/generator/diag"

var invalidEncoding = &Rule{
	Rule: diag.Rule{Code: "TP007", Name: "invalid-encoding", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "bytes that are not UTF-8"},
	Why: `A file saved in an old encoding shows its letters wrong to everybody but its author, and a digest of its text would depend on
who reads it. Save the file as UTF-8; every editor can, often under "Save with encoding". Raw evidence is not read as text and may
be in any encoding.`,
	Bad: `-- content/policies/access.md --
---
id: POL-AC
title: ` + "\xc5tkomst" + `
---
Access follows the role.
`,
	Good: `-- content/policies/access.md --
---
id: POL-AC
title: Åtkomst
---
Access follows the role.
`,
}
