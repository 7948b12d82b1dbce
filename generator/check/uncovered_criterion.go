package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var uncoveredCriterion = &Rule{
	Rule: diag.Rule{Code: "TP301", Name: "uncovered-criterion", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a criterion in scope with neither control, CSOC with monitoring, nor reason"},
	Why: `A criterion that nothing answers is a hole in the report. Map a control to it, or name the control that a carved-out subservice
organization is expected to run and the control of ours that monitors it, or say under [[audit.not_applicable]] why the criterion does
not apply. In stage "readiness", before the first audit, it is a gap that handbook and bundle print, and only the trust center waits.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
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
The owner of each system compares its users with the staff list.
`,
	Run: runUncoveredCriterion,
}

func runUncoveredCriterion(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	if p.Program.Doubtful("control") || p.Program.Doubtful("vendor") || unboundCriteria(p) || !dismissed(p) {
		return
	}
	for _, c := range p.Scope {
		if p.Coverage[c].Met() {
			continue
		}
		p.Report(nil, p.Site.Tree.At("audit"), fmt.Sprintf("nothing covers %s, %s", c, c.Title.In(p.Site.Site.Languages[0])),
			"map a control to it, or give the reason why it does not apply")
		p.at(c.String())
		if p.Site.Audit.Stage == "readiness" {
			f := &p.findings[len(p.findings)-1]
			f.Severity, f.Blocks = diag.Warning, []string{"trust"}
			f.Hint += "; until then the trust center is not written"
		}
	}
}

// dismissed reports whether what is said not to apply could all be read: otherwise it may be what seems uncovered.
func dismissed(p *Pass) bool {
	for _, na := range p.Site.Audit.NotApplicable {
		if na.Reason == "" || p.Catalogues.Find(na.Criterion.Text).Criterion == nil {
			return false
		}
	}
	return true
}

// unboundCriteria reports whether some criterion that a control or a CSOC names could not be found: it may be the one that seems
// uncovered.
func unboundCriteria(p *Pass) bool {
	unbound := false
	visit := program.Visitor{Criterion: func(_ string, ref *program.CriterionRef) { unbound = unbound || ref.To == nil }}
	for _, c := range p.Program.Controls {
		program.Visit(c, visit)
	}
	for _, v := range p.Program.Vendors {
		program.Visit(v, visit)
	}
	return unbound
}
