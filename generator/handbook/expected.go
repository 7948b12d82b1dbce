package handbook

import (
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// expected is what is to be seen of a control at one of its frequencies. What staff may not read, and what nobody said how often
// to do, is one time: the whole period.
type expected struct {
	audience.Listed
	Frequency string // as the author wrote it, or ""
	Windows   bool   // the times are windows of the frequency, and not all that happened in the period
	More      bool   // of a control that has another frequency already
	Times     []occasion
}

// occasion is one time that a control was to be carried out, or a run of them.
type occasion struct {
	program.Period
	State  string // a key
	Count  int
	Waived bool // it is missing, and a waiver accepts that
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
		for _, o := range b.staff.Occurrences(c.Control) {
			if n := len(out); n == 0 || out[n-1].Frequency != o.Frequency {
				out = append(out, expected{Listed: c, Frequency: o.Frequency, Windows: b.cut(o), More: n > 0})
			}
			last := &out[len(out)-1]
			accepted := o.State == trace.Missing && b.staff.Accepted(c.Control, o.Window.From)
			last.Times = append(last.Times, occasion{b.within(o.Window), stateWord(o.State.String()), 1, accepted})
		}
	}
	if out == nil {
		out = []expected{{Listed: c, Times: []occasion{{b.staff.Period(), stateWord(c.State), 1, false}}}}
	}
	return out
}

// cut reports whether an occurrence belongs to a window: of a frequency that cuts the period into such, or of an audit of Type 1,
// where the period is one.
func (b *book) cut(o trace.Occurrence) bool {
	return o.Frequency == "" || len(trace.Windows(b.staff.Period(), o.Frequency)) > 0
}

// within returns a window, or the whole period where it has not begun.
func (b *book) within(window program.Period) program.Period {
	if window.To.Before(window.From) {
		return b.staff.Period()
	}
	return window
}

// runs puts times of the same state that follow each other together.
func (e expected) runs() []occasion {
	var out []occasion
	for _, t := range e.Times {
		if n := len(out); n > 0 && out[n-1].State == t.State && out[n-1].Waived == t.Waived {
			out[n-1].To, out[n-1].Count = t.To, out[n-1].Count+1
			continue
		}
		out = append(out, t)
	}
	return out
}

// occurred counts the times by their states.
func (b *book) occurred() tally {
	out := tally{Of: "occurrences-expected"}
	for _, state := range occurrenceStates {
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
