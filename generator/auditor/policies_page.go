package auditor

import "trustpress/generator/program"

// policiesIndex lists the policies, and the procedures that say how they are carried out.
type policiesIndex struct {
	Twin, Approvals link
	InForce         link   // the page of what was in force
	InForceFiles    []link // its twin, and the digests
	Unapproved      []unapproved
	Policies        []policyRow
}

// unapproved is a policy whose text is not the approved one, or of which no approved text was in force on some days.
type unapproved struct {
	Policy  link
	State   state
	Without []days
}

func (w *writer) policiesIndex(v view) any {
	out := policiesIndex{Twin: v.twin(policiesPage), Approvals: v.approvalsLink(), InForce: v.inForceLink(), InForceFiles: append([]link{v.twin(inForcePage)}, v.digestsLink()...)}
	for _, p := range v.Program.Policies {
		row := v.policyRow(p, &p.Governed)
		if last := v.Approved[p].Last(); last != nil {
			row.By, row.On = v.owner(last.By), last.On.String()
		}
		row.State = v.approvalState(v.Approved[p].State)
		out.Policies = append(out.Policies, row)
		if without := v.without(p); len(without) > 0 || row.State.Gap && !p.Retired() {
			out.Unapproved = append(out.Unapproved, unapproved{row.Policy, row.State, without})
		}
	}
	for _, p := range v.Program.Procedures {
		row := v.policyRow(p, &p.Governed)
		row.Of = once(linksTo(v, p.Policies))
		out.Policies = append(out.Policies, row)
	}
	return out
}

// policyRow is a policy or a procedure in the list.
type policyRow struct {
	Policy              link
	Version, Status     string
	State               state  // of the approval of a policy; of a procedure nothing
	By                  link   // who approved it last by the records, else by the document itself
	On                  string // and when
	Effective, ReviewBy string
	Overdue             bool
	Controls            []controlState
	Of                  []link // of a procedure: the policies that it belongs to
}

func (v view) policyRow(rec program.Any, g *program.Governed) policyRow {
	row := policyRow{Policy: v.record(rec), Version: g.Version, Status: v.chosen(g.Status), By: link{Title: g.ApprovedBy}, On: g.ApprovedOn.String(),
		Effective: g.EffectiveOn.String(), ReviewBy: g.ReviewDue().String(), Overdue: g.Overdue(v.AsOf)}
	for _, c := range v.carriedOutBy(rec) {
		row.Controls = append(row.Controls, controlState{v.record(c), v.controlState(c)})
	}
	return row
}
