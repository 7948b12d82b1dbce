package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var itemOutsidePopulation = &Rule{
	Rule: diag.Rule{Code: "TP430", Name: "item-outside-population", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a selected item that the file of its population does not hold"},
	Why: `The service auditor selects from the population that she was given. An item that is not in it was selected from another one, or mistyped,
or the population is not complete, which is the worst of the three. An item is found where a cell of a CSV file, of a workbook or of JSON is the
same, ignoring case. Ask her what she means; if the population lacks it, collect it anew and say why.`,
	Base: auditedSite,
	Bad: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access given in the period"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-given_2026-09-30.csv"
system = "Identity provider"
query = "all cases"
collected_at = 2026-09-30T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-09-30
-- content/evidence/files/AC-02_access-given_2026-09-30.csv --
case,role
AR-1,developer
AR-2,support
-- content/requests.toml --
[[request]]
id = "REQ-02"
title = "Selected grants of access"
type = "sample"
population = "EV-AC-02-2026"
items = ["AR-1", "AR-7"]
status = "open"
`,
	Good: `-- content/evidence.toml --
[[evidence]]
id = "EV-AC-02-2026"
title = "Access given in the period"
controls = ["AC-02"]
kind = "report"
source = "AC-02_access-given_2026-09-30.csv"
system = "Identity provider"
query = "all cases"
collected_at = 2026-09-30T15:04:00+02:00
collected_by = "PER-anna"
method = "script"
occurred_on = 2026-09-30
-- content/evidence/files/AC-02_access-given_2026-09-30.csv --
case,role
AR-1,developer
AR-2,support
-- content/requests.toml --
[[request]]
id = "REQ-02"
title = "Selected grants of access"
type = "sample"
population = "EV-AC-02-2026"
items = ["AR-1", "AR-2"]
status = "open"
`,
	Run: runItemOutsidePopulation,
}

func runItemOutsidePopulation(p *Pass) {
	for _, r := range p.Program.Requests {
		if r.Population.To == nil || len(r.Items) == 0 {
			continue
		}
		held, err := p.Population(r.Population.To)
		if err != nil { // that the file is not here, or holds no rows, is no fault of the items
			continue
		}
		for _, item := range r.Items {
			if len(held.Holding(item)) == 0 {
				p.Report(r, itemAt(r, item), fmt.Sprintf("%s holds no %q", r.Population.To.ID, item), "ask the service auditor what she means, or collect the population anew")
			}
		}
	}
}

// itemAt returns where an item is written.
func itemAt(r *program.Request, item string) diag.Span {
	list := r.Fields.Get("items")
	for _, n := range list.Items {
		if n.Text == item {
			return n.Span
		}
	}
	return r.At("items")
}
