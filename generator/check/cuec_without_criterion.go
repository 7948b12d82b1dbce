package check

import (
	"trustpress/generator/diag"
)

var cuecWithoutCriterion = &Rule{
	Rule: diag.Rule{Code: "TP311", Name: "cuec-without-criterion", Severity: diag.Error, Blocks: []string{"auditor"}, Waivable: false,
		Says: "a CUEC tied to no criterion: then it is a responsibility"},
	Why: `A complementary user entity control is one without which a criterion is not met. To call an ordinary duty of the customer by that name
misstates the description. Name the criteria, or make it a record under responsibilities/.`,
	Base: auditedSite,
	Bad: `-- content/cuecs.toml --
[[cuec]]
id = "CUEC-01"
text = "Customers remove the accounts of their own leavers."
`,
	Good: `-- content/cuecs.toml --
[[cuec]]
id = "CUEC-01"
text = "Customers remove the accounts of their own leavers."
criteria = ["GO2"]
`,
	Run: runCUECWithoutCriterion,
}

func runCUECWithoutCriterion(p *Pass) {
	if p.Site.Audit == nil {
		return
	}
	for _, c := range p.Program.CUECs {
		if !c.Broken && len(c.Criteria) == 0 {
			p.Report(c, c.Span, "this complementary user entity control is tied to no criterion", "name the criteria, or move it to responsibilities")
		}
	}
}
