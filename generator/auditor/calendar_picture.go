package auditor

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
	"trustpress/generator/program"
)

// drawn is the picture: a lane for each control at each frequency, along the period. Without a period there is none.
func (v view) drawn() template.HTML {
	if v.Period.IsZero() {
		return ""
	}
	scale := calendar.Scale{Period: v.Period, Say: v.text}
	var lanes []chart.Lane
	family := ""
	for _, l := range v.lanes() {
		to := v.record(l.control)
		drawn := chart.Lane{Apart: program.Family(l.control.ID) != family}
		family = program.Family(l.control.ID)
		if !l.more {
			drawn.Label, drawn.Note = chart.Label{Text: to.label(), Href: to.Href, Hint: to.Title}, to.Title
		}
		for _, t := range l.Times {
			bar := scale.Bar(t, l.Windows)
			bar.Href = to.Href + "#tp.occurrences"
			bar.Said = to.label() + ", " + v.text("from-to", t.From.String(), t.To.String()) + ": " + v.text(t.State)
			drawn.Bars = append(drawn.Bars, bar)
		}
		lanes = append(lanes, drawn)
	}
	return scale.Picture(lanes, v.AsOf, v.text("as-of")+" "+v.AsOf.String()).Draw()
}
