package handbook

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"trustpress/generator/chart"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// calendar draws when each control was to be carried out in the period, and what is known of each time.
func (s *sheet) calendar() template.HTML {
	period := s.staff.Period()
	out := chart.Bars{Length: period.Days(), Ticks: s.months(period), Line: chart.Line{At: s.day(s.staff.Day()) + 1, Text: s.say("as-of") + " " + s.staff.AsOf()}}
	family := ""
	for _, e := range s.expected() {
		lane := chart.Lane{Bars: s.bars(e)}
		if !e.More {
			lane.Label, lane.Note = s.controlLabel(e.Listed)
		}
		lane.Apart = prefix(e.ID) != family
		family = prefix(e.ID)
		out.Lanes = append(out.Lanes, lane)
	}
	return out.Draw()
}

// day returns how many days of the period lie before a day.
func (s *sheet) day(d node.Day) int { return s.staff.Period().From.Until(d) }

func (s *sheet) bars(e expected) []chart.Bar {
	var out []chart.Bar
	for _, t := range e.Times {
		b := chart.Bar{From: s.day(t.From), To: s.day(t.To) + 1, Mark: marks[t.State], Thin: !e.Windows, Href: s.occurrencesHref(e.Listed), Said: e.ID}
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

// months returns the months of a period.
func (s *sheet) months(period program.Period) []chart.Tick {
	return chart.Months(period.Months(), s.month)
}

// month names a month, in short.
func (s *sheet) month(m time.Month) string { return s.say("month-" + strconv.Itoa(int(m))) }

// prefix returns what the ids of a family of records have in common.
func prefix(id string) string { return id[:max(0, strings.LastIndexByte(id, '-'))] }
