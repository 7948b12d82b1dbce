package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var staleReport = &Rule{
	Rule: diag.Rule{Code: "TP504", Name: "stale-report", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a report whose period ended over twelve months ago, shown as current"},
	Why: `Reviewers count a report for twelve months after its period, and a certificate until the day that it names. One that is older and
stands alone looks as if the work had stopped. List the report that has taken its place and let it say so with "supersedes", list a bridge letter
for the time until it comes, or take the old one away.`,
	Bad: `-- content/reports.toml --
[[report]]
id = "RPT-2025"
title = "SOC 2 report of 2025"
kind = "soc2"
type = 2
period = { from = 2024-07-01, to = 2025-06-30 }
categories = ["security"]
public = { title = "SOC 2 report of 2025", fields = ["kind", "type", "period", "categories"] }
`,
	Good: `-- content/reports.toml --
[[report]]
id = "RPT-2025"
title = "SOC 2 report of 2025"
kind = "soc2"
type = 2
period = { from = 2024-07-01, to = 2025-06-30 }
categories = ["security"]
public = { id = "RPT-2025", title = "SOC 2 report of 2025", fields = ["kind", "type", "period", "categories"] }
[[report]]
id = "RPT-2026"
title = "SOC 2 report of 2026"
kind = "soc2"
type = 2
period = { from = 2025-07-01, to = 2026-06-30 }
categories = ["security"]
supersedes = "RPT-2025"
public = { title = "SOC 2 report of 2026", fields = ["kind", "type", "period", "categories", "supersedes"] }
`,
	Run: runStaleReport,
}

func runStaleReport(p *Pass) {
	after := followed(p.Trace)
	for _, r := range p.Program.Reports {
		if r.Broken || !isTold(r) || r.Kind == "bridge-letter" || after[r] {
			continue
		}
		if field, message := outlived(r, p.AsOf); message != "" {
			p.Report(r, r.At(field...), fmt.Sprintf("%s: %s, and no report listed in public has taken its place", r.ID, message),
				"list the one that follows with \"supersedes\", or a bridge letter with \"covers\", or take this one away")
		}
	}
}

// followed returns the reports after which another is listed in public, or a letter that is not outlived itself.
func followed(t *trace.Trace) map[*program.Report]bool {
	out := map[*program.Report]bool{}
	for _, r := range t.Program.Reports {
		if !isTold(r) {
			continue
		}
		if r.Supersedes.To != nil {
			out[r.Supersedes.To] = true
		}
		if r.Covers.To != nil && !r.Period.IsZero() && !r.Period.To.AddMonths(program.BridgeMonths).Before(t.AsOf) {
			out[r.Covers.To] = true
		}
	}
	return out
}

// outlived says that the time for which a report is taken has passed by a day, and where that time is written.
func outlived(r *program.Report, day node.Day) (field []string, message string) {
	past := func(last node.Day) bool { return !last.IsZero() && last.Before(day) }
	switch {
	case past(r.ValidUntil):
		return []string{"valid_until"}, "it was valid until " + r.ValidUntil.String()
	case past(r.Public.ValidUntil):
		return []string{"public", "valid_until"}, "it was to be shown until " + r.Public.ValidUntil.String()
	case !r.ValidUntil.IsZero():
		return nil, ""
	case !r.Period.IsZero() && past(r.Period.To.AddMonths(program.ReportMonths)):
		return []string{"period", "to"}, "its period ended over twelve months ago, on " + r.Period.To.String()
	case !r.AsOf.IsZero() && past(r.AsOf.AddMonths(program.ReportMonths)):
		return []string{"as_of"}, "the day that it speaks of is over twelve months ago, " + r.AsOf.String()
	}
	return nil, ""
}
