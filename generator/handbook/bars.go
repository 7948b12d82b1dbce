package handbook

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
	"trustpress/generator/program"
)

// scale is the period that pictures are drawn along.
func (s *sheet) scale() calendar.Scale { return calendar.Scale{Period: s.staff.Period(), Say: s.say} }

// calendar draws when each control was to be carried out in the period, and what is known of each time.
func (s *sheet) calendar() template.HTML {
	var lanes []chart.Lane
	family := ""
	for _, e := range s.expected() {
		lane := chart.Lane{Bars: s.bars(e)}
		if !e.More {
			lane.Label, lane.Note = s.controlLabel(e.Listed)
		}
		lane.Apart = program.Family(e.ID) != family
		family = program.Family(e.ID)
		lanes = append(lanes, lane)
	}
	return s.scale().Picture(lanes, s.staff.Day(), s.say("as-of")+" "+s.staff.AsOf()).Draw()
}

func (s *sheet) bars(e expected) []chart.Bar {
	var out []chart.Bar
	for _, t := range e.Times {
		b := s.scale().Bar(t, e.Windows)
		b.Href, b.Said = s.occurrencesHref(e.Listed), e.ID
		if e.Control != nil {
			b.Said += ", " + s.period(t.Period)
		}
		if t.State != "" {
			b.Said += ": " + s.say(t.State)
		}
		out = append(out, b)
	}
	return out
}
