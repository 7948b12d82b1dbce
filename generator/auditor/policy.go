package auditor

import (
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
	Approvals []approval
	Claimed   bool // the document itself says that it was approved
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
		return policyPage{heading: v.heading(rec), Procedure: rec.Base().Kind.Name == "procedure", Facts: v.facts(rec, "", "criteria"), Criteria: v.criteriaOf(g.Criteria),
			Controls: v.controlEvidence(v.carriedOutBy(rec)), Approvals: v.approvals(rec), Claimed: g.ApprovedBy != "" || !g.ApprovedOn.IsZero(),
			Text: v.body(rec, ""), Mentions: v.mentions(v.Uses[rec], "approval")}
	}
}

// approvals returns the records that persons approved a text.
func (v view) approvals(rec program.Any) []approval {
	var out []approval
	for _, u := range v.Uses[rec] {
		if a, ok := u.From.(*program.Approval); ok && u.Field == "policy" {
			out = append(out, approval{v.record(a), a.Version, a.On.String(), v.owner(a.By), a.SHA256})
		}
	}
	return out
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
