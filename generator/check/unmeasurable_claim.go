package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/wording"
)

var unmeasurableClaim = &Rule{
	Rule: diag.Rule{Code: "TP509", Name: "unmeasurable-claim", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "superlatives and promises nobody can measure"},
	Why: `A reviewer reads "100 % secure" or "bank-grade" as a sign that nothing is known, and a promise that cannot be kept is held against the
company that made it (L13). Write what can be measured: which encryption, within how many hours, how often, since when. What nobody can promise
whole is given with "reasonable assurance" (in Swedish "rimlig säkerhet"). An auditor reads the description of the system, the commitments and
management's statements the same way, so where there is an audit these are looked at too, and in them the claim to meet all of a framework or a law
(L28): name the criteria that controls are mapped to. Words in quotation marks, and sentences that deny them, are not meant.`,
	Bad: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Customer data is encrypted
public: Customer data is kept with bank-grade encryption.
---
The platform team keeps the keys.
`,
	Good: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Customer data is encrypted
public: Customer data is encrypted with AES-256 where it is kept.
---
The platform team keeps the keys.
`,
	Run: func(p *Pass) {
		p.claims(wording.Unmeasurable)
		p.handedClaims(wording.Unmeasurable)
	},
}
