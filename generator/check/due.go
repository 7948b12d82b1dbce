package check

import (
	"cmp"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Due is something that evidence is wanted for: a window of a control, a list of all that happened, or what a service auditor asked for.
type Due struct {
	Kind      string   // "window", "population", "setting" (of a control that acts continuously) or "request"
	Day       node.Day // by which it is wanted
	Days      int      // until then; less than 0 if it has passed
	Missing   bool     // it is due already, and nothing shows it
	Controls  []*program.Control
	Request   *program.Request // of kind request
	Owner     string           // of the control or the request, by id; "": nobody
	Frequency string
	Window    program.Period    // the days that the evidence is to cover; zero: a request names none
	Last      *program.Evidence // what the control was last shown by, which says what to collect; nil: nothing
	Span      diag.Span
}

// Agenda returns what evidence is wanted for up to some time from the day of a run, the soonest first: what is missing, and what
// will be due. What a waiver accepts is not wanted.
func Agenda(t *trace.Trace, waived []diag.Waived, ahead node.Duration) []Due {
	a := agenda{Trace: t, last: ahead.After(t.AsOf), waived: waived}
	for _, c := range t.Program.Controls {
		if s := t.Schedules[c]; s != nil && !c.Broken {
			for _, o := range s.Occurrences {
				a.occurrence(c, o)
			}
		}
	}
	for _, r := range t.Program.Requests {
		a.request(r)
	}
	slices.SortStableFunc(a.due, func(x, y Due) int {
		return cmp.Or(cmp.Compare(x.Day.String(), y.Day.String()), cmp.Compare(x.name(), y.name()), cmp.Compare(x.Window.From.String(), y.Window.From.String()))
	})
	return a.due
}

type agenda struct {
	*trace.Trace
	last   node.Day
	waived []diag.Waived
	due    []Due
}

func (d Due) name() string {
	if d.Request != nil {
		return d.Request.ID
	}
	return d.Controls[0].ID
}

// add adds what is wanted by a day, unless that lies too far ahead.
func (a *agenda) add(d Due) {
	if d.Day.IsZero() || a.last.Before(d.Day) {
		return
	}
	d.Days = a.AsOf.Until(d.Day)
	a.due = append(a.due, d)
}

func (a *agenda) occurrence(c *program.Control, o trace.Occurrence) {
	missing := o.State == trace.Missing
	if missing && a.accepted(c, o.Window.From) {
		return
	}
	d := Due{Kind: "window", Day: o.Window.To, Missing: missing, Controls: []*program.Control{c}, Owner: c.Owner.ID, Frequency: o.Frequency,
		Window: o.Window, Span: c.At("frequency")}
	switch {
	case o.Frequency == "continuous":
		d.Kind = "setting"
		d.Last = a.lastOf(c, "configuration", "population")
		a.whole(d, o)
	case o.Listed():
		d.Kind = "population"
		d.Last = a.lastOf(c, "population")
		a.whole(d, o)
	case missing || o.State == trace.NotDue:
		d.Last = a.lastOf(c, "sample", "configuration", "report", "ticket", "screenshot", "attestation")
		a.add(d)
	}
}

// whole adds what is to be shown of the whole period, from the day on which what is there ends: it is to go up to today, and once more up
// to the end of the period. A setting that acts continuously is shown by one look at it.
func (a *agenda) whole(d Due, o trace.Occurrence) {
	seen := slices.ContainsFunc(o.Evidence, func(e *program.Evidence) bool { return e.Kind == "configuration" })
	switch all := (trace.Occurrence{Window: a.Period, Evidence: o.Evidence}); {
	case o.State == trace.Missing:
		d.Window = o.Open()
		a.add(d)
	case d.Kind == "setting" && seen:
	case a.AsOf.Before(a.Period.To) && !all.Open().IsZero():
		d.Window, d.Day = all.Open(), a.Period.To
		a.add(d)
	}
}

// accepted reports whether a waiver accepts that a window of a control has no evidence.
func (a *agenda) accepted(c *program.Control, from node.Day) bool {
	return slices.ContainsFunc(a.waived, func(w diag.Waived) bool {
		window := w.Rule == missingOccurrence.Name && w.At == from.String()
		return w.Record == c.ID && (window || w.Rule == controlWithoutEvidence.Name)
	})
}

// lastOf returns the newest piece of evidence of a control that is of some kinds, or nil.
func (a *agenda) lastOf(c *program.Control, kinds ...string) *program.Evidence {
	var best *program.Evidence
	var until node.Day
	for _, use := range a.Uses[c] {
		e, ok := use.From.(*program.Evidence)
		if !ok || use.Field != "controls" || e.Broken || !slices.Contains(kinds, e.Kind) {
			continue
		}
		if days, said := trace.Days(e); said && (best == nil || until.Before(days.To)) {
			best, until = e, days.To
		}
	}
	return best
}

// settled are the words of a status under which nothing is wanted any more.
var settled = []string{"answered", "closed", "done", "withdrawn"}

func (a *agenda) request(r *program.Request) {
	if r.Broken || !r.Answered.IsZero() || slices.Contains(settled, strings.ToLower(r.Status)) {
		return
	}
	var controls []*program.Control
	for _, ref := range r.Controls {
		if ref.To != nil {
			controls = append(controls, ref.To)
		}
	}
	a.add(Due{Kind: "request", Day: r.Due, Missing: r.Due.Before(a.AsOf), Controls: controls, Request: r, Owner: r.Owner.ID, Window: r.Period, Span: r.At("due")})
}

// Command returns the command that records the evidence which is wanted, for a file that has no name yet.
func (d Due) Command() string {
	words := []string{"trustpress", "evidence", "add", "FILE"}
	for _, c := range d.Controls {
		words = append(words, "--control", c.ID)
	}
	switch d.Kind {
	case "population":
		words = append(words, "--kind", "population")
	case "setting":
		return strings.Join(append(words, "--kind", "configuration"), " ")
	}
	if !d.Window.IsZero() {
		words = append(words, "--covers", d.Window.Name())
	}
	return strings.Join(words, " ")
}
