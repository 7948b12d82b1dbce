package handbook

import (
	"html/template"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// held is a text of a policy and the days on which it was in force, as a row of a table.
type held struct {
	From, To string
	Note     string // what is to be known of the last day where there is none
	Version  string
	By       []template.HTML
	Text     passage
}

// held returns the texts of a policy that were in force, the newest first.
func (s *sheet) held(p *program.Policy) []held {
	all := s.staff.Approved(p)
	out := make([]held, 0, len(all.Held))
	for i := len(all.Held) - 1; i >= 0; i-- {
		h := &all.Held[i]
		row := s.heldRow(h)
		row.Note = s.open(h, p, s.staff.Day())
		if row.Text.Href != "" {
			row.Text.Since = s.since(h.Text, s.outline(p))
		}
		out = append(out, row)
	}
	return out
}

func (s *sheet) heldRow(h *trace.Held) held {
	out := held{From: h.From.String(), To: h.To.String(), Version: h.Version, Text: s.passage(h.Text)}
	for _, a := range h.Approvals {
		if !s.staff.Sees(a.Approval) {
			out.Version, out.Text = "", passage{Name: s.say("restricted")}
		}
		if by := s.approver(a); !slices.Contains(out.By, by) {
			out.By = append(out.By, by)
		}
	}
	return out
}

// open says of a text that has no last day what that means.
func (s *sheet) open(h *trace.Held, p *program.Policy, today node.Day) string {
	switch {
	case today.Before(h.From):
		return s.say("held-later")
	case !h.To.IsZero():
		return ""
	case p.Retired():
		return s.say("held-retired")
	}
	if !s.today() {
		return s.say("held-then")
	}
	return s.say("held-still")
}
