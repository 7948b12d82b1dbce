package handbook

import (
	"cmp"
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
	"trustpress/generator/program"
)

// reignStates are what the bars of a policy stand for.
var reignStates = []string{"state-in-force", "state-none-in-force"}

// reigns draws which text of each policy was in force when.
func (s *sheet) reigns() template.HTML {
	period := s.span()
	out := chart.Bars{Length: period.Days(), Ticks: calendar.Scale{Period: period, Say: s.say}.Ticks()}
	if today := s.staff.Day(); period.Holds(today) {
		out.Line = chart.Line{At: period.From.Until(today) + 1, Text: s.say("as-of") + " " + s.staff.AsOf()}
	}
	for _, p := range s.policies() {
		title := program.Name(p)
		lane := chart.Lane{Label: chart.Label{Text: p.ID, Href: s.href(p.Path()+"/index.html", "tp.in-force"), Hint: title}, Note: title}
		lane.Bars = append(s.heldBars(p, period), s.gapBars(p, period)...)
		out.Lanes = append(out.Lanes, lane)
	}
	return out.Draw()
}

func (s *sheet) heldBars(p *program.Policy, period program.Period) []chart.Bar {
	var out []chart.Bar
	for i := range s.staff.Approved(p).Held {
		h := &s.staff.Approved(p).Held[i]
		if !h.Touches(period) {
			continue
		}
		to := h.To
		if to.IsZero() {
			to = period.To
		}
		row := s.heldRow(h)
		out = append(out, chart.Bar{From: period.From.Until(h.From), To: period.From.Until(to) + 1, Mark: chart.Open, Text: row.label(s),
			Said: p.ID + " " + row.label(s) + ", " + s.period(program.Period{From: h.From, To: to}), Href: row.Text.Href})
	}
	return out
}

func (s *sheet) gapBars(p *program.Policy, period program.Period) []chart.Bar {
	var out []chart.Bar
	for _, g := range s.without(p) {
		out = append(out, chart.Bar{From: period.From.Until(g.From), To: period.From.Until(g.To) + 1, Mark: chart.Hatched, Text: " ",
			Said: p.ID + ", " + s.period(g) + ": " + s.say("state-none-in-force")})
	}
	return out
}

// label returns the version of a text, or the word for one that has none.
func (h held) label(s *sheet) string { return cmp.Or(h.Version, h.Text.Version, s.say("held-unnamed")) }
