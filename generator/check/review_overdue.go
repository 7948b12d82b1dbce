package check

import (
	"fmt"

	"trustpress/generator/diag"
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
	for _, rec := range p.Program.Records() {
		reviewed, can := rec.(program.Reviewable)
		if !can || !reviewed.Overdue(p.AsOf) {
			continue
		}
		r := rec.Base()
		p.Report(rec, reviewAt(r), fmt.Sprintf("%s: the review was due by %s", r.ID, reviewed.ReviewDue()), "review it and write down the new date")
	}
}

// reviewAt returns where the day of a review is written: the last of these keys names it.
func reviewAt(r *program.Record) diag.Span {
	at := r.Span
	for _, key := range []string{"review_every", "reviewed_on", "next_review"} {
		if r.Fields.Get(key) != nil {
			at = r.At(key)
		}
	}
	return at
}
