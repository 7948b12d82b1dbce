package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var subserviceWithoutMonitoring = &Rule{
	Rule: diag.Rule{Code: "TP308", Name: "subservice-without-monitoring", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a subservice organization that no control of ours monitors"},
	Why: `What is expected of a subservice organization has to be watched by somebody here, or it covers nothing. Name the control that does
so, as by reading its reports, under monitored_by.`,
	Base: auditedSite,
	Bad: `-- content/vendors.toml --
[[vendor]]
id = "VEN-host"
title = "Fjordhall Drift AB"
[vendor.subservice]
method = "carve-out"
services = ["Hosting"]
[[vendor.subservice.csocs]]
criteria = ["GO1"]
text = "Only named staff enter the data halls."
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
	Run: runSubserviceWithoutMonitoring,
}

func runSubserviceWithoutMonitoring(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	for _, v := range p.Program.Vendors {
		if v.Subservice == nil || v.Broken || trace.Monitored(v) || unboundMonitor(v) {
			continue
		}
		hint := "name one under \"monitored_by\""
		if len(v.Subservice.MonitoredBy) > 0 {
			hint = "the one that is named is retired; name one that is carried out"
		}
		p.Report(v, v.At("subservice"), "no control of ours monitors this subservice organization", hint)
	}
}

// unboundMonitor reports whether a monitoring control is named that is not there, which has a finding of its own.
func unboundMonitor(v *program.Vendor) bool {
	for _, ref := range v.Subservice.MonitoredBy {
		if ref.To == nil {
			return true
		}
	}
	return false
}
