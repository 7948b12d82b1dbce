package auditor

import "trustpress/generator/program"

// policiesIndex lists the policies, and the procedures that say how they are carried out.
type policiesIndex struct {
	Twin     link
	Policies []policyRow
}

func (w *writer) policiesIndex(v view) any {
	out := policiesIndex{Twin: v.twin(policiesPage)}
	for _, p := range w.Program.Policies {
		out.Policies = append(out.Policies, v.policyRow(p, &p.Governed))
	}
	for _, p := range w.Program.Procedures {
		row := v.policyRow(p, &p.Governed)
		row.Of, row.Unapproved = once(linksTo(v, p.Policies)), false // an approval record is of a policy
		out.Policies = append(out.Policies, row)
	}
	return out
}

// policyRow is a policy or a procedure in the list.
type policyRow struct {
	Policy              link
	Version, Status     string
	ApprovedBy, On      string
	Unapproved          bool // nobody says that it was approved
	Effective, ReviewBy string
	Overdue             bool
	Controls            []controlState
	Of                  []link // of a procedure: the policies that it belongs to
}

func (v view) policyRow(rec program.Any, g *program.Governed) policyRow {
	row := policyRow{Policy: v.record(rec), Version: g.Version, Status: v.chosen(g.Status), ApprovedBy: g.ApprovedBy, On: g.ApprovedOn.String(),
		Effective: g.EffectiveOn.String(), ReviewBy: g.ReviewDue().String(), Overdue: g.Overdue(v.AsOf)}
	row.Unapproved = row.ApprovedBy == "" && row.On == "" && len(v.approvals(rec)) == 0
	for _, c := range v.carriedOutBy(rec) {
		row.Controls = append(row.Controls, controlState{v.record(c), v.controlState(c)})
	}
	return row
}
