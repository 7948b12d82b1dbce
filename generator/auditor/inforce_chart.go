package auditor

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
	"trustpress/generator/program"
)

// drawn is the number of days from which what was in force is worth a picture.
const drawn = 60

// reignsDrawn draws which text of each policy was in force when.
func (v view) reignsDrawn() template.HTML {
	period := v.Examined()
	out := chart.Bars{Length: period.Days(), Ticks: calendar.Scale{Period: period, Say: v.text}.Ticks()}
	if period.Holds(v.AsOf) {
		out.Line = chart.Line{At: period.From.Until(v.AsOf) + 1, Text: v.text("as-of") + " " + v.AsOf.String()}
	}
	for _, r := range v.ruled {
		lane := chart.Lane{Label: chart.Label{Text: r.id(), Href: v.ruledLink(r).Href, Hint: r.title()}, Note: r.title()}
		for _, reign := range r.reigns {
			days := v.within(reign)
			lane.Bars = append(lane.Bars, v.bar(r, days, chart.Bar{Mark: chart.Open, Text: nameOf(reign.Held), Said: nameOf(reign.Held), Href: v.root + reign.page()}))
		}
		if r.policy != nil {
			for _, gap := range v.gapsOf(r.policy) {
				lane.Bars = append(lane.Bars, v.bar(r, gap, chart.Bar{Mark: chart.Hatched, Text: " ", Said: v.text("state-none-in-force")}))
			}
		}
		out.Lanes = append(out.Lanes, lane)
	}
	return out.Draw()
}

// bar puts a bar on its days, and says which they are.
func (v view) bar(r *ruled, days program.Period, b chart.Bar) chart.Bar {
	from := v.Examined().From
	b.From, b.To = from.Until(days.From), from.Until(days.To)+1
	b.Said = r.id() + ", " + v.text("from-to", days.From.String(), days.To.String()) + ": " + b.Said
	return b
}
