package handbook

import (
	"html/template"

	"trustpress/generator/trace"
)

// goneRow is a policy that today's handbook does not have.
type goneRow struct {
	Policy template.HTML
	Last   passage // the version that had it last
	Since  string  // since when it is not there
	Held   []held
}

// gone returns the policies that older versions have and today's handbook does not.
func (s *sheet) gone() []goneRow {
	var out []goneRow
	for _, g := range s.staff.Gone() {
		row := goneRow{Policy: named{ID: g.ID, Title: g.Title}.HTML(), Last: s.passage(&g.Text), Since: s.say("gone-since-today")}
		if g.Next != nil {
			row.Since = s.say("gone-since", g.Next.Version, g.Next.Date.String())
		}
		for i := len(g.Held) - 1; i >= 0; i-- {
			row.Held = append(row.Held, s.goneHeld(&g.Held[i]))
		}
		out = append(out, row)
	}
	return out
}

// goneHeld is a text of a policy that is gone: of the last nobody knows until when it held.
func (s *sheet) goneHeld(h *trace.Held) held {
	row := s.heldRow(h)
	if h.To.IsZero() {
		row.Note = s.say("held-gone")
	}
	return row
}
