package check

import "trustpress/generator/diag"

var duplicateID = &Rule{
	Rule: diag.Rule{Code: "TP101", Name: "duplicate-id", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "two records with one id, ignoring case"},
	Why: `An id is how everything refers to a record. If two records bear the same one, a reference may lead to either, and evidence for
one control would be shown for the other. It is usually a file that was copied as a starting point: give the copy an id of its own.
Letter case does not make two ids different, because some file systems ignore it.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least 14 characters.
-- content/policies/service-accounts.md --
---
id: POL-PW
title: Service accounts
---
A service account has no password.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least 14 characters.
-- content/policies/service-accounts.md --
---
id: POL-SA
title: Service accounts
---
A service account has no password.
`,
}
