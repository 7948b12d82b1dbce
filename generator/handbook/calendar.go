package handbook

import (
	"html/template"

	"trustpress/generator/calendar"
	"trustpress/generator/theme"
)

// calendarData is the page of what was to be carried out in the period, and when.
type calendarData struct {
	Tally   tally
	Period  string
	Counted bool            // some control counts as one time
	Lost    int             // times that were due and that nothing shows
	Missing []template.HTML // rows of a table: these times, those that follow each other together
	Picture template.HTML
	Legend  []meant
	Rows    []template.HTML // of a table: each control at each of its frequencies
}

// dated reports whether there is a calendar: without an audit nothing is said of occurrences.
func (b *book) dated() bool { return !b.staff.Period().IsZero() && len(b.controls()) > 0 }

func calendarPage(s *sheet) face {
	out := calendarData{Tally: s.occurred(), Period: s.period(s.staff.Period()), Picture: s.calendar(), Legend: legend(calendar.States)}
	for _, e := range s.expected() {
		out.Counted = out.Counted || e.Control == nil || len(s.staff.Occurrences(e.Control)) == 0
		out.Rows = append(out.Rows, s.calendarRow(e))
		for _, t := range calendar.Runs(e.Times) {
			if t.State == "state-missing" {
				out.Lost += t.Count
				out.Missing = append(out.Missing, s.missingRow(e, t))
			}
		}
	}
	return face{"calendar", s.say("evidence-calendar"), calendarPath, out}
}

// missingRow returns the cells of times that were due and that nothing shows, put together here because a template takes longer.
func (s *sheet) missingRow(e expected, t calendar.Time) template.HTML {
	return s.expectedName(e) + "<td>" + s.run(e, t) + "</td><td>" + s.frequency(e) + "</td><td>" + s.expectedOwner(e) + "</td>"
}

// calendarRow returns the cells of a control at one frequency: its times, those that follow each other in one state together.
func (s *sheet) calendarRow(e expected) template.HTML {
	times := template.HTML(`<ul class="plain covering">`)
	for _, t := range calendar.Runs(e.Times) {
		times += "<li><span>" + s.run(e, t) + "</span> " + s.state(t.State) + "</li>"
	}
	return s.expectedName(e) + "<td>" + s.frequency(e) + "</td><td>" + s.expectedOwner(e) + "</td><td>" + times + "</ul></td>"
}

// run says when something was to be carried out, and how many times where it is more than one.
func (s *sheet) run(e expected, t calendar.Time) template.HTML {
	if e.Control == nil {
		return text(s.say("in-the-period")).HTML
	}
	words := s.period(t.Period)
	if t.Count > 1 {
		words += ", " + s.say("windows-count", t.Count)
	}
	if t.Waived {
		words += " (" + s.say("waived") + ")"
	}
	return text(words).HTML
}

func (s *sheet) expectedName(e expected) template.HTML {
	if e.Control == nil {
		return `<th scope="row">` + named{ID: e.ID, Title: s.say("restricted")}.HTML() + "</th>"
	}
	return `<th scope="row">` + s.name(e.Control, "").HTML() + "</th>"
}

func (s *sheet) expectedOwner(e expected) template.HTML {
	switch {
	case e.Control == nil:
		return ""
	case e.Control.Owner.To == nil:
		return s.absent()
	}
	return s.name(e.Control.Owner.To, "").HTML()
}

// frequency says how often a control is to be carried out. An audit of Type 1 looks once, however often that is.
func (s *sheet) frequency(e expected) template.HTML {
	switch {
	case e.Control == nil:
		return ""
	case e.Frequency != "":
		return text(s.say(theme.ValueKey(e.Frequency))).HTML
	}
	return s.facts(e.Control, "frequency")[0].HTML
}
