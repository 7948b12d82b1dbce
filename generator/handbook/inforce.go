package handbook

import (
	"html/template"

	"trustpress/generator/program"
)

// inForceData is the page of which text of each policy held when.
type inForceData struct {
	Period    string // that is looked at
	Audited   bool   // it is that of the audit
	Gaps      []without
	Picture   template.HTML
	Legend    []meant
	Months    []month
	Matrix    []monthRow
	Blank     bool // there was no such policy on some of these days
	Policies  []reign
	Gone      []goneRow
	Withheld  []string
	Approvals string
}

// without is a policy and the days of the period on which no approved text of it was in force.
type without struct {
	Policy  template.HTML
	Periods []string
}

// reign is a policy with the texts that were in force, the newest first.
type reign struct {
	Policy template.HTML
	Held   []held
}

// span returns the period that is looked at: that of the audit as far as it has passed, or the twelve months before today.
func (s *sheet) span() program.Period {
	today := s.staff.Day()
	p := s.staff.Period()
	if p.Days() < shortest || p.IsZero() || today.Before(p.From) {
		return program.Period{From: today.AddMonths(-12).AddDays(1), To: today}
	}
	return p
}

// shortest is the number of days from which a period of an audit is worth a picture of its own.
const shortest = 60

// elapsed returns the part of the period that has passed.
func (s *sheet) elapsed() program.Period { return s.span().UpTo(s.staff.Day()) }

func inForcePage(s *sheet) face {
	out := inForceData{Period: s.period(s.span()), Audited: s.span() == s.staff.Period(), Withheld: s.staff.Withheld("policy"),
		Picture: s.reigns(), Legend: legend(reignStates), Months: s.monthHeads(), Gone: s.gone(), Approvals: s.href(approvalsPath, "")}
	for _, p := range s.policies() {
		name := s.name(p, "").HTML()
		out.Policies = append(out.Policies, reign{name, s.held(p)})
		row := s.monthRow(p)
		out.Matrix, out.Blank = append(out.Matrix, row), out.Blank || row.blank()
		if gaps := s.without(p); len(gaps) > 0 {
			row := without{Policy: name}
			for _, g := range gaps {
				row.Periods = append(row.Periods, s.period(g))
			}
			out.Gaps = append(out.Gaps, row)
		}
	}
	return face{"in-force", s.say("policies-in-force"), approvalsPath, out}
}

// without returns the days of the period that have passed and on which no approved text of a policy was in force.
func (s *sheet) without(p *program.Policy) []program.Period { return s.staff.Without(p, s.elapsed()) }
