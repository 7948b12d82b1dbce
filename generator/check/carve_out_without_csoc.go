package check

import (
	"trustpress/generator/diag"
)

var carveOutWithoutCSOC = &Rule{
	Rule: diag.Rule{Code: "TP307", Name: "carve-out-without-csoc", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: false,
		Says: "a carved-out subservice organization with no expected controls"},
	Why: `Where a subservice organization is carved out, the description says what kinds of control are expected of it (DC 7). Leaving them out
misstates the description. List them under csocs, each with the criteria that it serves.`,
	Base: auditedSite,
	Bad: `-- content/vendors.toml --
[[vendor]]
id = "VEN-host"
title = "Fjordhall Drift AB"
[vendor.subservice]
method = "carve-out"
services = ["Hosting"]
monitored_by = ["AC-02"]
`,
	Good: `-- content/vendors.toml --
[[vendor]]
id = "VEN-host"
title = "Fjordhall Drift AB"
[vendor.subservice]
method = "carve-out"
services = ["Hosting"]
monitored_by = ["AC-02"]
[[vendor.subservice.csocs]]
criteria = ["GO1"]
text = "Only named staff enter the data halls."
`,
	Run: runCarveOutWithoutCSOC,
}

func runCarveOutWithoutCSOC(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	for _, v := range p.Program.Vendors {
		if s := v.Subservice; s != nil && !v.Broken && s.Method == "carve-out" && len(s.CSOCs) == 0 {
			p.Report(v, v.At("subservice"), "a carved-out subservice organization with no expected controls", "list them under \"csocs\"")
		}
	}
}
