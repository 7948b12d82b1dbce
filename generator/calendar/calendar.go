// Package calendar owns how the occurrences of controls lie in a period: the rows that they make, a row for each frequency, which times
// follow each other in one state, the shape of each state, and where months begin. The handbook and the bundle show the same of it.
//
// It refuses to know who reads: it is handed what may be shown. It names states by the keys of words, and speaks no language.
package calendar

import (
	"slices"

	"trustpress/generator/chart"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// Row is what is to be seen of a control at one of its frequencies.
type Row struct {
	Frequency string // as the author wrote it, or ""
	Windows   bool   // the times are windows of the frequency, and not all that happened in the period
	Times     []Time
}

// Time is one time that a control was to be carried out, or a run of them.
type Time struct {
	program.Period
	State    string // the key of a word
	Count    int
	Waived   bool   // it is missing, and a waiver accepts that
	Reason   string // why, as far as the reader may know
	Evidence []*program.Evidence
}

// States are those that a time has, by the keys of their words.
var States = []string{"state-evidenced", "state-missing", "state-did-not-occur", "state-not-yet-due"}

// Marks are the shapes that stand for them: a cross is what is missing, a bar what properly is not there.
var Marks = map[string]chart.Mark{
	"state-evidenced":     chart.Full,
	"state-missing":       chart.Crossed,
	"state-did-not-occur": chart.Barred,
	"state-not-yet-due":   chart.Open,
	"":                    chart.Open, // nothing is known
}

// Rows sorts the occurrences of a control by frequency. accepted says whether a waiver accepts that nothing shows a window, by its first
// day, and why.
func Rows(period program.Period, occurrences []trace.Occurrence, accepted func(from node.Day) (reason string, is bool)) []Row {
	var out []Row
	for _, o := range occurrences {
		if n := len(out); n == 0 || out[n-1].Frequency != o.Frequency {
			out = append(out, Row{Frequency: o.Frequency, Windows: !o.Listed()})
		}
		row := &out[len(out)-1]
		one := Time{Period: within(period, o.Window), State: theme.StateKey(o.State.String()), Count: 1, Evidence: o.Evidence}
		if o.State == trace.Missing {
			one.Reason, one.Waived = accepted(o.Window.From)
		}
		row.Times = append(row.Times, one)
	}
	return out
}

// within returns a window, or the whole period where it has not begun.
func within(period, window program.Period) program.Period {
	if window.To.Before(window.From) {
		return period
	}
	return window
}

// Runs puts times of the same state that follow each other together.
func Runs(times []Time) []Time {
	var out []Time
	for _, t := range times {
		if n := len(out); n > 0 && out[n-1].State == t.State && out[n-1].Waived == t.Waived && out[n-1].Reason == t.Reason {
			last := &out[n-1]
			last.To, last.Count, last.Evidence = t.To, last.Count+1, slices.Concat(last.Evidence, t.Evidence)
			continue
		}
		out = append(out, t)
	}
	return out
}
