package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var undeclaredPersonalData = &Rule{
	Rule: diag.Rule{Code: "TP415", Name: "undeclared-personal-data", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "evidence that looks like personal data and does not say so"},
	Why: `Evidence in git cannot be erased. A file that holds Swedish personal identity numbers or coordination numbers, or the e-mail addresses, mobile
numbers or accounts (IBAN) of several people, is to say personal_data = true, so that whoever packs or sends it knows; or better, export it without
them. Addresses of functions, as security@, are not counted, and a name alone is not recognized. Files of text are read to their end.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
name,e-mail
A,anna@example.com
B,bo@example.com
C,cilla@example.com
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-review_2026-03-31.csv"
personal_data = true
system = "Identity provider"
query = "all active users"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-03-31
-- content/evidence/files/AC-02_access-review_2026-03-31.csv --
name,e-mail
A,anna@example.com
B,bo@example.com
C,cilla@example.com
`,
	Run: runUndeclaredPersonalData,
}

func runUndeclaredPersonalData(p *Pass) {
	for _, e := range p.Program.Evidence {
		if e.PersonalData != nil {
			continue
		}
		if what := p.raw()[e].people.are(); what != "" {
			p.Report(e, e.Source.Span, fmt.Sprintf("%q looks as if it held %s", e.Source.Text, what), "say personal_data = true or false")
		}
	}
}
