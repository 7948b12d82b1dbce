package handbook

import (
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/calendar"
	"trustpress/generator/node"
)

// expected is what is to be seen of a control at one of its frequencies. What staff may not read, and what nobody said how often
// to do, is one time: the whole period.
type expected struct {
	audience.Listed
	calendar.Row
	More bool // of a control that has another frequency already
}

// expect lists what is to be seen of all controls in the period.
func (b *book) expect() []expected {
	var out []expected
	for _, c := range b.controls() {
		out = append(out, b.expectOf(c)...)
	}
	return out
}

func (b *book) expectOf(c audience.Listed) []expected {
	var out []expected
	if c.Control != nil {
		accepted := func(from node.Day) (string, bool) { return "", b.staff.Accepted(c.Control, from) }
		for i, row := range calendar.Rows(b.staff.Period(), b.staff.Occurrences(c.Control), accepted) {
			out = append(out, expected{c, row, i > 0})
		}
	}
	if out == nil {
		whole := calendar.Time{Period: b.staff.Period(), State: stateWord(c.State), Count: 1}
		out = []expected{{Listed: c, Row: calendar.Row{Times: []calendar.Time{whole}}}}
	}
	return out
}

// occurred counts the times by their states.
func (b *book) occurred() tally {
	out := tally{Of: "occurrences-expected"}
	for _, state := range calendar.States {
		out.By = append(out.By, counted{Key: state})
	}
	for _, e := range b.expected() {
		for _, t := range e.Times {
			if i := slices.IndexFunc(out.By, func(c counted) bool { return c.Key == t.State }); i >= 0 {
				out.By[i].Count++
				out.Total++
			}
		}
	}
	return out
}
