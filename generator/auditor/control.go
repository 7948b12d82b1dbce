package auditor

import (
	"html/template"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// tally counts the windows of a control, of which each stands for one occurrence. What acts on events is not counted: one
// population stands for all of them.
type tally struct{ Missing, Evidenced, None, NotDue int }

func (v view) tally(c *program.Control) tally {
	windowed := map[string]bool{}
	for _, f := range c.Frequency {
		windowed[f] = len(trace.Windows(v.Period, f)) > 0
	}
	var t tally
	for _, o := range v.occurrences(c) {
		if !windowed[o.Frequency] {
			continue
		}
		switch o.State {
		case trace.Missing:
			t.Missing++
		case trace.Evidenced:
			t.Evidenced++
		case trace.DidNotOccur:
			t.None++
		default:
			t.NotDue++
		}
	}
	return t
}

// Counted reports whether there is a window at all.
func (t tally) Counted() bool { return t != tally{} }

// controlRow is a control in the index.
type controlRow struct {
	Control   link
	Owner     link
	Frequency []string
	Criteria  []link
	Tally     tally
	Evidence  int
	State     state
}

func (v view) controlRow(c *program.Control) controlRow {
	row := controlRow{Control: v.record(c), Owner: v.owner(c.Owner), Criteria: v.criteriaOf(c.Criteria), Evidence: len(v.evidenceOf[c]),
		Tally: v.tally(c), State: v.controlState(c)}
	for _, f := range c.Frequency {
		row.Frequency = append(row.Frequency, v.chosen(f))
	}
	return row
}

// controlPage is one control.
type controlPage struct {
	heading
	State       state
	Statement   []text
	Facts       []fact
	Criteria    []link
	Policies    []link
	Occurrences []occurrence
	Evidence    []evidenceRow
	Mentions    []link
}

// occurrence is one time that a control was to be carried out.
type occurrence struct {
	Frequency string
	Window    days
	State     state
	Reason    string // that a waiver gives for a missing one
	Evidence  []evidenceRow
}

func (w *writer) control(c *program.Control) func(view) any {
	return func(v view) any {
		out := controlPage{heading: v.heading(c), State: v.controlState(c), Statement: v.body(c, ""),
			Facts: v.facts(c, "", "criteria", "policies"), Criteria: v.criteriaOf(c.Criteria), Policies: v.policies(c),
			Mentions: v.mentions(v.Uses[c], "evidence")}
		for _, o := range v.occurrences(c) {
			one := occurrence{Frequency: v.chosen(o.Frequency), Window: daysOf(o.Window), State: v.occurrenceState(o.State)}
			if o.State == trace.Missing {
				one.Reason = v.reason(c, o)
				out.Missing = append(out.Missing, missed{one.Frequency, one.Window, one.Reason})
			}
			one.Evidence = v.evidenceRows(o.Evidence)
			out.Occurrences = append(out.Occurrences, one)
		}
		out.Evidence = v.evidenceRows(v.evidenceOf[c])
		return out
	}
}

// policies returns the ways to the policies that a control carries out, to the section where one is named.
func (v view) policies(c *program.Control) []link {
	var out []link
	for _, ref := range c.Policies {
		if ref.To == nil {
			out = append(out, link{Title: ref.ID})
			continue
		}
		to := v.record(ref.To)
		if h, ok := ref.To.Body.Heading(ref.Anchor); ok && h.Slug != "" {
			to.Href = v.root + v.records[ref.To].href(h.Slug)
			to.Title += ", " + h.Text
		}
		out = append(out, to)
	}
	return out
}

// controlEvidence is a control with what shows it, so that evidence is one click from the criterion.
type controlEvidence struct {
	Control  link
	Lead     template.HTML
	State    state
	Missing  []missed
	Evidence []evidenceRow
}

func (v view) controlEvidence(controls []*program.Control) []controlEvidence {
	var out []controlEvidence
	for _, c := range controls {
		one := controlEvidence{Control: v.record(c), Lead: v.prose(c.Description, ""), State: v.controlState(c), Evidence: v.evidenceRows(v.evidenceOf[c])}
		for _, o := range v.occurrences(c) {
			if o.State == trace.Missing {
				one.Missing = append(one.Missing, missed{v.chosen(o.Frequency), daysOf(o.Window), v.reason(c, o)})
			}
		}
		out = append(out, one)
	}
	return out
}
