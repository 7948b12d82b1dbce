package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var unboundApproval = &Rule{
	Rule: diag.Rule{Code: "TP404", Name: "unbound-approval", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "an approval claimed in front matter without a record of the text"},
	Why: `Front matter goes on saying "approved" whatever happens to the text below it. An approval record names the text that was approved,
word by word, by its digest, so that everybody can see whether it is still the one that people read. Record it with trustpress approve, which
writes nothing in the policy.`,
	Bad: `-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
version: "1.0"
approved_by: Anna Sjö, head of security
approved_on: 2026-01-15
---
## Joiners

A new colleague gets the access of their role on the first day.

## Leavers

A person who leaves loses all access within a day.
`,
	Good: `-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
version: "1.0"
approved_by: Anna Sjö, head of security
approved_on: 2026-01-15
---
## Joiners

A new colleague gets the access of their role on the first day.

## Leavers

A person who leaves loses all access within a day.
-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15
`,
	Run: runUnboundApproval,
}

func runUnboundApproval(p *Pass) {
	for _, rec := range p.approvable() {
		if p.over(rec) {
			continue
		}
		known := p.Approved[rec]
		hint := fmt.Sprintf("record it: trustpress approve %s --by PERSON", rec.ID)
		switch {
		case known.State == trace.TextClaimed:
			p.Report(rec, claimed(rec), fmt.Sprintf("%s: said to be approved, and no record says which text was", rec.ID), hint)
		case known.State == trace.TextApproved && known.Last().On.Before(rec.ApprovedOn):
			last := known.Last()
			p.Report(rec, rec.At("approved_on"), fmt.Sprintf("%s: said to be approved on %s, and the last approval on record is of %s", rec.ID, rec.ApprovedOn, last.On),
				hint, diag.Related{Span: last.At("on"), Message: "the last approval on record"})
		default:
			continue
		}
		p.at(rec.Version)
	}
}

// claimed returns where front matter says that a policy is approved.
func claimed(rec *program.Policy) diag.Span {
	for _, key := range []string{"approved_by", "approved_on"} {
		if rec.Fields.Get(key) != nil {
			return rec.At(key)
		}
	}
	return rec.At("status")
}
