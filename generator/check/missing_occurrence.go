package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/trace"
)

var missingOccurrence = &Rule{
	Rule: diag.Rule{Code: "TP305", Name: "missing-occurrence", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "an expected occurrence without evidence"},
	Why: `A quarterly control in a year's period is to be seen four times; a control that acts on events needs the list of all of them, or a
statement that there were none. A window is due when its last day has come. Add the evidence of the window that is named; if it was
not carried out, say so in a deficiency and waive the window with the reason.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed twice a year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [semi-annual]
---
The owner of each system compares its users with the staff list.
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed twice a year
owner: PER-anna
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [semi-annual]
---
The owner of each system compares its users with the staff list.
-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
[[evidence]]
id = "EV-AC-02-2026H2"
title = "Access review of autumn 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-09-14T09:30:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-09-14
`,
	Run: runMissingOccurrence,
}

func runMissingOccurrence(p *Pass) {
	if p.Program.Doubtful("evidence") || unboundControls(p) {
		return
	}
	for _, c := range p.Program.Controls {
		s := p.Schedules[c]
		if s == nil || c.Broken || len(s.Evidence) == 0 || undated(p, c) { // without any evidence, one finding says so
			continue
		}
		for _, o := range s.Occurrences {
			if o.State == trace.Missing {
				missing(p, s, o)
			}
		}
	}
}

func missing(p *Pass, s *trace.Schedule, o trace.Occurrence) {
	message := fmt.Sprintf("%s: no evidence of the %s occurrence from %s to %s", s.Control.ID, o.Frequency, o.Window.From, o.Window.To)
	hint := "add evidence that covers at least half of it, or that occurred in it"
	if o.Listed() {
		message = fmt.Sprintf("%s: no population from %s to %s for frequency %s", s.Control.ID, o.Window.From, o.Window.To, o.Frequency)
		hint = "add evidence of kind population that covers the period, or of kind nil with a statement"
	}
	p.Report(s.Control, s.Control.At("frequency"), message, hint)
	p.at(o.Window.From.String())
}
