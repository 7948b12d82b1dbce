package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var effectiveBeforeApproval = &Rule{
	Rule: diag.Rule{Code: "TP402", Name: "effective-before-approval", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "in force before it was approved"},
	Why: `A text that people were to follow before anybody had approved it was, on those days, nobody's decision. Write the day from which it
really held, which is not before its approval; or record the earlier approval, if there was one.`,
	Bad: `-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
version: "1.0"
effective_on: 2026-01-01
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
	Good: `-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
version: "1.0"
effective_on: 2026-02-01
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
	Run: runEffectiveBeforeApproval,
}

func runEffectiveBeforeApproval(p *Pass) {
	for _, rec := range p.approvable() {
		on, where := firstApproved(rec, p.Approved[rec])
		if rec.Tentative() || rec.Retired() || rec.EffectiveOn.IsZero() || !rec.EffectiveOn.Before(on) {
			continue
		}
		p.Report(rec, rec.At("effective_on"), fmt.Sprintf("%s: in force from %s, and approved on %s", versioned(rec, rec.Version), rec.EffectiveOn, on),
			"write the day from which it held once it was approved", diag.Related{Span: where, Message: "the approval"})
		p.at(rec.Version)
	}
}

// firstApproved returns the day on which the text of a policy was first approved, and where that is written: in a record, else in front
// matter.
func firstApproved(rec *program.Policy, known *trace.Approved) (on node.Day, where diag.Span) {
	on, where = rec.ApprovedOn, rec.At("approved_on")
	for _, a := range known.Approvals { // the newest first
		if a.SHA256 == rec.SHA256 {
			on, where = a.On, a.At("on")
		}
	}
	return on, where
}
