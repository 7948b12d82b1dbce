package auditor

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/chart"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// calendarData is when each control was to be carried out in the period, and what is known of each time.
type calendarData struct {
	Head    head
	Twin    link
	Tally   []calendarCount
	Missing []missedControl
	Picture template.HTML
	Legend  []legendEntry
	Rows    []calendarRow
}

type calendarCount struct {
	State state
	Count int
}

// legendEntry is a mark, and the state that it stands for.
type legendEntry struct {
	Mark  template.HTML
	State state
}

// calendarRow is a control at one of its frequencies.
type calendarRow struct {
	Control   link
	Owner     link
	Frequency string
	Apart     bool // another family of controls begins
	Times     []calendarTime
}

// calendarTime is windows in one state that follow each other.
type calendarTime struct {
	Window   days
	Count    string // how many windows, where they are several
	State    state
	Reason   string // that a waiver gives
	Evidence []calendarEvidence
}

// calendarEvidence is what shows a time: the record, the raw file if it is in the bundle, and the days that are spoken of where these are not the
// time itself.
type calendarEvidence struct {
	Evidence  link
	File      *link
	Spoken    days
	Statement template.HTML // that nothing occurred
}

// lane is a control at one of its frequencies.
type lane struct {
	control *program.Control
	calendar.Row
	more bool // of a control that has another frequency already
}

func (w *writer) lanes() []lane {
	var out []lane
	for _, c := range w.Program.Controls {
		accepted := func(from node.Day) (string, bool) {
			waiver, is := w.Accepted(c, from)
			return waiver.Reason, is
		}
		rows := calendar.Rows(w.Period, w.occurrences(c), accepted)
		if s := w.Schedules[c]; s != nil && len(rows) == 0 { // nobody said how often, or the period is too short for a window
			rows = calendar.Rows(w.Period, []trace.Occurrence{{Window: w.Period, State: s.State(), Evidence: s.Evidence}}, accepted)
		}
		for i, row := range rows {
			out = append(out, lane{c, row, i > 0})
		}
	}
	return out
}

func (w *writer) calendar(v view) any {
	out := calendarData{Head: w.head(), Twin: v.twin(calendarPage)}
	if !w.Period.IsZero() {
		out.Picture = v.drawn()
	}
	counts := map[string]int{}
	family := ""
	for _, l := range w.lanes() {
		row := calendarRow{Control: v.record(l.control), Owner: v.owner(l.control.Owner), Frequency: v.chosen(l.Frequency), Apart: program.Family(l.control.ID) != family}
		family = program.Family(l.control.ID)
		for _, t := range l.Times {
			counts[t.State]++
		}
		out.missed(row, l.Times)
		for _, t := range calendar.Runs(l.Times) {
			row.Times = append(row.Times, v.calendarTime(l.Windows, t))
		}
		out.Rows = append(out.Rows, row)
	}
	for _, key := range calendar.States {
		known := v.known(key, key == missingLook)
		out.Tally = append(out.Tally, calendarCount{known, counts[key]})
		out.Legend = append(out.Legend, legendEntry{chart.Key(calendar.Marks[key]), known})
	}
	return out
}

// missed adds the times of a row that were due and that nothing shows, each on its own.
func (d *calendarData) missed(row calendarRow, times []calendar.Time) {
	for _, t := range times {
		if t.State != missingLook {
			continue
		}
		if n := len(d.Missing); n == 0 || d.Missing[n-1].Control != row.Control {
			d.Missing = append(d.Missing, missedControl{Control: row.Control})
		}
		last := &d.Missing[len(d.Missing)-1]
		last.Windows = append(last.Windows, missed{row.Frequency, daysOf(t.Period), t.Reason})
	}
}

func (v view) calendarTime(windows bool, t calendar.Time) calendarTime {
	out := calendarTime{Window: daysOf(t.Period), State: v.known(t.State, t.State == missingLook), Reason: t.Reason}
	if t.Count > 1 {
		out.Count = v.text("windows-count", t.Count)
	}
	for _, e := range t.Evidence {
		one := calendarEvidence{Evidence: v.record(e)}
		if f := v.raw[e]; f != nil {
			to := v.fileLink(f)
			one.File = &to
		}
		if spoken, ok := trace.Days(e); ok && !windows {
			one.Spoken = daysOf(spoken)
		}
		if e.Kind == "nil" {
			one.Statement = v.prose(e.Statement, "")
		}
		out.Evidence = append(out.Evidence, one)
	}
	return out
}
