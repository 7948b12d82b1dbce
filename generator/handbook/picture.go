package handbook

import (
	"html/template"

	"trustpress/generator/chart"
)

// marks are the shapes that stand for states: squares for what is known of a control, circles for a criterion. A cross is what is
// missing, a bar what properly is not there.
var marks = map[string]chart.Mark{
	"state-evidenced":      chart.Full,
	"state-missing":        chart.Crossed,
	"state-did-not-occur":  chart.Barred,
	"state-not-yet-due":    chart.Open,
	"":                     chart.Open, // nothing is known
	"state-gap":            chart.CircleCrossed,
	"state-carved-out":     chart.Ring,
	"state-not-applicable": chart.CircleBarred,
	"state-in-force":       chart.Open,
	"state-none-in-force":  chart.Hatched,
}

var (
	occurrenceStates = []string{"state-evidenced", "state-missing", "state-did-not-occur", "state-not-yet-due"}
	criterionStates  = []string{"state-gap", "state-carved-out", "state-not-applicable"}
)

// meant is an entry of a legend: a mark, and the key of the state that it stands for.
type meant struct {
	Mark  template.HTML
	State string
}

func legend(states []string) []meant {
	out := make([]meant, len(states))
	for i, state := range states {
		out[i] = meant{chart.Key(marks[state]), state}
	}
	return out
}
