package readiness

import (
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

func (a *asker) scope() {
	audit := a.Site.Audit
	a.whether("scope-service", a.Site.Service.Summary != "", "service")
	a.whether("scope-time", !a.Examined().IsZero(), "audit")
	a.found("criteria-covered", len(a.Scope), "uncovered-criterion")
	a.whether("scope-firm", audit.Firm != "", "audit")
}

// carriedOut are the controls that are not retired.
func (a *asker) carriedOut() []*program.Control {
	return keep(a.Program.Controls, func(c *program.Control) bool { return !c.Retired() })
}

func (a *asker) controls() {
	all := a.carriedOut()
	a.found("control-criteria", len(all), "control-without-criterion")
	each(a, "control-owner", all, owned)
	a.found("control-policy", len(all), "control-without-policy")
	each(a, "control-frequency", all, func(c *program.Control) bool { return len(c.Frequency) > 0 })
	each(a, "control-statement", all, stated)
	a.found("control-own-text", len(all), "duplicate-statement")
}

func owned(c *program.Control) bool { return c.Owner.Written() }

func stated(c *program.Control) bool { return !c.Body.Empty() }

func (a *asker) description() {
	sections := len(program.Sections())
	if a.Site.Audit.Type == 1 { // which has no DC 9
		sections--
	}
	a.found("description-sections", sections, "missing-description")
	if a.Site.Audit.Type == 2 {
		a.foundOut("description-changes", "type2-without-changes")
	}
	a.found("commitment-controls", len(a.Program.Commitments), "commitment-without-control")
}

// statements are what management states beside the description: of the whole time examined, so not before it is over.
func (a *asker) statements() {
	if !a.list.Operation {
		a.later("assertion", "disclosures")
		return
	}
	a.whether("assertion", len(a.Stated("assertion")) > 0, "audit")
	if !a.Over() {
		a.later("disclosures")
		return
	}
	a.only("disclosures", len(a.Topics()), func(l Lack) bool { return l.Record == nil }, "missing-statement")
}

func (a *asker) policies() {
	held := keep(a.Program.Policies, func(p *program.Policy) bool { return !p.Retired() })
	each(a, "policy-owner", held, func(p *program.Policy) bool { return p.Owner.Written() })
	a.approved(held)
	a.history("policy-attributed", "unattributed-approval")
	a.history("policy-author", "approver-is-author")
	policy := func(l Lack) bool { return l.Record != nil && l.Record.Base().Kind.Name == "policy" }
	a.only("policy-review", len(held), policy, "review-overdue")
	if !a.list.Operation {
		a.later("policy-in-force")
		return
	}
	a.found("policy-in-force", len(a.Program.Policies), "policy-version-gap")
}

// history asks a question of the policies that the history of their files answers. Without it nobody knows.
func (a *asker) history(name, rule string) {
	if a.Past.History == nil {
		a.list.Unknown = append(a.list.Unknown, name)
		return
	}
	a.found(name, len(a.Program.Policies), rule)
}

// approved asks whether the text of each policy, as it stands, is the one that was approved. Why it is not, a rule may say.
func (a *asker) approved(held []*program.Policy) {
	said := map[program.Any]Lack{}
	for _, f := range a.foundBy("changed-since-approval", "unbound-approval", "policy-version-gap") {
		if _, known := said[f.Record]; !known {
			said[f.Record] = f
		}
	}
	i := Item{Name: "policy-approved", Of: len(held)}
	for _, p := range held {
		if a.Approved[p].State == trace.TextApproved {
			continue
		}
		l, known := said[p]
		if !known {
			l = Lack{Record: p, At: p.Span}
		}
		i.Lacking = append(i.Lacking, l)
	}
	a.add(i)
}
