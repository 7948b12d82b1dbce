package auditor

import (
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// approvalsTwin lists every approval with what it takes to work it out anew: the digest that is to come out, and what ties it to its person. Those
// of policies that are gone come last.
func (w *writer) approvalsTwin() twin {
	return twin{approvalsTwin, func(v view) [][]string {
		out := [][]string{{"policy", "version", "sha256", "approved_on", "approved_by", "attribution", "key", "commit", "recorded_by", "fault", "bundle.signature", "bundle.page"}}
		for _, p := range v.Program.Policies {
			for _, a := range v.Approved[p].Approvals {
				out = append(out, v.approvalRow(p.ID, v.pageOf(p), a))
			}
		}
		for _, g := range v.Gone() {
			for _, a := range g.Approvals {
				out = append(out, v.approvalRow(g.ID, v.pageOf(a.Approval), a))
			}
		}
		return out
	}}
}

func (v view) approvalRow(policy, page string, a *trace.Approval) []string {
	tie := v.tie(a)
	by, signature := "", ""
	if tie.By != nil {
		by = tie.By.label()
	}
	if at := v.signatures[a.Approval]; at != "" {
		signature = "data/" + at
	}
	return []string{policy, a.Version, a.SHA256, a.On.String(), v.owner(a.By).label(), attributions[a.How], tie.Key, tie.Commit, by, tie.Fault, signature, page}
}

// attributions are what ties an approval to its person, as a CSV file has it, in every language.
var attributions = map[string]string{trace.BySignature: "signed", trace.ByCommit: "committed by the person", trace.WrongSignature: "signature does not hold",
	trace.Recorded: "recorded by another", trace.Uncommitted: "not committed", trace.Unknown: "unknown"}

// approvalStates are what is known of the approval of a text, as a CSV file has it, in every language.
var approvalStates = map[string]string{trace.TextApproved: "approved text", trace.TextChanged: "changed since approval", trace.TextClaimed: "claimed without a record",
	trace.TextNever: "never approved", trace.TextUnread: "not read"}

// approvalColumns say of a policy what is known of the approval of its text, and of any document the digest of its words.
var approvalColumns = []addedColumn{
	{"bundle.approval", ofPolicy(func(v view, p *program.Policy) string { return approvalStates[v.Approved[p].State] })},
	{"bundle.without_approved_text", ofPolicy(func(v view, p *program.Policy) string {
		var out []string
		for _, d := range v.without(p) {
			out = append(out, d.plain())
		}
		return joined(out)
	})},
	{"bundle.sha256", func(_ view, rec program.Any) string { return rec.(program.Controlled).Control().SHA256 }},
}

func ofPolicy(cell func(view, *program.Policy) string) func(view, program.Any) string {
	return func(v view, rec program.Any) string {
		if p, ok := rec.(*program.Policy); ok {
			return cell(v, p)
		}
		return ""
	}
}
