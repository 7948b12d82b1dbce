package trace

import (
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// What is known of the approval of a policy's text.
const (
	TextApproved = "approved" // the last approval is of the text as it stands
	TextChanged  = "changed"  // it is of another text
	TextClaimed  = "claimed"  // front matter says so, and there is no record of any approval
	TextNever    = "never"    // nobody says so
	TextUnread   = "unread"   // the text could not be read: nothing is known
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

	effective node.Day // on which the text said, when it was approved, that it takes effect
}

// From returns the first day on which the approved text held: when it was approved, or when it took effect if that is later.
func (a *Approval) From() node.Day { return node.Later(a.On, a.effective) }

// Held is one approved text of a policy, and the days on which it was in force.
type Held struct {
	Version   string
	From, To  node.Day // To is the last day; zero: it has no end yet
	Approvals []*Approval
	Text      *Text // nil: no version of the handbook has it
}

// approve works out what is known of the approvals of every policy. A record that does not say when or what was approved has its
// finding, and is no approval.
func (t *Trace) approve() {
	t.Approved = map[*program.Policy]*Approved{}
	for _, p := range t.Program.Policies {
		t.Approved[p] = &Approved{}
	}
	texts := map[*program.Policy][]Text{}
	for _, rec := range t.Program.Approvals {
		p := rec.Policy.To
		if p == nil || !says(rec) {
			continue
		}
		if texts[p] == nil {
			texts[p] = t.Texts(p)
		}
		t.Approved[p].Approvals = append(t.Approved[p].Approvals, approved(rec, texts[p]))
	}
	var all []*Approval
	for _, p := range t.Program.Policies {
		a := t.Approved[p]
		newestFirst(a.Approvals)
		takeEffect(a.Approvals, texts[p])
		a.State = stateOf(p, a.Last())
		a.Held = held(p, a.Approvals)
		all = append(all, a.Approvals...)
	}
	t.attribute(all)
}

// says reports whether a record says when and what was approved.
func says(rec *program.Approval) bool { return !rec.On.IsZero() && rec.SHA256 != "" }

// approved finds the text of an approval among what a policy was, the newest first.
func approved(rec *program.Approval, texts []Text) *Approval {
	return &Approval{Approval: rec, Text: textOf(texts, rec.SHA256)}
}

// newestFirst puts approvals that stand in the order of their records in that of their days. Of two on one day, the later record is the
// newer.
func newestFirst(all []*Approval) {
	slices.Reverse(all)
	slices.SortStableFunc(all, func(a, b *Approval) int { return a.On.Until(b.On) })
}

// textOf returns the newest text that has a digest, or nil.
func textOf(texts []Text, sha256 string) *Text {
	for i := range texts {
		if texts[i].SHA256 == sha256 {
			return &texts[i]
		}
	}
	return nil
}

// takeEffect learns when each approved text took effect.
func takeEffect(newest []*Approval, texts []Text) {
	for i, a := range newest {
		a.effective = effective(texts, a.Approval, again(newest[:i], a))
	}
}

// again returns the day on which the person of an approval approved the same words once more, or the zero Day.
func again(newer []*Approval, a *Approval) node.Day {
	for _, other := range slices.Backward(newer) {
		if other.SHA256 == a.SHA256 && other.By.ID == a.By.ID && a.On.Before(other.On) {
			return other.On
		}
	}
	return node.Day{}
}

// effective returns the day on which an approved text said that it takes effect: as the first version says that came out with it
// after the approval, or else the file of today, or else the last version before. A version that came out before the approval may
// have been a draft, and one long after it may speak of a second approval of the same words: it does if it came out after that, and has the
// words take effect no sooner.
func effective(texts []Text, a *program.Approval, again node.Day) node.Day {
	var day node.Day
	for i, known := 0, false; i < len(texts); i++ {
		text := texts[i]
		if text.SHA256 != a.SHA256 {
			continue
		}
		if late := text.In == nil || !text.In.Date.Before(again); late && !again.IsZero() && !text.EffectiveOn.Before(again) {
			continue
		}
		if known && text.In.Date.Before(a.On) {
			break
		}
		day, known = text.EffectiveOn, true
	}
	return day
}

func stateOf(p *program.Policy, last *Approval) string {
	switch {
	case p.SHA256 == "":
		return TextUnread
	case last != nil && last.SHA256 == p.SHA256:
		return TextApproved
	case last != nil:
		return TextChanged
	case p.ApprovedBy != "" || !p.ApprovedOn.IsZero() || p.Status == "approved":
		return TextClaimed
	}
	return TextNever
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
