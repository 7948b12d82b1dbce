package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/wording"
)

var auditorOwnedText = &Rule{
	Rule: diag.Rule{Code: "TP507", Name: "auditor-owned-text", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: false,
		Says: "opinion, tests or results written by the company"},
	Why: `Whether controls were suitably designed and operated effectively is what the service auditor concludes (L26), and the tests and their
results are hers (L27): "in our opinion", "inspected a sample of 25", "no exceptions noted". Where a company writes them, a reader cannot tell whose
words they are, and her report cannot take them over. Write what was done instead: who did it, when, and what came of it. What management asserts
stands in a statement with about = "assertion", and there alone. Work of the company's own is not meant: a restore test, a sample that the control
itself draws, a finding of internal audit. Neither is what a report says that was issued already, by or about a vendor or on an earlier period, nor
words in quotation marks or code. The public words of these records are looked at too; policies and evidence files are not. No waiver accepts this.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list. No exceptions noted.
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list. On 2026-03-31 internal audit compared 212 accounts and found one of a leaver.
`,
	Run: func(p *Pass) { p.handedClaims(wording.Owned) },
}
