package handbook

import (
	"html/template"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// standing is what is known of the approval of a policy's text, in words.
type standing struct {
	State   template.HTML
	Key     string // of the words of the state
	Last    *approval
	Meant   passage // the text that was approved last
	Holds   passage // the text in force, where that is another than the text as it stands
	Claimed string  // who the document itself says approved it
	On      string  // and when
}

// standings are the states of approval in the order in which somebody is needed.
var standings = []string{"state-unread", "state-changed", "state-never", "state-claimed", "state-approved"}

func standingKey(state string) string { return "state-" + state }

func (s *sheet) standing(p *program.Policy) standing {
	a := s.staff.Approved(p)
	key := standingKey(a.State)
	out := standing{Key: key, State: s.state(key), Claimed: p.ApprovedBy, On: p.ApprovedOn.String()}
	if last := a.Last(); last != nil {
		out.Last = &approval{Version: last.Version, On: last.On.String(), By: s.approver(last), Tie: s.tie(last), SHA256: last.SHA256}
		switch {
		case !s.staff.Sees(last.Approval):
			out.Last, out.Meant.Name = &approval{By: s.approver(last)}, s.say("restricted")
		case a.State == trace.TextChanged:
			out.Meant, out.Holds = s.passed(last.Text, p), s.holds(a)
		}
	}
	return out
}

// holds returns the way to the text that is in force, if it can be shown.
func (s *sheet) holds(a *trace.Approved) passage {
	if now := a.On(s.staff.Day()); now != nil {
		return s.heldRow(now).Text
	}
	return passage{}
}
