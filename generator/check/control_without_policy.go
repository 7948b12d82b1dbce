package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var controlWithoutPolicy = &Rule{
	Rule: diag.Rule{Code: "TP303", Name: "control-without-policy", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a control that no policy backs"},
	Why: `An auditor asks on whose decision a control is carried out. Name the policy, and best its section, under "policies", or refer to the
control from the policy's text.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
owner: PER-anna
criteria: [GO1, GO2]
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
	Run: runControlWithoutPolicy,
}

func runControlWithoutPolicy(p *Pass) {
	for _, c := range p.Program.Controls {
		if p.Site.Audit != nil && !c.Retired() && !c.Broken && len(c.Policies) == 0 && !backed(p, c) {
			p.Report(c, c.Span, "no policy backs this control", "name it under \"policies\", with its section as in POL-AC#reviews")
		}
	}
}

// backed reports whether a policy or a procedure speaks of a control.
func backed(p *Pass, c *program.Control) bool {
	for _, use := range p.Uses[c] {
		switch use.From.(type) {
		case *program.Policy, *program.Procedure:
			return true
		}
	}
	return false
}
