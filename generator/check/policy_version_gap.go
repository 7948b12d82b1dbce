package check

import (
	"fmt"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var policyVersionGap = &Rule{
	Rule: diag.Rule{Code: "TP314", Name: "policy-version-gap", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "days of the period on which no approved version was in force"},
	Why: `An auditor asks which version of a policy was in force on each day of the period, and who had approved it. An approved text is in
force from the day of its approval, or from its effective_on if that is later, until the next one is. The days that are named had none, although
the handbook had the policy. If somebody did approve it then, record that approval; if nobody did, say why in a waiver of those days.`,
	Base: auditedSite,
	Bad: `-- content/approvals.toml --
# Nobody has approved a policy yet.
`,
	Good: `-- content/approvals.toml --
[[approval]]
policy = "POL-AC"
version = "1.0"
sha256 = "d8f396b30f1079a357604f705d4ccfefd94fc4b9237017de95328e20c742cd21"
by = "PER-karin"
on = 2025-09-18
`,
	Run: runPolicyVersionGap,
}

func runPolicyVersionGap(p *Pass) {
	within := p.Examined().UpTo(p.AsOf)
	for _, rec := range p.approvable() {
		if unapproved := len(p.Approved[rec].Held) == 0; unapproved && !missed(p, rec) {
			continue
		}
		for _, gap := range p.Without(rec, within) {
			versionGap(p, rec, gap)
		}
	}
}

// missed reports whether an approval is to be expected of a policy that has none. Of one that is claimed another rule speaks.
func missed(p *Pass, rec *program.Policy) bool {
	return p.Approved[rec].State == trace.TextNever && (!rec.Retired() || !rec.RetiredOn.IsZero())
}

func versionGap(p *Pass, rec *program.Policy, gap program.Period) {
	days := fmt.Sprintf("from %s to %s (%d days)", gap.From, gap.To, gap.Days())
	if gap.Days() == 1 {
		days = "on " + gap.From.String()
	}
	var related []diag.Related
	hint := fmt.Sprintf("record its approval: trustpress approve %s --by PERSON", rec.ID)
	if held := p.Approved[rec].Held; len(held) > 0 {
		hint = fmt.Sprintf("record the approval that held then, or waive %s@%s and say why there was none", rec.ID, gap.From)
		related = append(related, diag.Related{Span: held[0].Approvals[0].At("on"), Message: "the first approval that is recorded"})
	}
	p.Report(rec, rec.Span, fmt.Sprintf("%s: no approved version was in force %s", rec.ID, days), hint, related...)
	p.at(gap.From.String())
}
