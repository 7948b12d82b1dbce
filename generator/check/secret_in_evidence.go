package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/secret"
)

var secretInEvidence = &Rule{
	Rule: diag.Rule{Code: "TP427", Name: "secret-in-evidence", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: true,
		Says: "a key, a token or a password in a raw file of evidence"},
	Why: `Raw files go to the auditor byte for byte, and a log or an export of settings often holds more than it was collected for. A secret that
has been written down is lost: revoke it first, then collect the file again without it. It is not cut out of the file, since the file would no longer
be what the system gave. Every file of text is read to its end, UTF-16 too, whatever its name; workbooks, PDF files, pictures, archives and sealed
files are not opened. What only looks like a secret, as the example in a manual, is waived with that reason.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.log"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.log --
2026-03-31 15:03 signed in with ` + "AKIA" + `Q3EGRTWJPL5XKZ7V
2026-03-31 15:04 212 users read
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.log"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.log --
2026-03-31 15:03 signed in as access-review
2026-03-31 15:04 212 users read
`,
	Run: runSecretInEvidence,
}

func runSecretInEvidence(p *Pass) {
	for _, e := range p.Program.Evidence {
		for _, s := range p.raw()[e].secrets {
			more := ""
			if s.times > 1 {
				more = fmt.Sprintf(" (%d of them in this file)", s.times)
			}
			p.Report(e, s.Span, secret.Match{Description: s.says}.Says()+more, "revoke it, then collect the file again without it",
				diag.Related{Span: e.Source.Span, Message: "the file is named here"})
		}
	}
}
