package check

import (
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var missingStatement = &Rule{
	Rule: diag.Rule{Code: "TP315", Name: "missing-statement", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "the examined time has passed, and management has not stated what it discloses to the service auditor"},
	Why: `Management tells the service auditor of fraud, of breaches of law, of controls that were badly designed or did not operate, of incidents that meet
DC 4, of what happened after the period, and that all records are open to her. Where the registers hold nothing, silence could mean anything: write a
record under statements/ with about, by and on, and under statement that there was nothing. The bundle never says so by itself.`,
	Base: auditedSite,
	Bad: examinedYear + `-- content/statements.toml --
[[statement]]
about = "fraud"
by = "PER-karin"
on = 2026-09-30
statement = "We know of no fraud in the period."
[[statement]]
about = "noncompliance"
statement = "We know of no breach of law in the period."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "design"
statement = "We know of no control that was badly designed."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "operation"
statement = "We know of no control that did not operate."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "access"
body = "Every record was and is open to the service auditor."
by = "PER-karin"
on = 2026-09-30
`,
	Good: examinedYear + `-- content/statements.toml --
[[statement]]
about = "fraud"
by = "PER-karin"
on = 2026-09-30
statement = "We know of no fraud in the period."
[[statement]]
about = "noncompliance"
statement = "We know of no breach of law in the period."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "design"
statement = "We know of no control that was badly designed."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "operation"
statement = "We know of no control that did not operate."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "subsequent-events"
statement = "Since the period ended nothing has happened that bears on it."
by = "PER-karin"
on = 2026-09-30
[[statement]]
about = "access"
body = "Every record was and is open to the service auditor."
by = "PER-karin"
on = 2026-09-30
`,
	Run: runMissingStatement,
}

// examinedYear makes the period of an audited site one that has passed.
const examinedYear = `-- site.toml --
as_of = 2026-09-30
[organization]
name = "Nordan Ledger AB"
[audit]
type = 2
period_from = 2025-09-29
period_to = 2026-09-28
[frameworks]
in_scope = ["goals"]
`

func runMissingStatement(p *Pass) {
	if p.Site.Audit == nil || p.Site.Audit.Stage != "examination" || !p.Over() || p.Program.Doubtful("statement") {
		return
	}
	for _, topic := range p.Topics() {
		if topic.Silent() && !doubtful(p, topic.About) {
			p.Report(nil, p.Site.Tree.At("audit"), fmt.Sprintf("management has stated nothing about %s, and no record tells of it", spoken(topic.About)),
				fmt.Sprintf("write it under %s/statements with about = %q", p.Site.Content.Root, topic.About))
		}
		for _, s := range topic.Statements {
			runUnsigned(p, s)
		}
	}
}

// runUnsigned reports a statement that nobody stands behind, or that was made too early.
func runUnsigned(p *Pass, s *program.Statement) {
	switch {
	case s.By.ID == "" || s.On.IsZero():
		p.Report(s, s.Span, fmt.Sprintf("the statement about %s does not say who made it, and on which day", spoken(s.About)), "write \"by\" and \"on\"")
	case p.TooEarly(s):
		p.Report(s, s.At("on"), fmt.Sprintf("the statement about %s is of %s, before the examined time was at its end", spoken(s.About), s.On),
			"let the person state it again for the whole time")
	}
}

// silentRecords are the kinds whose records tell of a topic where no statement does.
var silentRecords = map[string][]string{
	trace.Design: {"deficiency"}, trace.Operation: {"deficiency", "control", "evidence"}, trace.Incidents: {"incident", "description"},
	trace.SubsequentEvents: {"incident", "deficiency", "change"},
}

func doubtful(p *Pass, about string) bool {
	for _, kind := range silentRecords[about] {
		if p.Program.Doubtful(kind) {
			return true
		}
	}
	return false
}

func spoken(about string) string { return strings.ReplaceAll(about, "-", " ") }
