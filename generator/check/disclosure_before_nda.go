package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var disclosureBeforeNDA = &Rule{
	Rule: diag.Rule{Code: "TP424", Name: "disclosure-before-nda", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a document that asks for a non-disclosure agreement, given before it was signed"},
	Why: `What is given before the agreement is signed is given without one, and the public record of the document says otherwise. Correct the
days, or keep what happened and waive the finding with its reason.`,
	Bad: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
nda = "DOC-NDA"
-- content/trust/documents/nda.txt --
The parties keep what they learn to themselves for three years.
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
nda_on = 2026-03-12
granted = 2026-03-05
`,
	Good: `-- content/trust/documents.toml --
[[document]]
id = "DOC-NDA"
title = "Non-disclosure agreement"
access = "open"
file = "trust/documents/nda.txt"
[[document]]
id = "DOC-PENTEST"
title = "Penetration test of 2026"
access = "listed"
nda = "DOC-NDA"
-- content/trust/documents/nda.txt --
The parties keep what they learn to themselves for three years.
-- content/disclosures.toml --
[[disclosure]]
id = "DIS-1"
title = "Penetration test to a customer"
who = "Rolf Hageblad, treasurer"
document = "DOC-PENTEST"
nda_on = 2026-03-03
granted = 2026-03-05
`,
	Run: runDisclosureBeforeNDA,
}

func runDisclosureBeforeNDA(p *Pass) {
	for _, d := range p.Program.Disclosures {
		if d.Document.To == nil || !d.Document.To.NDA.Written() || d.NDAOn.IsZero() || d.Granted.IsZero() {
			continue
		}
		if d.Granted.Before(d.NDAOn) {
			p.Report(d, d.At("granted"), fmt.Sprintf("%s was given on %s, and its agreement signed on %s", d.ID, d.Granted, d.NDAOn), "correct the days, or waive what happened",
				diag.Related{Span: d.Document.To.At("nda"), Message: "the document asks for the agreement"})
		}
	}
}
