package check

import (
	"trustpress/generator/diag"
)

var inclusiveWithoutAssertion = &Rule{
	Rule: diag.Rule{Code: "TP309", Name: "inclusive-without-assertion", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "inclusive method without the vendor's own assertion"},
	Why: `With the inclusive method the subservice organization's controls stand in the description, and its own management signs an assertion.
Name that document under assertion. If it refuses, only the carve-out method remains.`,
	Base: auditedSite,
	Bad: `-- content/vendors.toml --
[[vendor]]
id = "VEN-host"
title = "Fjordhall Drift AB"
[vendor.subservice]
method = "inclusive"
services = ["Hosting"]
monitored_by = ["AC-02"]
`,
	Good: `-- content/vendors.toml --
[[vendor]]
id = "VEN-host"
title = "Fjordhall Drift AB"
[vendor.subservice]
method = "inclusive"
services = ["Hosting"]
monitored_by = ["AC-02"]
assertion = "Assertion of Fjordhall Drift AB, 12 October 2026"
`,
	Run: runInclusiveWithoutAssertion,
}

func runInclusiveWithoutAssertion(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	for _, v := range p.Program.Vendors {
		if s := v.Subservice; s != nil && !v.Broken && s.Method == "inclusive" && s.Assertion == "" {
			p.Report(v, v.At("subservice"), "the inclusive method without the vendor's own assertion", "name it under \"assertion\", or carve the vendor out")
		}
	}
}
