package handbook

import (
	"html/template"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// covered says what meets a criterion, as far as staff may see it.
type covered struct {
	ID, Title  string
	Name       template.HTML
	State      template.HTML // "" if the criterion is not in scope
	Gap        bool
	Controls   []controlled
	Restricted bool // nothing covers it but controls that staff may not read
	CarveOuts  []carveOut
	Reason     string // why it does not apply
}

// controlled is a control with what is known of its occurrences.
type controlled struct {
	Name    template.HTML
	Owner   template.HTML
	State   template.HTML
	Missing string // how many of its times are
}

// carveOut is a subservice organization that carries out what we expect of it, and our controls that watch it.
type carveOut struct {
	Vendor    template.HTML
	Text      template.HTML
	Monitored []template.HTML
}

func (s *sheet) covered(c *criteria.Criterion) covered {
	name, state := s.criterion(c), s.coverageState(c)
	out := covered{ID: name.ID, Title: name.Title, Name: name.HTML(), State: s.state(state), Gap: state == "state-gap"}
	whole := s.staff.Coverage(c)
	if whole == nil {
		return out
	}
	out.Reason = whole.Reason
	out.Restricted = s.staff.Restricted(c)
	for _, ctl := range whole.Controls {
		out.Controls = append(out.Controls, s.controlled(ctl))
	}
	for _, carve := range whole.CarveOuts {
		out.CarveOuts = append(out.CarveOuts, s.carveOut(carve))
	}
	return out
}

func (s *sheet) controlled(c *program.Control) controlled {
	out := controlled{Name: s.name(c, "").HTML(), Owner: s.absent(), State: s.state(stateWord(s.staff.State(c)))}
	if c.Owner.To != nil {
		out.Owner = s.name(c.Owner.To, "").HTML()
	}
	all, missing := s.staff.Occurrences(c), 0
	for _, o := range all {
		if o.State == trace.Missing {
			missing++
		}
	}
	if missing > 0 && len(all) > 1 {
		out.Missing = s.say("n-of-m", missing, len(all))
	}
	return out
}

func (s *sheet) carveOut(c trace.CarveOut) carveOut {
	out := carveOut{Vendor: s.name(c.Vendor, "").HTML(), Text: s.readable(c.CSOC.Text)}
	for _, ref := range c.Vendor.Subservice.MonitoredBy {
		if ref.To != nil && !ref.To.Retired() {
			out.Monitored = append(out.Monitored, s.name(ref.To, "").HTML())
		}
	}
	return out
}

// coverageState returns the key of the word for what is known of a criterion: not applicable, mapped, carved out, gap. Mapped is
// no judgement of whether it is enough.
func (b *book) coverageState(c *criteria.Criterion) string {
	whole := b.staff.Coverage(c)
	switch {
	case whole == nil:
		return ""
	case whole.Reason != "":
		return "state-not-applicable"
	case len(whole.Controls) > 0 || b.staff.Restricted(c):
		return "state-mapped"
	case b.staff.Met(c):
		return "state-carved-out"
	}
	return "state-gap"
}

// criterionData is the page of a criterion.
type criterionData struct {
	covered
	Framework, Edition, Note string
	Group                    string
	Summary                  string
	Audited                  bool
	Part                     template.HTML   // the criterion that it is a part of
	Sections                 []template.HTML // rows of a table
	Used                     []template.HTML
	Pairs                    []template.HTML
	PairsNote                string
}

func criterionPage(c *criteria.Criterion) func(*sheet) face {
	return func(s *sheet) face {
		out := criterionData{covered: s.covered(c), Framework: c.Framework.Name.In(s.lang), Edition: c.Framework.Edition,
			Note: c.Framework.Note.In(s.lang), Summary: c.Summary.In(s.lang), Audited: s.staff.Audited()}
		if c.Group != nil {
			out.Group = c.Group.ID + " " + c.Group.Title.In(s.lang)
		}
		if c.Parent != nil {
			out.Part = s.criterion(c.Parent).HTML()
		}
		out.Sections = s.sections(c)
		out.Used = s.uses(s.staff.CriterionUses(c), nil, s.told(c))
		out.pair(s, c)
		return face{"criterion", out.ID + " " + out.Title, coveragePath, out}
	}
}

// told returns the records that a criterion's page lists in a place of their own: the controls that are mapped to it, and the
// documents that name it.
func (s *sheet) told(c *criteria.Criterion) map[program.Any]bool {
	out := map[program.Any]bool{}
	for _, u := range s.staff.CriterionUses(c) {
		out[u.From] = governed(u.From)
	}
	if whole := s.staff.Coverage(c); whole != nil {
		for _, ctl := range whole.Controls {
			out[ctl] = true
		}
	}
	return out
}

func (d *criterionData) pair(s *sheet, c *criteria.Criterion) {
	set := s.staff.Catalogues()
	for _, other := range set.Pairs(c) {
		d.Pairs = append(d.Pairs, s.criterion(other).HTML())
	}
	_, note := set.AboutPairs()
	d.PairsNote = note.In(s.lang)
}
