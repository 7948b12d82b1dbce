package auditor

import (
	"html/template"
	"slices"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// tally counts the windows of a control, of which each stands for one occurrence. What acts on events is not counted: one
// population stands for all of them; nor is the date of a Type 1, at which nothing occurs.
type tally struct{ Missing, Evidenced, None, NotDue int }

func (v view) tally(c *program.Control) tally {
	var t tally
	for _, o := range v.occurrences(c) {
		if o.Frequency == "" || o.Listed() {
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

// controlPage is one control.
type controlPage struct {
	heading
	State       state
	Tally       tally  // of its windows
	Deficient   []link // what management recorded against it
	Admitted    []link // what it states of it beside that
	Statement   []text
	Amended     *amended // nil: no period is examined
	Block       []fact   // who carries it out, how often, in what
	Occurrences []occurrence
	Evidence    []evidenceRow
	Policies    []link
	Criteria    []link
	Risks       []link
	Commitments []link
	Facts       []fact // what else is recorded
	Mentions    []link
}

// carriedOut are the fields that say who carries a control out, how often and in what.
var carriedOut = []string{"owner", "status", "frequency", "type", "mode", "systems"}

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
		out := controlPage{heading: v.heading(c), State: v.controlState(c), Tally: v.tally(c), Statement: v.body(c, ""), Amended: v.amended(c), Block: v.only(c, carriedOut...),
			Facts:    v.facts(c, "", slices.Concat(carriedOut, []string{"criteria", "policies", "risks", "commitments"})...),
			Criteria: v.criteriaOf(c.Criteria), Policies: v.policies(c), Risks: linksTo(v, c.Risks), Commitments: linksTo(v, c.Commitments),
			Evidence: v.evidenceRows(v.evidenceOf[c]), Deficient: v.deficient(c), Admitted: v.admitted(c),
			Mentions: v.mentions(v.Uses[c], "evidence", "deficiency")}
		out.Missing = v.missedOf(c)
		for _, o := range v.occurrences(c) {
			one := occurrence{Frequency: v.chosen(o.Frequency), Window: daysOf(o.Window), State: v.occurrenceState(o.State)}
			if o.State == trace.Missing {
				one.Reason = v.reason(c, o)
			}
			one.Evidence = v.evidenceRows(o.Evidence)
			out.Occurrences = append(out.Occurrences, one)
		}
		return out
	}
}

// deficient returns the ways to what management recorded against a control.
func (v view) deficient(c *program.Control) []link {
	return v.users(v.Uses[c], func(kind string) bool { return kind == "deficiency" })
}

// admitted returns the ways to what management states of the design and the operation of controls, where it names this one.
func (v view) admitted(c *program.Control) []link {
	uses := slices.DeleteFunc(slices.Clone(v.Uses[c]), func(u trace.Use) bool {
		s, ok := u.From.(*program.Statement)
		return !ok || s.About != trace.Design && s.About != trace.Operation
	})
	return v.users(uses, func(string) bool { return true })
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

// controlEvidence is a control with who answers for it, how often it is carried out and what shows it, so that evidence is one click from the
// criterion.
type controlEvidence struct {
	Control   link
	Lead      template.HTML
	State     state
	Tally     tally // of its windows
	Block     []fact
	Deficient []link // what management recorded against it
	Admitted  []link // what it states of it beside that
	Missing   []missed
	Evidence  []evidenceRow
}

func (v view) controlEvidence(controls []*program.Control) []controlEvidence {
	var out []controlEvidence
	for _, c := range controls {
		out = append(out, controlEvidence{Control: v.record(c), Lead: v.prose(c.Description, ""), State: v.controlState(c), Tally: v.tally(c),
			Block: v.recorded(c, "owner", "frequency"), Deficient: v.deficient(c), Admitted: v.admitted(c), Missing: v.missedOf(c),
			Evidence: v.evidenceRows(v.evidenceOf[c])})
	}
	return out
}
