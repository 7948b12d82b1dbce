package calendar

import (
	"strconv"

	"trustpress/generator/chart"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Scale is a period as a picture shows it.
type Scale struct {
	Period program.Period
	Say    func(key string, args ...any) string // the word of the interface for a key
}

// Picture draws lanes along the period, with a line at the end of a day.
func (s Scale) Picture(lanes []chart.Lane, asOf node.Day, line string) chart.Bars {
	return chart.Bars{Length: s.Period.Days(), Ticks: s.Ticks(), Line: chart.Line{At: s.At(asOf) + 1, Text: line}, Lanes: lanes}
}

// At returns how many days of the period lie before a day.
func (s Scale) At(d node.Day) int { return s.Period.From.Until(d) }

// Bar draws a time. What happens all along, and is not cut into windows, is drawn thin.
func (s Scale) Bar(t Time, windows bool) chart.Bar {
	return chart.Bar{From: s.At(t.From), To: s.At(t.To) + 1, Mark: Marks[t.State], Thin: !windows}
}

// Ticks returns the months of the period, with the year above the first of each.
func (s Scale) Ticks() []chart.Tick {
	var out []chart.Tick
	for _, day := range s.Period.Months() {
		tick := chart.Tick{At: s.At(day), Text: s.Say(MonthKey(day))}
		if len(out) == 0 || day.Time().Month() == 1 {
			tick.Over = day.String()[:4]
		}
		out = append(out, tick)
	}
	return out
}

// MonthKey returns the key of the short name of a day's month.
func MonthKey(day node.Day) string { return "month-" + strconv.Itoa(int(day.Time().Month())) }
