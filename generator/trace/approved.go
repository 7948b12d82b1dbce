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
