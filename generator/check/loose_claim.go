package check

import (
	"fmt"
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/wording"
)

var looseClaim = &Rule{
	Rule: diag.Rule{Code: "TP502", Name: "loose-claim", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "public wording that says more, or less exactly, than its record"},
	Why: `The trust center tells what a person wrote for everybody, and cannot look at the record behind it. A control that is retired, or a
policy that is a draft, is told there as if it held: take the public text away, or say in it what holds. The other findings of this rule name a
language rule: nobody complies with SOC 2 (L02), it is written "SOC 2" (L05) and its types in one way (L06), an opinion is not clean (L10), effective is
told for a period (L12), a law is not a thing to be compliant with in a word (L14), a report is about one system (L19), no names, addresses of machines or
versions (L22), privacy is not confidentiality (L23), and a day has a date, not "recently" (L25). The hint gives the words to use instead.`,
	Bad: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
status: retired
public: Keys are renewed every year.
---
The platform team renewed the keys.
`,
	Good: `-- content/controls/KEY-01.md --
---
id: KEY-01
title: Keys are renewed every year
status: retired
---
The platform team renewed the keys.
`,
	Run: runLooseClaim,
}

func runLooseClaim(p *Pass) {
	p.claims(wording.Loose)
	staffNames(p)
	for _, c := range p.Program.Controls {
		unheld(p, c, c.Status, "retired")
	}
	for _, d := range p.Program.Policies {
		unheld(p, d, d.Status, "draft", "in_review", "retired")
	}
	for _, d := range p.Program.Procedures {
		unheld(p, d, d.Status, "draft", "in_review", "retired")
	}
}

// unheld reports a record that everybody reads about, and that does not hold by its own status.
func unheld(p *Pass, rec program.Any, status string, not ...string) {
	if r := rec.Base(); isTold(rec) && slices.Contains(not, status) {
		p.Report(rec, r.At("status"), fmt.Sprintf("%s is %s, and is told in public as if it held", r.ID, status), "take its public text away, or correct the status")
	}
}
