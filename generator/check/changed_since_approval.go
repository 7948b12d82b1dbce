package check

import (
	"fmt"

	"trustpress/generator/approval"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var changedSinceApproval = &Rule{
	Rule: diag.Rule{Code: "TP403", Name: "changed-since-approval", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "the text is not the one approved"},
	Why: `An approval is of a text, word by word, and of no other. What people read today is not what was approved: a word in it was edited, or a
parameter in site.toml has another value. How much is another, and where that begins, is told as far as the approved text is at hand, in a released version or in
the history of git. Line breaks, columns and comments do not count. Have the text approved as it stands, or bring the approved one back.`,
	Bad: `-- content/policies/access.md --
---
id: POL-AC
title: Access
owner: PER-anna
version: "1.0"
---
## Joiners

A new colleague gets the access of their role on the first day.

## Leavers

A person who leaves loses all access within two days.
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
version: "1.1"
---
## Joiners

A new colleague gets the access of their role on the first day.

## Leavers

A person who leaves loses all access within two days.
-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "cd082faeb91812d336e3745f98f62852180d57afd4e5035ffc56f2a00bd5a9be"
by = "PER-anna"
on = 2026-01-15

[[approval]]
policy = "POL-AC"
version = "1.1"
sha256 = "39a14ae46beaee36897bd7aa1da50628cf634907aa257d38740cba93e546ae56"
by = "PER-anna"
on = 2026-03-02
`,
	Run: runChangedSinceApproval,
}

func runChangedSinceApproval(p *Pass) {
	var changed []*program.Policy
	for _, rec := range p.approvable() {
		if p.Approved[rec].State == trace.TextChanged && !rec.Retired() {
			changed = append(changed, rec)
		}
	}
	approved := p.ApprovedWords(changed)
	for _, rec := range changed {
		last := p.Approved[rec].Last()
		at, how := rec.Span, "the approved text is "+p.nowhere()
		if words, known := approved[rec]; known {
			at, how = p.difference(rec, words)
		}
		p.Report(rec, at, fmt.Sprintf("%s: changed since %s approved it on %s: %s", rec.ID, last.By.ID, last.On, how),
			fmt.Sprintf("have it approved as it stands (trustpress approve %s --by PERSON), or bring the approved text back", rec.ID),
			diag.Related{Span: last.Span, Message: "the approval"})
		p.at(versionOf(rec, last))
	}
}

// difference tells how much of a text is not as it was approved, and where that begins.
func (p *Pass) difference(rec *program.Policy, approved string) (at diag.Span, how string) {
	words, places := p.Words(rec)
	d := approval.Compare(approved, words)
	at = rec.Span
	if len(places) > 0 {
		at = places[min(d.First, len(places)-1)]
	}
	first := fmt.Sprintf("%q, which was %q", d.Now, d.Was)
	switch {
	case d.Was == "":
		first = fmt.Sprintf("%q, which was not there", d.Now)
	case d.Now == "":
		first = fmt.Sprintf("%q, which is gone", d.Was)
	}
	return at, fmt.Sprintf("%s of %d, first %s", counted(d.Words, "word"), d.Of, first)
}

// nowhere says where a text was looked for and is not.
func (p *Pass) nowhere() string {
	switch {
	case p.Past.History == nil:
		return "in no version of the handbook"
	case p.Past.History.Shallow:
		return "in no version of the handbook, and not in what this clone has of the history of its file"
	}
	return "in no version of the handbook, and not in the history of its file"
}

// versionOf returns the version that a policy's text says it is, or else the one that was approved.
func versionOf(rec *program.Policy, last *trace.Approval) string {
	if rec.Version != "" {
		return rec.Version
	}
	return last.Version
}
