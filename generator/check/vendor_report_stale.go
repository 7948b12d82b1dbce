package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var vendorReportStale = &Rule{
	Rule: diag.Rule{Code: "TP416", Name: "vendor-report-stale", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a vendor's report older than twelve months and no bridge letter"},
	Why: `What a vendor's report says holds for its period. Twelve months after that ended nobody knows what the vendor does today, unless a letter
of the vendor bridges the time since. Ask for the new report or for a letter, read it, and write it down.`,
	Base: auditedSite,
	Bad: `-- content/vendors.toml --
[[vendor]]
id = "VEN-hosting"
title = "Exempeldrift AB"
[[vendor.reports]]
type = "SOC 2 Type 2"
period = { from = 2024-04-01, to = 2025-03-31 }
reviewed_on = 2025-06-10
`,
	Good: `-- content/vendors.toml --
[[vendor]]
id = "VEN-hosting"
title = "Exempeldrift AB"
[[vendor.reports]]
type = "SOC 2 Type 2"
period = { from = 2024-04-01, to = 2025-03-31 }
reviewed_on = 2025-06-10
bridge_letter = 2026-09-22
`,
	Run: runVendorReportStale,
}

func runVendorReportStale(p *Pass) {
	for _, v := range p.Program.Vendors {
		newest := v.NewestReport()
		if v.Broken || newest == nil {
			continue
		}
		if last := newest.HoldsUntil(); last.AddMonths(program.ReportMonths).Before(p.AsOf) {
			p.Report(v, v.At("reports"), fmt.Sprintf("%s: the newest report that we have read speaks of the time up to %s", v.ID, last),
				"read the report that follows, or a bridge letter, and write it under \"reports\"")
		}
	}
}
