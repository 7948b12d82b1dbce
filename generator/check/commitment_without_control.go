package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var commitmentWithoutControl = &Rule{
	Rule: diag.Rule{Code: "TP310", Name: "commitment-without-control", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a service commitment that no control serves"},
	Why: `A promise that nothing keeps is what an auditor looks for first. Name the controls that serve the commitment, on the commitment or on the
controls.`,
	Base: auditedSite,
	Bad: `-- content/commitments.toml --
[[commitment]]
id = "COM-01"
title = "Only the right people have access to customer data"
category = "security"
kind = "service commitment"
source = "Terms of service, section 4"
`,
	Good: `-- content/commitments.toml --
[[commitment]]
id = "COM-01"
title = "Only the right people have access to customer data"
category = "security"
kind = "service commitment"
source = "Terms of service, section 4"
controls = ["AC-02"]
`,
	Run: runCommitmentWithoutControl,
}

func runCommitmentWithoutControl(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	for _, c := range p.Program.Commitments {
		if !c.Broken && len(c.Controls) == 0 && !served(p, c) {
			p.Report(c, c.Span, "no control serves this commitment", "name one under \"controls\"")
		}
	}
}

// served reports whether a control names the commitment.
func served(p *Pass, c *program.Commitment) bool {
	for _, use := range p.Uses[c] {
		if _, ok := use.From.(*program.Control); ok {
			return true
		}
	}
	return false
}
