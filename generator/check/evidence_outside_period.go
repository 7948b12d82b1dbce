package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var evidenceOutsidePeriod = &Rule{
	Rule: diag.Rule{Code: "TP410", Name: "evidence-outside-period", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "evidence that does not fall in the period"},
	Why: `Evidence is held against the audit period by what it covers or by the day on which it occurred, never by the day on which somebody
collected it. Correct the date, or keep last year's evidence out of this year's content.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access review of 2026"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2026-03-31T15:04:00+02:00
collected_by = "PER-anna"
occurred_on = 2026-03-31
[[evidence]]
id = "EV-AC-02-2024"
title = "Access review of 2024"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2024-11-04T10:00:00+01:00
collected_by = "PER-anna"
occurred_on = 2024-11-04
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
[[evidence]]
id = "EV-AC-02-2025"
title = "Access review of 2025"
controls = ["AC-02"]
kind = "attestation"
collected_at = 2025-11-04T10:00:00+01:00
collected_by = "PER-anna"
occurred_on = 2025-11-04
`,
	Run: runEvidenceOutsidePeriod,
}

func runEvidenceOutsidePeriod(p *Pass) {
	if p.Period.IsZero() {
		return
	}
	hint := "correct the date, or move it out of this period's content"
	if p.Site.Audit.Type == 1 {
		hint = "correct the date; or set type1_window_days under [audit], if the service auditor looks further back"
	}
	for _, e := range p.Program.Evidence {
		days, dated := trace.Days(e)
		switch {
		case e.Broken || trace.Inside(e, p.Period):
		case !dated:
			p.Report(e, e.Span, "this evidence says neither what it covers nor when it occurred", "add \"covers\" or \"occurred_on\"")
		default:
			p.Report(e, dateKey(e), fmt.Sprintf("%s does not fall in %s", daysOf(days), timeExamined(p)), hint)
		}
	}
}

// daysOf names one day, or the first and the last of several.
func daysOf(p program.Period) string {
	if p.From == p.To {
		return p.From.String()
	}
	return fmt.Sprintf("%s to %s", p.From, p.To)
}

// timeExamined names the time that evidence is held against.
func timeExamined(p *Pass) string {
	if a := p.Site.Audit; a.Type == 1 {
		return fmt.Sprintf("the %d days up to %s", a.Type1WindowDays, p.Period.To)
	}
	return "the period " + daysOf(p.Period)
}

// dateKey returns the place of the key that dates a piece of evidence.
func dateKey(e *program.Evidence) diag.Span {
	for _, key := range []string{"covers", "occurred_on", "collected_at"} {
		if e.Fields.Get(key) != nil {
			return e.At(key)
		}
	}
	return e.Span
}
