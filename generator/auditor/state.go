package auditor

import (
	"strings"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// state is what is known of something, in words, and whether something is missing.
type state struct {
	Text string
	Name string // for the look of it
	Gap  bool
}

// code is the state as a CSV file has it, in every language.
func (s state) code() string {
	return strings.ReplaceAll(strings.TrimPrefix(s.Name, "state-"), "-", " ")
}

// known returns a state that every output has the same word for.
func (v view) known(key string, gap bool) state { return state{v.text(key), key, gap} }

func (v view) criterionState(c *criteria.Criterion) state {
	cov := v.Coverage[c]
	switch {
	case cov == nil && v.InScope(c):
		return state{Text: v.text("auditor-part-of", c.Parent.ID), Name: "state-part"}
	case cov == nil:
		return state{Text: v.text("not-in-scope"), Name: "state-not-in-scope"}
	case cov.Reason != "":
		return v.known("state-not-applicable", false)
	case len(cov.Controls) > 0:
		return v.known("state-mapped", false)
	case len(cov.CarveOuts) > 0:
		return v.known("state-carved-out", false)
	}
	return v.known("state-gap", true)
}

func (v view) controlState(c *program.Control) state {
	s := v.Schedules[c]
	if s == nil {
		return state{Text: v.text("value-retired"), Name: "state-retired"}
	}
	return v.occurrenceState(s.State())
}

func (v view) occurrenceState(s trace.State) state {
	switch s {
	case trace.Missing:
		return v.known("state-missing", true)
	case trace.Evidenced:
		return v.known("state-evidenced", false)
	case trace.DidNotOccur:
		return v.known("state-did-not-occur", false)
	}
	return v.known("state-not-yet-due", false)
}
