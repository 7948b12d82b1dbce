package auditor

import (
	"path"
	"strconv"

	"trustpress/generator/program"
)

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
	Procedure bool // of which there is no approval record, and that no control names
	Facts     []fact
	Criteria  []link
	Controls  []controlEvidence
	Standing  *standing // of a policy
	Twin      link      // of all approvals
	Text      []text
	Mentions  []link
}

func (w *writer) policy(rec program.Any, g *program.Governed) func(view) any {
	return func(v view) any {
		out := policyPage{heading: v.heading(rec), Procedure: true, Facts: v.facts(rec, "", "criteria"), Criteria: v.criteriaOf(g.Criteria),
			Controls: v.controlEvidence(v.carriedOutBy(rec)), Text: v.body(rec, ""), Mentions: v.mentions(v.Uses[rec], "approval")}
		if p, ok := rec.(*program.Policy); ok {
			out.Procedure, out.Standing, out.Twin = false, v.standing(p), v.approvalsLink()
		}
		return out
	}
}

// approvalsLink returns the way to the list of all approvals.
func (v view) approvalsLink() link {
	return link{ID: path.Base(approvalsTwin), Href: v.root + approvalsTwin}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
