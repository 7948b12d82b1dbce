package trace

import (
	"slices"

	"trustpress/generator/program"
)

// State says what is known of an occurrence.
type State uint8

const (
	Missing     State = iota // due, and nothing shows it
	Evidenced                // something shows it
	DidNotOccur              // a nil statement says that there was none
	NotDue                   // the window has not ended by the as-of date
)

func (s State) String() string {
	return [...]string{"missing", "evidenced", "did not occur", "not yet due"}[s]
}

// Occurrence is one time that a control was to be carried out.
type Occurrence struct {
	Window    program.Period
	Frequency string
	State     State
	Evidence  []*program.Evidence
}

// Schedule is what was to be seen of a control in the period, and what is there.
type Schedule struct {
	Control     *program.Control
	Occurrences []Occurrence        // by frequency, then by window
	Evidence    []*program.Evidence // of the period, in the order of the records
}

// State sums a schedule up: missing if anything due is, evidenced if anything is, else that it did not occur.
func (s *Schedule) State() State {
	if len(s.Occurrences) == 0 { // nobody said how often, or no window is long enough
		return state(s.Evidence)
	}
	sum := NotDue
	for _, o := range s.Occurrences {
		switch {
		case o.State == Missing:
			return Missing
		case o.State == Evidenced || o.State == DidNotOccur && sum == NotDue:
			sum = o.State
		}
	}
	return sum
}

var months = map[string]int{"monthly": 1, "quarterly": 3, "semi-annual": 6, "annual": 12}

// Windows cuts a period from its first day into windows of a frequency's length. A shorter last window counts if it is at least
// half as long as a whole one. Other frequencies give none.
func Windows(period program.Period, frequency string) []program.Period {
	n := months[frequency]
	if n == 0 || period.IsZero() {
		return nil
	}
	var out []program.Period
	for i := 0; ; i++ {
		whole := program.Period{From: period.From.AddMonths(i * n), To: period.From.AddMonths((i + 1) * n).AddDays(-1)}
		if period.To.Before(whole.From) {
			return out
		}
		cut := whole
		if period.To.Before(cut.To) {
			cut.To = period.To
		}
		if cut.Days()*2 >= whole.Days() {
			out = append(out, cut)
		}
	}
}

// Days returns the days that evidence speaks of, or false if it names none: what it covers, else when it occurred; a
// configuration speaks of the day on which it was read.
func Days(e *program.Evidence) (program.Period, bool) {
	switch {
	case !e.Covers.IsZero():
		return e.Covers, true
	case !e.OccurredOn.IsZero():
		return program.Period{From: e.OccurredOn, To: e.OccurredOn}, true
	case e.Kind == "configuration" && !e.CollectedAt.Day.IsZero():
		return program.Period{From: e.CollectedAt.Day, To: e.CollectedAt.Day}, true
	}
	return program.Period{}, false
}

// Inside reports whether evidence touches a period.
func Inside(e *program.Evidence, period program.Period) bool {
	days, ok := Days(e)
	return ok && days.Overlap(period) > 0
}

// serves reports whether evidence shows an occurrence in one of some windows: in each of which it covers at least half, else in the one
// that holds the day on which it occurred. A review of one quarter that was held early in the next shows nothing of the next.
func serves(e *program.Evidence, window program.Period, windows []program.Period) bool {
	switch {
	case slices.ContainsFunc(windows, func(w program.Period) bool { return covers(e, w) }):
		return covers(e, window)
	case !e.OccurredOn.IsZero():
		return window.Holds(e.OccurredOn)
	}
	return e.Kind == "configuration" && e.Covers.IsZero() && window.Holds(e.CollectedAt.Day)
}

// covers reports whether evidence covers at least half of a window.
func covers(e *program.Evidence, window program.Period) bool {
	return !e.Covers.IsZero() && e.Covers.Overlap(window)*2 >= window.Days()
}

func (t *Trace) schedule() {
	t.Schedules = map[*program.Control]*Schedule{}
	if t.Period.IsZero() {
		return
	}
	evidence := map[*program.Control][]*program.Evidence{}
	for _, e := range t.Program.Evidence {
		for _, ref := range e.Controls {
			if ref.To != nil && Inside(e, t.Period) {
				evidence[ref.To] = append(evidence[ref.To], e)
			}
		}
	}
	for _, c := range t.Program.Controls {
		if !c.Retired() {
			t.Schedules[c] = t.scheduleOf(c, evidence[c])
		}
	}
}

func (t *Trace) scheduleOf(c *program.Control, evidence []*program.Evidence) *Schedule {
	s := &Schedule{Control: c, Evidence: evidence}
	if t.Site.Audit.Type == 1 { // design at a date: one look is enough, however often the control runs
		s.Occurrences = []Occurrence{t.occurrence(t.Period, []program.Period{t.Period}, "", evidence)}
		return s
	}
	for _, f := range c.Frequency {
		if months[f] == 0 {
			s.Occurrences = append(s.Occurrences, t.population(f, evidence))
			continue
		}
		windows := Windows(t.Period, f)
		for _, w := range windows {
			s.Occurrences = append(s.Occurrences, t.occurrence(w, windows, f, evidence))
		}
	}
	return s
}

func (t *Trace) occurrence(window program.Period, windows []program.Period, frequency string, evidence []*program.Evidence) Occurrence {
	o := Occurrence{Window: window, Frequency: frequency}
	if t.AsOf.Before(window.From) { // what lies ahead is not seen yet, whatever the content holds of it
		o.State = NotDue
		return o
	}
	for _, e := range evidence {
		if serves(e, window, windows) || frequency == "" {
			o.Evidence = append(o.Evidence, e)
		}
	}
	o.State = state(o.Evidence)
	if o.State == Missing && t.AsOf.Before(window.To) {
		o.State = NotDue
	}
	return o
}

// population judges a frequency that gives no windows: all that happened in the period up to the as-of date is to be listed, or
// said not to have happened. A setting that acts continuously is shown by the setting.
func (t *Trace) population(frequency string, evidence []*program.Evidence) Occurrence {
	window := t.Period
	if t.AsOf.Before(window.To) {
		window.To = t.AsOf
	}
	o := Occurrence{Window: window, Frequency: frequency}
	if window.To.Before(window.From) {
		o.State = NotDue
		return o
	}
	for _, e := range evidence {
		setting := frequency == "continuous" && e.Kind == "configuration" && Inside(e, window)
		if e.Kind == "population" || e.Kind == "nil" || setting {
			o.Evidence = append(o.Evidence, e)
		}
	}
	if frequency == "continuous" && slices.ContainsFunc(o.Evidence, func(e *program.Evidence) bool { return e.Kind == "configuration" }) {
		o.State = Evidenced
	} else if o.Open().IsZero() {
		o.State = state(o.Evidence)
	}
	return o
}

// Open returns what is left of a window behind the days that its evidence covers from its first day on without a gap. It is zero if all
// of it is covered.
func (o Occurrence) Open() program.Period {
	next := o.Window.From
	for range o.Evidence {
		for _, e := range o.Evidence {
			if days, ok := Days(e); ok && !next.Before(days.From) && !days.To.Before(next) {
				next = days.To.AddDays(1)
			}
		}
	}
	if o.Window.To.Before(next) {
		return program.Period{}
	}
	return program.Period{From: next, To: o.Window.To}
}

// state tells what a set of evidence shows.
func state(evidence []*program.Evidence) State {
	switch {
	case len(evidence) == 0:
		return Missing
	case slices.ContainsFunc(evidence, func(e *program.Evidence) bool { return e.Kind != "nil" }):
		return Evidenced
	}
	return DidNotOccur
}

// Listed reports whether the occurrence is shown by a list of all that happened, and not by one time in a window.
func (o Occurrence) Listed() bool { return Listed(o.Frequency) }

// Listed reports whether what is carried out at a frequency is shown by a list of all that happened.
func Listed(frequency string) bool { return frequency != "" && months[frequency] == 0 }
