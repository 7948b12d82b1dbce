package check

import "trustpress/generator/diag"

var wrongKind = &Rule{
	Rule: diag.Rule{Code: "TP205", Name: "wrong-kind", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a reference to a record of another kind than the field takes"},
	Why: `Each field that refers to records takes one kind: an owner is a person, a control is backed by policies, evidence belongs to
controls. A record of another kind in that place would draw a line in the traceability that means nothing. Name a record of the
right kind, or move the reference to the field that takes it. The same is said of an image whose target is an identifier.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
owner: POL-AC
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
