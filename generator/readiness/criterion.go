package readiness

import (
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Criterion is a criterion in scope, and what is lacking of the controls that are mapped to it.
type Criterion struct {
	*trace.Coverage
	Controls []Control // those of which something is lacking
}

// Lacking reports whether anything is lacking: of a control, or a control at all.
func (c Criterion) Lacking() bool { return !c.Met() || len(c.Controls) > 0 }

// Control is what is lacking of one control.
type Control struct {
	*program.Control
	Lacks       []string // owner, policy, statement, frequency, evidence: by name
	Windows     int      // that were due and that nothing shows
	Populations int
}

// criteria asks of each criterion in scope what its controls lack.
func (a *asker) criteria() []Criterion {
	lacks := map[*program.Control]Control{}
	unbacked := map[program.Any]bool{}
	for _, l := range a.foundBy("control-without-policy") {
		unbacked[l.Record] = true
	}
	for _, c := range a.carriedOut() {
		one := Control{Control: c}
		one.design(unbacked[c])
		a.operation(&one)
		lacks[c] = one
	}
	out := make([]Criterion, len(a.Scope))
	for i, c := range a.Scope {
		out[i] = a.criterion(c, lacks)
	}
	return out
}

func (a *asker) criterion(c *criteria.Criterion, lacks map[*program.Control]Control) Criterion {
	out := Criterion{Coverage: a.Coverage[c]}
	for _, control := range out.Coverage.Controls {
		if one := lacks[control]; len(one.Lacks)+one.Windows+one.Populations > 0 {
			out.Controls = append(out.Controls, one)
		}
	}
	return out
}

// design notes what is lacking of how a control is meant to be.
func (c *Control) design(unbacked bool) {
	for _, l := range []struct {
		name  string
		there bool
	}{{"owner", owned(c.Control)}, {"policy", !unbacked}, {"statement", stated(c.Control)}, {"frequency", len(c.Frequency) > 0}} {
		if !l.there {
			c.Lacks = append(c.Lacks, l.name)
		}
	}
}

// operation notes what is lacking of what shows a control: before the first audit any evidence, and in an examination what was due.
func (a *asker) operation(c *Control) {
	if !a.list.Operation {
		if !a.shown(c.Control) {
			c.Lacks = append(c.Lacks, "evidence")
		}
		return
	}
	s := a.Schedules[c.Control]
	if s == nil {
		return
	}
	if len(s.Occurrences) == 0 && s.State() == trace.Missing && !a.AsOf.Before(a.Period.From) {
		c.Lacks = append(c.Lacks, "evidence")
	}
	for _, o := range s.Occurrences {
		switch {
		case o.State != trace.Missing:
		case o.Listed():
			c.Populations++
		default:
			c.Windows++
		}
	}
}
