package check

import (
	"fmt"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// approvable returns the policies whose approvals can be judged: those that could be read. While an approval is recorded that could
// not be read, or of a policy that nobody finds, there are none: it may be any policy's.
func (p *Pass) approvable() []*program.Policy {
	policy := program.KindNamed("policy")
	if p.Program.Doubtful("approval") || slices.ContainsFunc(p.Program.Approvals, func(a *program.Approval) bool {
		return a.Policy.To == nil && !p.Released(policy, a.Policy.ID)
	}) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Program.Policies), func(rec *program.Policy) bool {
		return rec.Broken || p.Approved[rec].State == trace.TextUnread
	})
}

// mattering returns the approved texts of a policy that somebody asks about: those in force on a day of the audit period, today, or
// from a day to come.
func (p *Pass) mattering(rec *program.Policy) []trace.Held {
	from := p.matteringFrom()
	return slices.DeleteFunc(slices.Clone(p.Approved[rec].Held), func(h trace.Held) bool { return !h.To.IsZero() && h.To.Before(from) })
}

// over reports whether a policy holds no longer, and did not on any day that somebody asks about.
func (p *Pass) over(rec *program.Policy) bool {
	return rec.Retired() && rec.RetiredOn.Before(p.matteringFrom())
}

// matteringFrom returns the first day that somebody asks about.
func (p *Pass) matteringFrom() node.Day {
	if !p.Period.IsZero() && p.Period.From.Before(p.AsOf) {
		return p.Period.From
	}
	return p.AsOf
}

// versioned names a policy with a version, as far as it has one.
func versioned(rec *program.Policy, version string) string {
	if version == "" {
		return rec.ID
	}
	return rec.ID + " " + version
}

// counted returns a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
