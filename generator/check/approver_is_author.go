package check

import (
	"fmt"
	"slices"

	"trustpress/generator/approval"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

var approverIsAuthor = &Rule{
	Rule: diag.Rule{Code: "TP406", Name: "approver-is-author", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "the approver wrote the text since the last approval"},
	Why: `Who wrote a text reads in it what they meant, and an approval is there to have somebody else read what it says. Between the
last approval and this one the approver committed a change of the policy's words, as author or co-author. A commit that
only writes down the next review, or sets the lines anew, does not count. Let another person approve the text.`,
	Beyond: "Who wrote a text stands in the history of git, and not in the files of a site.",
	Bad: `$ git log --format='%as %an: %s' -- content/policies/access.md
2026-01-10 Anna Sjö: Leavers lose their access within a day
$ trustpress approve POL-AC --by PER-anna
`,
	Good: `$ git log --format='%as %an: %s' -- content/policies/access.md
2026-01-10 Anna Sjö: Leavers lose their access within a day
$ trustpress approve POL-AC --by PER-karin
`,
	Run: runApproverIsAuthor,
}

// own is an approval by a person who is an author of the policy's file since the one before it.
type own struct {
	*trace.Approval
	before *trace.Approval // nil: it is the first
}

func runApproverIsAuthor(p *Pass) {
	if p.Past.History == nil {
		return
	}
	suspect := map[*program.Policy][]own{}
	var asked []*program.Policy
	for _, rec := range p.approvable() {
		if suspect[rec] = p.owned(rec); len(suspect[rec]) > 0 {
			asked = append(asked, rec)
		}
	}
	revised := p.Revised(asked)
	for _, rec := range asked {
		for _, a := range suspect[rec] {
			if written := a.written(revised[rec]); len(written) > 0 {
				p.reportOwn(rec, a, written)
			}
		}
	}
}

// owned returns the approvals of a policy by a person who committed a change of its file since the one before.
func (p *Pass) owned(rec *program.Policy) []own {
	all := p.Approved[rec].Approvals // the newest first
	if len(all) == 0 {
		return nil
	}
	revisions := p.Revisions(rec)
	var out []own
	for _, held := range p.mattering(rec) {
		for _, approved := range held.Approvals {
			a := own{Approval: approved}
			if i := slices.Index(all, approved) + 1; i < len(all) {
				a.before = all[i]
			}
			for _, r := range revisions {
				if a.By.To != nil && trace.Wrote(r.Commit, a.By.To) && !a.settled(node.NewDay(r.Commit.Authored)) {
					out = append(out, a)
					break
				}
			}
		}
	}
	return out
}

// settled reports whether what was written on a day was there when the approval before was given.
func (a own) settled(day node.Day) bool { return a.before != nil && day.Before(a.before.On) }

// written returns the revisions in which the approver changed the words that the approval is of.
func (a own) written(revised []trace.Revised) []trace.Revised {
	var out []trace.Revised
	for i, r := range revised {
		if trace.Wrote(r.Commit, a.By.To) && a.covers(r) && reworded(r, revised[i+1:]) {
			out = append(out, r)
		}
	}
	return out
}

// covers reports whether a revision was made between the approval before and this one. On the day of the one before nobody can tell, and a
// day may be written down late: there the revision counts that made the very text that was approved.
func (a own) covers(r trace.Revised) bool {
	day := node.NewDay(r.Commit.Authored)
	within := (a.before == nil || a.before.On.Before(day)) && !a.On.Before(day)
	made := approval.Digest(r.Words) == a.SHA256 && (a.before == nil || a.before.SHA256 != a.SHA256)
	return within || made
}

// reworded reports whether a revision has other words than all before it. Of the oldest that is known, where it is not the first, nobody
// can tell.
func reworded(r trace.Revised, older []trace.Revised) bool {
	if r.Words == "" || len(older) == 0 && !r.Added {
		return false
	}
	return !slices.ContainsFunc(older, func(o trace.Revised) bool { return o.Words == r.Words || o.Words == "" })
}

func (p *Pass) reportOwn(rec *program.Policy, a own, written []trace.Revised) {
	c := written[0].Commit
	what := fmt.Sprintf("commit %.7s of %s changed its words", c.Hash, node.NewDay(c.Authored))
	if n := len(written) - 1; n > 0 {
		what += fmt.Sprintf(", and %s before it", counted(n, "other"))
	}
	p.Report(rec, a.At("by"), fmt.Sprintf("%s: %s approved what they wrote: %s", versioned(rec, a.Version), a.By.To.ID, what),
		"let somebody else approve it", diag.Related{Span: rec.Span, Message: "the policy"})
	p.at(a.Version)
}
