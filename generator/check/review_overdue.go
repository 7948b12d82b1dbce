package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

var reviewOverdue = &Rule{
	Rule: diag.Rule{Code: "TP401", Name: "review-overdue", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a policy, question or vendor past its review date"},
	Why:  `A text that nobody has looked at within its own interval is not known to hold. Review it, and write down the new date.`,
	Base: auditedSite,
	Bad: `-- content/policies/access.md --
---
id: POL-AC
title: Access control
owner: PER-anna
next_review: 2026-06-30
---
Access follows the role. It is reviewed every year.
`,
	Good: `-- content/policies/access.md --
---
id: POL-AC
title: Access control
owner: PER-anna
next_review: 2027-06-30
---
Access follows the role. It is reviewed every year.
`,
	Run: runReviewOverdue,
}

func runReviewOverdue(p *Pass) {
	for _, d := range p.Program.Policies {
		overdue(p, d, d.Status, d.ReviewDue(), "next_review", "review_every")
	}
	for _, d := range p.Program.Procedures {
		overdue(p, d, d.Status, d.ReviewDue(), "next_review", "review_every")
	}
	for _, q := range p.Program.Questions {
		overdue(p, q, "", next(q.ReviewedOn, q.ReviewEvery), "reviewed_on")
	}
	for _, v := range p.Program.Vendors {
		overdue(p, v, "", next(v.ReviewedOn, v.ReviewEvery), "reviewed_on")
	}
}

func next(last node.Day, every node.Duration) node.Day {
	if last.IsZero() || every.IsZero() {
		return node.Day{}
	}
	return every.After(last)
}

func overdue(p *Pass, rec program.Any, status string, due node.Day, keys ...string) {
	r := rec.Base()
	if due.IsZero() || !due.Before(p.AsOf) || status == "retired" {
		return
	}
	at := r.Span
	for _, key := range keys {
		if r.Fields.Get(key) != nil {
			at = r.At(key)
			break
		}
	}
	p.Report(rec, at, fmt.Sprintf("%s: the review was due by %s", r.ID, due), "review it and write down the new date")
}
