package auditor

import (
	"cmp"
	"slices"

	"trustpress/generator/check"
	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// missing is what the bundle does not have. It is the first thing that a reader sees.
type missing struct {
	Counts    []count
	Any       bool
	Windows   []missedControl
	Gaps      []gapGroup
	Waivers   []waiver
	Elsewhere []elsewhere
}

// count is how many of one sort are missing.
type count struct {
	Text, Href string
	Count      int
}

// gapGroup is the findings of one rule.
type gapGroup struct {
	Rule, Says string
	Gaps       []gap
}

// gap is one finding.
type gap struct {
	Record  link
	Message string
	Place   string // in the content
}

// missedControl is a control with occurrences that were due and that nothing shows.
type missedControl struct {
	Control link
	Windows []missed
}

type missed struct {
	Frequency string
	Window    days
	Reason    string // that a waiver gives, or ""
}

// waiver is one finding that a person accepted for a time.
type waiver struct {
	Rule    string
	Record  link
	Message string
	Reason  string
	Owner   link
	Expires string
	Place   string
}

// elsewhere is evidence whose bytes are not in the bundle.
type elsewhere struct {
	Evidence link
	Controls []link
	Where    value
	Why      string
}

func (v view) missing() missing {
	m := missing{Gaps: v.gaps(v.Report.Findings), Windows: v.missed(), Waivers: v.waivers(), Elsewhere: v.elsewhere()}
	gaps, windows := 0, 0
	for _, g := range m.Gaps {
		gaps += len(g.Gaps)
	}
	for _, c := range m.Windows {
		windows += len(c.Windows)
	}
	m.Counts = []count{{v.text("auditor-windows"), "#tp.windows", windows}, {v.text("gaps"), "#tp.gaps", gaps},
		{v.text("auditor-waivers"), "#tp.waivers", len(m.Waivers)}, {v.text("auditor-elsewhere"), "#tp.elsewhere", len(m.Elsewhere)},
		{v.text("auditor-deficiencies"), v.registerOf("deficiency"), len(v.Program.Deficiencies)}, {v.text("auditor-late"), v.root + requestsPage, v.late()},
		{v.text("auditor-unprepared"), v.root + readinessPage + "#tp.lacking", v.unprepared()}}
	m.Any = slices.ContainsFunc(m.Counts, func(c count) bool { return c.Count > 0 })
	return m
}

// late counts the requests that the service auditor should have had an answer to.
func (v view) late() int {
	n := 0
	for _, r := range v.Program.Requests {
		if r.Late(v.AsOf) {
			n++
		}
	}
	return n
}

// gaps groups findings by rule: coverage and evidence first, which an auditor asks for first. Windows without evidence have a
// table of their own.
func (v view) gaps(findings []diag.Finding) []gapGroup {
	groups := map[string]*gapGroup{}
	var rules []*check.Rule
	for _, f := range findings {
		if f.Rule == missingOccurrence {
			continue
		}
		g := groups[f.Rule]
		if g == nil {
			r := check.Find(f.Rule)
			g = &gapGroup{Rule: r.Name, Says: r.Says}
			groups[f.Rule] = g
			rules = append(rules, r)
		}
		g.Gaps = append(g.Gaps, v.gap(f))
	}
	slices.SortFunc(rules, func(a, b *check.Rule) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Code, b.Code)) })
	out := make([]gapGroup, len(rules))
	for i, r := range rules {
		out[i] = *groups[r.Name]
	}
	return out
}

// rank orders the rules: coverage (3), evidence (4), and then as their stages are numbered.
func rank(r *check.Rule) int {
	stage := int(r.Code[len("TP")] - '0')
	switch stage {
	case 3, 4:
		return stage
	}
	return stage + 10
}

func (v view) gap(f diag.Finding) gap {
	return gap{Record: v.about(f), Message: f.Message, Place: spot(f.Span)}
}

// about returns the way to the record or the criterion that a finding is about.
func (v view) about(f diag.Finding) link {
	if rec := v.Record(f.Record); rec != nil {
		return v.record(rec)
	}
	if c := v.uncovered(f); c != nil {
		return v.criterionLink(c)
	}
	return link{Title: cmp.Or(f.Record, f.File)}
}

// uncovered returns the criterion that a finding is about, or nil: one that is about a record says a window of it in that place.
func (w *writer) uncovered(f diag.Finding) *criteria.Criterion {
	if f.Record != "" {
		return nil
	}
	return w.Catalogues.Find(f.At).Criterion
}

func spot(at diag.Span) string {
	switch {
	case at.File == "":
		return ""
	case at.Line == 0:
		return at.File
	}
	return at.File + ":" + itoa(at.Line)
}

func (v view) missed() []missedControl {
	var out []missedControl
	for _, c := range v.Program.Controls {
		if windows := v.missedOf(c); len(windows) > 0 {
			out = append(out, missedControl{v.record(c), windows})
		}
	}
	return out
}

// missedOf returns the occurrences of a control that were due and that nothing shows.
func (v view) missedOf(c *program.Control) []missed {
	var out []missed
	for _, o := range v.occurrences(c) {
		if o.State == trace.Missing {
			out = append(out, missed{v.chosen(o.Frequency), daysOf(o.Window), v.reason(c, o)})
		}
	}
	return out
}

// reason returns why a missing occurrence is accepted, by whom and until when, or "".
func (v view) reason(c *program.Control, o trace.Occurrence) string {
	waiver, is := v.Accepted(c, o.Window.From)
	if !is {
		return ""
	}
	return v.text("auditor-accepted-by", waiver.Reason, v.personNamed(waiver.Owner).Title, waiver.Expires)
}

func (v view) waivers() []waiver {
	out := make([]waiver, len(v.Report.Waived))
	for i, f := range v.Report.Waived {
		out[i] = waiver{Rule: f.Rule, Record: v.about(f.Finding), Message: f.Message, Reason: f.Reason,
			Owner: v.personNamed(f.Owner), Expires: f.Expires, Place: f.Waiver}
	}
	return out
}

// personNamed returns the way to the person of an id, or what was written.
func (v view) personNamed(id string) link {
	if p, ok := v.Record(id).(*program.Person); ok {
		return v.record(p)
	}
	return link{Title: id}
}

func (v view) elsewhere() []elsewhere {
	var out []elsewhere
	for _, e := range v.Program.Evidence {
		if held := v.held(e); held != "" && !v.isKept(e) {
			out = append(out, elsewhere{Evidence: v.record(e), Controls: linksTo(v, e.Controls), Where: address(e.Source.Text), Why: held})
		}
	}
	return out
}

// held says why the bytes of a piece of evidence are not in the bundle, or "" if they are, or if the record is all that there is.
func (w *writer) held(e *program.Evidence) string {
	switch {
	case w.raw[e] != nil:
		return ""
	case w.isKept(e):
		return w.keptIn(w.kept[e])
	case e.IsURL():
		return w.text("auditor-held-url")
	case w.Files[e].Pointer:
		return w.text("auditor-held-pointer")
	case e.HasFile():
		return w.text("auditor-held-file")
	case e.Kind == "nil" || e.Kind == "attestation":
		return ""
	}
	return w.text("auditor-no-source")
}
