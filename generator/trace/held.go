package trace

import (
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Held is one approved text of a policy, and the days on which it was in force.
type Held struct {
	Version   string
	From, To  node.Day // To is the last day; zero: it has no end yet
	Approvals []*Approval
	Text      *Text // nil: no version of the handbook has it
}

// Touches reports whether the text was in force on a day of a period.
func (h *Held) Touches(p program.Period) bool {
	return !p.To.Before(h.From) && (h.To.IsZero() || !h.To.Before(p.From))
}

// held puts the approved texts of a policy in the order in which they took effect. Several approvals of one text on end are one; of two
// texts that took effect on one day, the one that was approved later held.
func held(p *program.Policy, newest []*Approval) []Held {
	byStart := slices.Clone(newest)
	slices.Reverse(byStart)
	slices.SortStableFunc(byStart, func(a, b *Approval) int { return b.From().Until(a.From()) })
	var out []Held
	for _, a := range byStart {
		if last := len(out) - 1; last >= 0 && out[last].From == a.From() && out[last].Approvals[0].SHA256 != a.SHA256 {
			out = out[:last]
		}
		if last := len(out) - 1; last >= 0 && out[last].Approvals[0].SHA256 == a.SHA256 {
			out[last].Approvals = append(out[last].Approvals, a)
			continue
		}
		out = append(out, Held{Version: a.Version, From: a.From(), Approvals: []*Approval{a}, Text: a.Text})
	}
	for i := range out[:max(0, len(out)-1)] {
		out[i].To = out[i+1].From.AddDays(-1)
	}
	return until(out, ended(p))
}

// until cuts what was in force off after a last day, if there is one.
func until(all []Held, last node.Day) []Held {
	if last.IsZero() {
		return all
	}
	for i := range all {
		if h := &all[i]; h.To.IsZero() || last.Before(h.To) {
			h.To = last
		}
	}
	return slices.DeleteFunc(all, func(h Held) bool { return h.To.Before(h.From) })
}

// ended returns the last day on which a policy held, or the zero Day if it still does or nobody said. Of one that is gone nobody does.
func ended(p *program.Policy) node.Day {
	if p != nil && p.Retired() {
		return p.RetiredOn
	}
	return node.Day{}
}

// On returns the text that was in force on a day, or nil.
func (a *Approved) On(day node.Day) *Held {
	for i := range a.Held {
		h := &a.Held[i]
		if !day.Before(h.From) && (h.To.IsZero() || !h.To.Before(day)) {
			return h
		}
	}
	return nil
}

// Without returns the days of a period on which no approved text of the policy was in force, from the day on which the handbook
// first had the policy, or else on which its first text took effect. One that is still being written, and that nobody ever approved, has
// not begun.
func (t *Trace) Without(p *program.Policy, within program.Period) []program.Period {
	if within.IsZero() || p.Tentative() && len(t.Approved[p].Held) == 0 {
		return nil
	}
	from, to := node.Later(within.From, t.begins(p)), within.To
	if last := ended(p); !last.IsZero() {
		to = node.Earlier(to, last)
	}
	var out []program.Period
	for _, h := range t.Approved[p].Held {
		if from.Before(h.From) && !to.Before(from) {
			out = append(out, program.Period{From: from, To: node.Earlier(to, h.From.AddDays(-1))})
		}
		if h.To.IsZero() {
			return out
		}
		from = node.Later(from, h.To.AddDays(1))
	}
	if !to.Before(from) {
		out = append(out, program.Period{From: from, To: to})
	}
	return out
}

// begins returns the first day on which a policy is known to have been there, or the zero Day if nothing says so. While it was being
// written it was none yet.
func (t *Trace) begins(p *program.Policy) node.Day {
	var first node.Day
	if held := t.Approved[p].Held; len(held) > 0 {
		first = held[0].From
	}
	for _, text := range t.Texts(p) {
		if text.In != nil && !text.Tentative() && (first.IsZero() || text.In.Date.Before(first)) {
			first = text.In.Date
		}
	}
	return first
}
