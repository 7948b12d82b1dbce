package auditor

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
)

// drawn is the number of days from which what was in force is worth a picture.
const drawn = 60

// reignsDrawn draws which text of each policy was in force when.
func (v view) reignsDrawn() template.HTML {
	period := v.Examined()
	scale := calendar.Scale{Period: period, Say: v.text}
	out := chart.Bars{Length: period.Days(), Ticks: scale.Ticks()}
	if period.Holds(v.AsOf) {
		out.Line = chart.Line{At: scale.At(v.AsOf) + 1, Text: v.text("as-of") + " " + v.AsOf.String()}
	}
	for _, r := range v.ruled {
		lane := chart.Lane{Label: chart.Label{Text: r.id(), Href: v.ruledLink(r).Href, Hint: r.title()}, Note: r.title()}
		for _, span := range v.timeline(r) {
			lane.Bars = append(lane.Bars, v.bar(scale, r, span))
		}
		out.Lanes = append(out.Lanes, lane)
	}
	return out.Draw()
}

// bar draws the days of a text, or days without.
func (v view) bar(scale calendar.Scale, r *ruled, s span) chart.Bar {
	days := v.text("from-to", s.days.From.String(), s.days.To.String())
	out := chart.Bar{From: scale.At(s.days.From), To: scale.At(s.days.To) + 1, Mark: chart.Hatched, Text: " ", Said: r.id() + ", " + days + ": " + v.text("state-none-in-force")}
	if s.reign != nil {
		name := nameOf(s.reign.Held)
		out.Mark, out.Text, out.Said, out.Href = chart.Open, name, r.id()+" "+name+", "+days, v.root+s.reign.page()
	}
	return out
}
