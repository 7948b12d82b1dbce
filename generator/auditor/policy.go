package auditor

import (
	"strconv"

	"trustpress/generator/program"
)

// policyRow is a policy or a procedure in the index.
type policyRow struct {
	Policy              link
	Version, Status     string
	ApprovedBy, On      string
	Effective, ReviewBy string
	Overdue             bool
	Controls            []controlState
}

func (v view) policyRow(rec program.Any, g *program.Governed) policyRow {
	due := g.ReviewDue()
	row := policyRow{Policy: v.record(rec), Version: g.Version, Status: v.chosen(g.Status), ApprovedBy: g.ApprovedBy, On: g.ApprovedOn.String(),
		Effective: g.EffectiveOn.String(), ReviewBy: due.String(), Overdue: !due.IsZero() && due.Before(v.AsOf)}
	for _, c := range v.carriedOutBy(rec) {
		row.Controls = append(row.Controls, controlState{v.record(c), v.controlState(c)})
	}
	return row
}

// carriedOutBy returns the controls that name a policy among those that they carry out.
func (w *writer) carriedOutBy(rec program.Any) []*program.Control {
	var out []*program.Control
	for _, u := range w.Uses[rec] {
		c, ok := u.From.(*program.Control)
		if ok && u.Field == "policies" && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return out
}

// policyPage is one policy or procedure.
type policyPage struct {
	heading
	Facts     []fact
	Criteria  []link
	Controls  []controlEvidence
	Approvals []approval
	Text      []text
	Mentions  []link
}

// approval is the record that a person approved one text.
type approval struct {
	Record      link
	Version, On string
	By          link
	SHA256      string
}

func (w *writer) policy(rec program.Any, g *program.Governed) func(view) any {
	return func(v view) any {
		out := policyPage{heading: v.heading(rec), Facts: v.facts(rec, "", "criteria"),
			Criteria: v.criteriaOf(g.Criteria), Controls: v.controlEvidence(v.carriedOutBy(rec)), Text: v.body(rec, ""),
			Mentions: v.mentions(v.Uses[rec], "approval")}
		for _, u := range v.Uses[rec] {
			if a, ok := u.From.(*program.Approval); ok && u.Field == "policy" {
				out.Approvals = append(out.Approvals, approval{v.record(a), a.Version, a.On.String(), v.owner(a.By), a.SHA256})
			}
		}
		return out
	}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
