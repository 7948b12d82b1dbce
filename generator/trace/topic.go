package trace

import (
	"reflect"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Topic is a matter that management discloses to the service auditor: what its records hold of it, and what a person has stated.
type Topic struct {
	About        string
	Statements   []*program.Statement
	Nil          []*program.Description // sections of the description that say there was nothing
	Deficiencies []*program.Deficiency
	Missed       []*Schedule // of controls with an occurrence that was due and that nothing shows
	Incidents    []*program.Incident
	Changes      []*program.Change
}

// The topics, by the words of a statement.
const (
	Fraud            = "fraud"
	Noncompliance    = "noncompliance"
	Design           = "design"
	Operation        = "operation"
	Incidents        = "incidents"
	SubsequentEvents = "subsequent-events"
	Access           = "access"
)

// Undisclosed are the words of a statement that are no topic: these go into the report itself.
var undisclosed = []string{"assertion", "other-information"}

// Topics returns every topic in the order of the words of a statement. At a date nobody examines whether controls operated: there it is one only
// if somebody tells of it.
func (t *Trace) Topics() []*Topic {
	var out []*Topic
	for _, f := range node.Fields(reflect.TypeFor[program.Statement]()) {
		if f.Key != "about" {
			continue
		}
		for _, about := range f.Of {
			if slices.Contains(undisclosed, about) {
				continue
			}
			if p := t.topic(about); about != Operation || t.Site.Audit.Type != 1 || !p.Silent() {
				out = append(out, p)
			}
		}
	}
	return out
}

// Topic returns the topic of a word.
func (t *Trace) topic(about string) *Topic {
	out := &Topic{About: about, Statements: t.Stated(about)}
	switch about {
	case Design:
		out.Deficiencies = t.deficient(about)
	case Operation:
		out.Deficiencies, out.Missed = t.deficient(about), t.missed()
	case Incidents:
		out.Incidents, out.Nil = t.DC4(), t.denied("DC4")
	case SubsequentEvents:
		t.after(out)
	}
	return out
}

// Stated returns the statements of management about a matter.
func (t *Trace) Stated(about string) []*program.Statement {
	return keep(t.Program.Statements, func(s *program.Statement) bool { return s.About == about })
}

// Recorded reports whether a register holds anything of the matter.
func (p *Topic) Recorded() bool {
	return len(p.Deficiencies)+len(p.Missed)+len(p.Incidents)+len(p.Changes) > 0
}

// Silent reports whether neither a record nor a person says anything. That is no statement that there is nothing.
func (p *Topic) Silent() bool { return !p.Recorded() && len(p.Statements) == 0 && len(p.Nil) == 0 }

// Denied reports whether a person states that there is nothing, while the records hold something.
func (p *Topic) Denied() bool {
	return p.Recorded() && (len(p.Nil) > 0 || slices.ContainsFunc(p.Statements, func(s *program.Statement) bool { return !s.Statement.Empty() }))
}

// Over reports whether the time that is examined has passed, so that something can be stated of the whole of it.
func (t *Trace) Over() bool {
	examined := t.Examined()
	return !examined.IsZero() && examined.To.Before(t.AsOf)
}

// TooEarly reports whether a statement was made before the time that it speaks of was at its end.
func (t *Trace) TooEarly(s *program.Statement) bool {
	return !s.On.IsZero() && s.On.Before(t.Examined().To)
}

// deficient returns the deficiencies of a nature that stood on a day examined. One of which nobody says whether it lay in design or in
// operation may be either.
func (t *Trace) deficient(nature string) []*program.Deficiency {
	return keep(t.Program.Deficiencies, func(d *program.Deficiency) bool {
		return t.Stands(d) && (len(d.Nature) == 0 || slices.Contains(d.Nature, nature))
	})
}

// Stands reports whether a deficiency was there on a day examined: it was found by then, and not closed before.
func (t *Trace) Stands(d *program.Deficiency) bool {
	examined := t.Examined()
	return !examined.To.Before(d.FoundOn) && (d.ClosedOn.IsZero() || !d.ClosedOn.Before(examined.From))
}

// missed returns the schedules of which an occurrence is missing, in the order of the controls. At a date there are no occurrences.
func (t *Trace) missed() []*Schedule {
	var out []*Schedule
	if t.Site.Audit.Type == 1 {
		return nil
	}
	for _, c := range t.Program.Controls {
		if s := t.Schedules[c]; s != nil && s.State() == Missing {
			out = append(out, s)
		}
	}
	return out
}

// DC4 returns the incidents that meet DC 4: those that were not over before the period, and for Type 1 all until its date.
func (t *Trace) DC4() []*program.Incident {
	examined := t.Examined()
	return keep(t.Program.Incidents, func(i *program.Incident) bool {
		earlier := t.Site.Audit.Type == 2 && !i.ResolvedOn.IsZero() && i.ResolvedOn.Before(examined.From)
		return i.DC4 && !earlier && !examined.To.Before(i.OccurredOn)
	})
}

// denied returns the sections of the description that state that there was nothing.
func (t *Trace) denied(section string) []*program.Description {
	return keep(t.Program.Descriptions, func(d *program.Description) bool { return d.Section == section && !d.Statement.Empty() })
}

// after fills in what the registers hold of the time after the examined one.
func (t *Trace) after(p *Topic) {
	later := func(day node.Day) bool { return t.Examined().To.Before(day) }
	p.Incidents = keep(t.Program.Incidents, func(i *program.Incident) bool { return later(i.OccurredOn) })
	p.Deficiencies = keep(t.Program.Deficiencies, func(d *program.Deficiency) bool { return later(d.FoundOn) })
	p.Changes = keep(t.Program.Changes, func(c *program.Change) bool { return later(c.On) })
}

func keep[T any](list []T, wanted func(T) bool) []T {
	var out []T
	for _, one := range list {
		if wanted(one) {
			out = append(out, one)
		}
	}
	return out
}
