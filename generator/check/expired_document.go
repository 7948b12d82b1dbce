package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var expiredDocument = &Rule{
	Rule: diag.Rule{Code: "TP516", Name: "expired-document", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a document past its date, offered as the current one"},
	Why: `A reviewer takes a document of a trust center for the one that holds. Offer the new version in a record that supersedes this one,
or, if it still holds, say until when.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-MEASURES-2025"
title = "Technical and organisational measures"
access = "listed"
expires = 2026-06-30
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-MEASURES-2025"
title = "Technical and organisational measures of 2025"
access = "listed"
expires = 2026-06-30
[[document]]
id = "DOC-MEASURES"
title = "Technical and organisational measures"
access = "listed"
expires = 2027-06-30
supersedes = "DOC-MEASURES-2025"
`,
	Run: runExpiredDocument,
}

func runExpiredDocument(p *Pass) {
	superseded := map[*program.Document]bool{}
	for _, d := range p.Program.Documents {
		superseded[d.Supersedes.To] = true
	}
	for _, d := range p.Program.Documents {
		if past(d.Expires, p.AsOf) && !superseded[d] {
			p.Report(d, d.At("expires"), fmt.Sprintf("%s expired on %s, and no other document supersedes it", d.ID, d.Expires), "offer the one that holds now, or take this one away")
		}
	}
}
