package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/wording"
)

var reportClaimWithoutReport = &Rule{
	Rule: diag.Rule{Code: "TP503", Name: "report-claim-without-report", Severity: diag.Error, Blocks: []string{"trust"}, Waivable: false,
		Says: "a report or certificate named without its record"},
	Why: `Whoever reads "our SOC 2 report" or "ISO 27001 certified" asks which type, which period, which firm, which scope, and until when. The answer
is a record: a report in content/reports, of which everybody reads the kind, and of SOC 1 and SOC 2 the same type as the text names (L07); of SOC 3
with its auditor, opinion and period (L08); of a certificate with its number, body, accreditation, scope and last day (L15), all named in
public.fields. Without one, write what is so: "we have no SOC 2 report", or "a SOC 2 Type 1 report is planned for March 2027".`,
	Bad: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year, as our SOC 2 Type 2 report says.
---
The platform team renews the keys.
`,
	Good: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
public: Keys are renewed every year. We have no SOC 2 report.
---
The platform team renews the keys.
`,
	Run: func(p *Pass) { p.claims(wording.Named) },
}
