package check

import (
	"fmt"
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var missingDescription = &Rule{
	Rule: diag.Rule{Code: "TP306", Name: "missing-description", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a section of DC1 to DC9 that is not there (DC9 for Type 2 only)"},
	Why: `The system description answers nine criteria (DC section 200). Write each under description/ with its section; DC4 and DC9 may be a
statement that there was nothing. A section that holds no words is not there. The reasons of [[audit.not_applicable]] in site.toml are what DC8 asks
for; where there are none, DC8 says that every criterion is relevant.`,
	Base: auditedSite,
	Bad: `-- content/description.toml --
[[description]]
section = "DC1"
body = "The service keeps the books of housing cooperatives."
[[description]]
section = "DC2"
body = "Customers are promised that only the right people have access."
[[description]]
section = "DC3"
body = "The service runs on rented servers."
[[description]]
section = "DC5"
body = "Two control objectives apply."
[[description]]
section = "DC6"
body = "Customers say who may sign in."
[[description]]
section = "DC7"
body = "No subservice organization is used."
[[description]]
section = "DC8"
body = "Every objective applies."
[[description]]
section = "DC9"
statement = "The service did not change significantly in the period."
`,
	Good: `-- content/description/incidents.md --
---
section: DC4
---
One incident met the criterion; it is described here.
`,
	Run: runMissingDescription,
}

func runMissingDescription(p *Pass) {
	if p.Site.Audit == nil || p.Program.Doubtful("description") {
		return
	}
	for _, section := range program.Sections() {
		if section == "DC9" && p.Site.Audit.Type == 1 || section == "DC8" && len(p.Site.Audit.NotApplicable) > 0 {
			continue
		}
		written := sectionOf(p.Program.Descriptions, section)
		switch {
		case len(written) == 0:
			p.Report(nil, p.Site.Tree.At("audit"), fmt.Sprintf("the system description has no section %s", section),
				fmt.Sprintf("write it under %s/description with section: %s", p.Site.Content.Root, section))
		case !slices.ContainsFunc(written, (*program.Description).Says):
			p.Report(written[0], written[0].Span, fmt.Sprintf("section %s of the system description holds no words", section), "write its body, or a statement that there was nothing")
		}
	}
}

func sectionOf(all []*program.Description, section string) []*program.Description {
	var out []*program.Description
	for _, d := range all {
		if d.Section == section {
			out = append(out, d)
		}
	}
	return out
}
