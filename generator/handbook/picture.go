package handbook

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
)

// marks are the shapes that stand for states beside those of a control: circles for a criterion.
var marks = map[string]chart.Mark{
	"state-gap":            chart.CircleCrossed,
	"state-carved-out":     chart.Ring,
	"state-not-applicable": chart.CircleBarred,
	"state-in-force":       chart.Open,
	"state-none-in-force":  chart.Hatched,
}

// shapeOf returns the shape that stands for a state.
func shapeOf(state string) chart.Mark {
	if m, of := calendar.Marks[state]; of {
		return m
	}
	return marks[state]
}

var criterionStates = []string{"state-gap", "state-carved-out", "state-not-applicable"}

// meant is an entry of a legend: a mark, and the key of the state that it stands for.
type meant struct {
	Mark  template.HTML
	State string
}

func legend(states []string) []meant {
	out := make([]meant, len(states))
	for i, state := range states {
		out[i] = meant{chart.Key(shapeOf(state)), state}
	}
	return out
}
