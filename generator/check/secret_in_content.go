package check

import "trustpress/generator/diag"

var secretInContent = &Rule{
	Rule: diag.Rule{Code: "TP508", Name: "secret-in-content", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a key, a token or a password in the content"},
	Why: `What is committed stays in the history and in every clone, and what is built from it is sent to auditors and shown to
customers. A secret that has been written down is lost, so removing the line is not enough: revoke it first, then remove it here
and from the history. Say where the secret is kept, not what it is.`,
	Bad: `-- content/procedures/backup.md --
---
id: PRO-BU
title: Backups are restored once a quarter
---
Log in to the backup account with ` + "AKIA" + `Q3EGRTWJPL5XKZ7V and restore the newest copy.
`,
	Good: `-- content/procedures/backup.md --
---
id: PRO-BU
title: Backups are restored once a quarter
---
Log in to the backup account with the key in the vault and restore the newest copy.
`,
}
