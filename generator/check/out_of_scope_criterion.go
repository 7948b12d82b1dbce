package check

import (
	"fmt"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/program"
)

var outOfScopeCriterion = &Rule{
	Rule: diag.Rule{Code: "TP203", Name: "out-of-scope-criterion", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a criterion of a category or framework that is not in scope"},
	Why: `The auditor reports on the categories and frameworks that site.toml names, and on nothing else. A control mapped beyond them
promises a test that will not take place; or the scope is what is wrong, and a criterion that was meant to be examined is left out.
Add the category or the framework to the scope, or take the criterion away.`,
	Base: auditedSite,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
criteria: [GO1, GO2, CC6.2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every year
criteria: [GO1, GO2]
policies: [POL-AC]
frequency: [annual]
---
The owner of each system compares its users with the staff list.
`,
	Run: runOutOfScopeCriterion,
}

func runOutOfScopeCriterion(p *Pass) {
	if p.Site.Audit == nil || !scoped(p) {
		return
	}
	for _, rec := range p.Program.Records() {
		program.Visit(rec, program.Visitor{Criterion: func(key string, ref *program.CriterionRef) {
			if ref.To != nil && !examined(p, ref.To) {
				p.Report(rec, ref.Span, fmt.Sprintf("%q is not in scope", ref.Text), widen(p, ref.To))
			}
		}, Prose: func(_ string, text *program.Prose) {
			for i, to := range text.Targets {
				if to.Criterion != nil && !examined(p, to.Criterion) {
					p.Report(rec, text.Refs[i].Span, fmt.Sprintf("%q is not in scope", text.Refs[i].Target), widen(p, to.Criterion))
				}
			}
		}})
	}
}

// scoped reports whether the scope could be read: a misspelt category or framework puts nothing out of scope.
func scoped(p *Pass) bool {
	for _, f := range p.Site.Frameworks.InScope {
		if p.Catalogues.Framework(f.Text) == nil {
			return false
		}
	}
	for _, c := range p.Site.Audit.Categories {
		if _, ok := p.Catalogues.Category(c.Text); !ok {
			return false
		}
	}
	return true
}

// examined reports whether a criterion is in scope. One that asks nothing of a company need not be covered and may be cited.
func examined(p *Pass, c *criteria.Criterion) bool {
	return p.InScope(c) || c.Relevance == criteria.Context && p.Chosen(c.Framework)
}

// widen says what would bring a criterion into scope.
func widen(p *Pass, c *criteria.Criterion) string {
	if !p.Chosen(c.Framework) {
		return fmt.Sprintf("add %q to in_scope under [frameworks], or take it away", c.Framework.ID)
	}
	return fmt.Sprintf("add %q to categories under [audit], or take it away", c.Category)
}
