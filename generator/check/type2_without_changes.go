package check

import (
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var type2WithoutChanges = &Rule{
	Rule: diag.Rule{Code: "TP313", Name: "type2-without-changes", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "no change record and no nil statement for DC9"},
	Why: `A Type 2 description says what changed significantly in the period (DC 9), or that nothing did. Write a record under changes/, or a
statement in section DC9.`,
	Base: auditedSite,
	Bad: `-- content/description.toml --
[[description]]
section = "DC1"
body = "Section 1 of the description."
[[description]]
section = "DC2"
body = "Section 2 of the description."
[[description]]
section = "DC3"
body = "Section 3 of the description."
[[description]]
section = "DC4"
body = "Section 4 of the description."
[[description]]
section = "DC5"
body = "Section 5 of the description."
[[description]]
section = "DC6"
body = "Section 6 of the description."
[[description]]
section = "DC7"
body = "Section 7 of the description."
[[description]]
section = "DC8"
body = "Section 8 of the description."
[[description]]
section = "DC9"
body = "Section 9 of the description."
`,
	Good: `-- content/description.toml --
[[description]]
section = "DC1"
body = "Section 1 of the description."
[[description]]
section = "DC2"
body = "Section 2 of the description."
[[description]]
section = "DC3"
body = "Section 3 of the description."
[[description]]
section = "DC4"
body = "Section 4 of the description."
[[description]]
section = "DC5"
body = "Section 5 of the description."
[[description]]
section = "DC6"
body = "Section 6 of the description."
[[description]]
section = "DC7"
body = "Section 7 of the description."
[[description]]
section = "DC8"
body = "Section 8 of the description."
[[description]]
section = "DC9"
body = "Section 9 of the description."
-- content/changes.toml --
[[change]]
id = "CHG-2026-01"
title = "The service moved to new servers"
on = 2026-02-15
`,
	Run: runType2WithoutChanges,
}

func runType2WithoutChanges(p *Pass) {
	dc9 := slices.IndexFunc(p.Program.Descriptions, func(d *program.Description) bool { return d.Section == "DC9" })
	if p.Site.Audit == nil || p.Site.Audit.Type != 2 || dc9 < 0 || p.Program.Doubtful("change") || p.Program.Doubtful("description") {
		return
	}
	if d := p.Program.Descriptions[dc9]; len(p.Program.Changes) == 0 && d.Statement.Empty() {
		p.Report(d, d.Span, "there is no change record, and no statement that nothing changed", "write one under changes/, or a \"statement\" here")
	}
}
