package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var controlWithoutEvidence = &Rule{
	Rule: diag.Rule{Code: "TP304", Name: "control-without-evidence", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "no evidence at all in the period"},
	Why: `A control that leaves no trace cannot be tested. Record what shows that it was carried out, or a nil statement if there was no
occasion for it in the period.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
# nothing yet
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
`,
	Run: runControlWithoutEvidence,
}

func runControlWithoutEvidence(p *Pass) {
	if p.Program.Doubtful("evidence") || unboundControls(p) {
		return
	}
	for _, c := range p.Program.Controls {
		s := p.Schedules[c]
		if s != nil && !c.Broken && len(s.Evidence) == 0 && !p.AsOf.Before(p.Period.From) && !undated(p, c) {
			p.Report(c, c.Span, fmt.Sprintf("no evidence of %s in %s", c.ID, timeExamined(p)), "add evidence, or a nil statement if there was no occasion")
		}
	}
}

// unboundControls reports whether some evidence names a control that is not there: it may be the one that seems to have none.
func unboundControls(p *Pass) bool {
	for _, e := range p.Program.Evidence {
		for _, ref := range e.Controls {
			if ref.To == nil {
				return true
			}
		}
	}
	return false
}

// undated reports whether some evidence of a control says no day: it may be what seems to be missing, and has a finding.
func undated(p *Pass, c *program.Control) bool {
	for _, use := range p.Uses[c] {
		if e, ok := use.From.(*program.Evidence); ok && use.Field == "controls" {
			if _, dated := trace.Days(e); !dated {
				return true
			}
		}
	}
	return false
}
