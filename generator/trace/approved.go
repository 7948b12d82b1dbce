package trace

import (
	"cmp"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// What is known of the approval of a policy's text.
const (
	TextApproved = "approved" // the last approval is of the text as it stands
	TextChanged  = "changed"  // it is of another text
	TextClaimed  = "claimed"  // front matter says so, and no record of the text does
	TextNever    = "never"    // nobody says so
)

// Approved is what is known of the approvals of a policy.
type Approved struct {
	State     string
	Approvals []*Approval // the newest first
	Held      []Held      // the texts that were in force, the oldest first
}

// Last returns the newest approval, or nil.
func (a *Approved) Last() *Approval {
	if len(a.Approvals) == 0 {
		return nil
	}
	return a.Approvals[0]
}

// Approval is the record that a person approved one text.
type Approval struct {
	*program.Approval
	Attribution
	Text *Text // the approved text, in the newest version that has it; nil: no version does
}

// From returns the first day on which the approved text held: when it was approved, or when it took effect if that is later.
func (a *Approval) From() node.Day {
	if a.Text != nil && a.On.Before(a.Text.EffectiveOn) {
		return a.Text.EffectiveOn
	}
	return a.On
}

// Held is one approved text of a policy, and the days on which it was in force.
type Held struct {
	Version   string
	From, To  node.Day // To is the last day; zero: it has no end yet
	Approvals []*Approval
	Text      *Text // nil: no version of the handbook has it
}

// approve works out what is known of the approvals of every policy.
func (t *Trace) approve() {
	t.Approved = map[*program.Policy]*Approved{}
	for _, p := range t.Program.Policies {
		t.Approved[p] = &Approved{}
	}
	texts := map[*program.Policy][]Text{}
	for _, rec := range t.Program.Approvals {
		p := rec.Policy.To
		if p == nil || t.Approved[p] == nil {
			continue
		}
		if texts[p] == nil {
			texts[p] = t.Texts(p)
		}
		a := &Approval{Approval: rec, Text: textOf(texts[p], rec.SHA256)}
		t.Approved[p].Approvals = append(t.Approved[p].Approvals, a)
	}
	for p, a := range t.Approved {
		slices.SortStableFunc(a.Approvals, func(a, b *Approval) int { return a.On.Until(b.On) })
		a.State = stateOf(p, a.Last())
		a.Held = held(p, a.Approvals)
	}
}

// textOf returns the newest text that has a digest, or nil.
func textOf(texts []Text, sha256 string) *Text {
	for i := range texts {
		if texts[i].SHA256 != "" && texts[i].SHA256 == sha256 {
			return &texts[i]
		}
	}
	return nil
}

func stateOf(p *program.Policy, last *Approval) string {
	switch {
	case last != nil && last.SHA256 == p.SHA256:
		return TextApproved
	case last != nil:
		return TextChanged
	case p.ApprovedBy != "" || !p.ApprovedOn.IsZero():
		return TextClaimed
	}
	return TextNever
}

// held puts the approved texts of a policy in the order in which they took effect. Several approvals of one text on end are one.
func held(p *program.Policy, newest []*Approval) []Held {
	byStart := slices.Clone(newest)
	slices.Reverse(byStart)
	slices.SortStableFunc(byStart, func(a, b *Approval) int { return cmp.Compare(0, a.From().Until(b.From())) })
	var out []Held
	for _, a := range byStart {
		last := len(out) - 1
		if last >= 0 && out[last].Approvals[0].SHA256 == a.SHA256 {
			out[last].Approvals = append(out[last].Approvals, a)
			continue
		}
		if last >= 0 {
			out[last].To = a.From().AddDays(-1)
		}
		out = append(out, Held{Version: a.Version, From: a.From(), Approvals: []*Approval{a}, Text: a.Text})
	}
	out = slices.DeleteFunc(out, func(h Held) bool { return !h.To.IsZero() && h.To.Before(h.From) }) // another took effect on the same day
	if last := len(out) - 1; last >= 0 && p.Retired() {
		out[last].To = p.RetiredOn
	}
	return out
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
// first had the policy, or else on which its first text took effect.
func (t *Trace) Without(p *program.Policy, within program.Period) []program.Period {
	from := within.From
	if first := t.begins(p); from.Before(first) {
		from = first
	}
	to := within.To
	if p.Retired() && !p.RetiredOn.IsZero() && p.RetiredOn.Before(to) {
		to = p.RetiredOn
	}
	var out []program.Period
	for _, h := range t.Approved[p].Held {
		if from.Before(h.From) && !to.Before(from) {
			out = append(out, program.Period{From: from, To: earlier(to, h.From.AddDays(-1))})
		}
		if h.To.IsZero() {
			return out
		}
		if next := h.To.AddDays(1); from.Before(next) {
			from = next
		}
	}
	if !to.Before(from) {
		out = append(out, program.Period{From: from, To: to})
	}
	return out
}

// begins returns the first day on which a policy is known to have been there, or the zero Day if nothing says so.
func (t *Trace) begins(p *program.Policy) node.Day {
	var first node.Day
	if held := t.Approved[p].Held; len(held) > 0 {
		first = held[0].From
	}
	texts := t.Texts(p)
	if oldest := texts[len(texts)-1]; oldest.In != nil && (first.IsZero() || oldest.In.Date.Before(first)) {
		first = oldest.In.Date
	}
	return first
}

func earlier(a, b node.Day) node.Day {
	if a.Before(b) {
		return a
	}
	return b
}
