package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

var expiredDisclosure = &Rule{
	Rule: diag.Rule{Code: "TP423", Name: "expired-disclosure", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a document given to somebody for a time that is over, and not said to be back or erased"},
	Why: `What was given in confidence was given until a day. After it the document is to be given back or erased, and the register is what shows
that somebody saw to it (criteria C1.1 and C1.2). Ask for a receipt and write its day under "ended", or agree on a new day.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
granted = 2026-03-05
expires = 2026-06-30
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
granted = 2026-03-05
expires = 2026-06-30
ended = 2026-07-02
`,
	Run: runExpiredDisclosure,
}

func runExpiredDisclosure(p *Pass) {
	for _, d := range p.Program.Disclosures {
		if past(d.Expires, p.AsOf) && (d.Ended.IsZero() || p.AsOf.Before(d.Ended)) {
			p.Report(d, d.At("expires"), fmt.Sprintf("%s ran until %s, and nobody says that it has ended", d.ID, d.Expires), "write \"ended\", the day on which the document was given back or erased")
		}
	}
}

// past reports whether a last day, if there is one, is over.
func past(last, asOf node.Day) bool { return !last.IsZero() && last.Before(asOf) }
