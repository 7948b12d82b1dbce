package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/secret"
	"trustpress/generator/source"
)

var secretInContent = &Rule{
	Rule: diag.Rule{Code: "TP508", Name: "secret-in-content", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a key, a token or a password in the content"},
	Why: `What is committed stays in the history and in every clone, and what is built from it is sent to auditors and shown to
customers. A secret that has been written down is lost, so removing the line is not enough: revoke it first, then remove it here
and from the history. Say where the secret is kept, not what it is. Documents for customers are looked through where they are text; for raw files
of evidence there is secret-in-evidence.`,
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
	Run: runSecretInContent,
}

// runSecretInContent looks into documents, which no earlier stage reads.
func runSecretInContent(p *Pass) {
	for _, d := range p.Program.Documents {
		if !p.Asset(p.Files[d].Path) {
			continue
		}
		var found []leak
		p.Pieces(d, func(piece *source.Piece) { found = secretsIn(found, piece) })
		for _, s := range found {
			p.Report(d, s.Span, secret.Match{Description: s.says}.Says(), secret.Hint)
		}
	}
}
