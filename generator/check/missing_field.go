package check

import "trustpress/generator/diag"

var missingField = &Rule{
	Rule: diag.Rule{Code: "TP005", Name: "missing-field", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a field that the kind cannot do without is not there, or is empty"},
	Why: `Each kind of record has a few fields without which it means nothing: a policy without a title cannot be listed, evidence
without a control shows nothing, a waiver without an expiry would hold for ever. Write the field. A file with no front matter at
all has the same defect; a file that is no record can be called README.md, or be listed under [content] ignore.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
owner: PER-anna
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
owner: PER-anna
---
Passwords have at least 14 characters.
`,
}
