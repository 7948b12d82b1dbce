package audience

import (
	"slices"
	"sync"

	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Staff is the handbook's reader: public and internal records whole, of a confidential one its id and a coverage state.
type Staff struct {
	edition *Edition

	unveil sync.Once
	veiled map[string]bool // the names of commits that were at work on what staff may not read
}

// ForStaff makes the projection for the company's own people.
func ForStaff(e *Edition) *Staff { return &Staff{edition: e} }

// Site returns the settings of the site.
func (s *Staff) Site() *config.Site { return s.edition.Site }

// Brand returns how the company shows itself.
func (s *Staff) Brand() Brand { return s.edition.Brand }

// AsOf returns the day that the edition speaks of, as ISO 8601.
func (s *Staff) AsOf() string { return s.edition.AsOf.String() }

// Day returns the day that the edition speaks of.
func (s *Staff) Day() node.Day { return s.edition.AsOf }

// Commit returns the commit of the content, or "".
func (s *Staff) Commit() string { return s.edition.Commit }

// Version returns the released version of the handbook that the edition is of, or nil if it is the content as it stands.
func (s *Staff) Version() *trace.Version { return s.edition.Version }

// Versions returns the versions that were released before, the oldest first.
func (s *Staff) Versions() []*trace.Version { return s.edition.Past.Versions }

// Outlines returns the records that staff may read, in short.
func (s *Staff) Outlines() []program.Outline {
	return slices.DeleteFunc(s.edition.Program.Outlines(), func(o program.Outline) bool { return o.Confidential })
}

// Texts returns what a record is and what it was in each version that has it, the newest first.
func (s *Staff) Texts(rec program.Any) []trace.Text { return s.edition.Texts(rec) }

// Approved returns what is known of the approvals of a policy.
func (s *Staff) Approved(p *program.Policy) *trace.Approved { return s.edition.Approved[p] }

// Without returns the days of a period on which no approved text of a policy was in force.
func (s *Staff) Without(p *program.Policy, within program.Period) []program.Period {
	return s.edition.Without(p, within)
}

// Gone returns the policies that today's handbook does not have and an older version does, as far as staff may read them there.
func (s *Staff) Gone() []trace.Gone {
	return slices.DeleteFunc(s.edition.Gone(), func(g trace.Gone) bool { return g.Confidential })
}

// Withheld returns the ids of the records of a kind that staff may not read.
func (s *Staff) Withheld(kind string) []string {
	var out []string
	for _, rec := range s.edition.Program.Records() {
		if rec.Base().Kind.Name == kind && rec.Base().ID != "" && !s.Sees(rec) {
			out = append(out, rec.Base().ID)
		}
	}
	return out
}

// WithheldApprovals names the records of approvals that staff may not read.
func (s *Staff) WithheldApprovals() []string {
	var out []string
	for _, a := range s.edition.Program.Approvals {
		if !s.Sees(a) {
			out = append(out, a.SHA256+" "+a.On.String())
		}
	}
	return out
}

// Sees reports whether staff may read a record.
func (s *Staff) Sees(rec program.Any) bool { return rec != nil && !rec.Base().IsConfidential() }

// Records returns the records of a kind that staff may read.
func (s *Staff) Records(kind string) []program.Any {
	var out []program.Any
	for _, rec := range s.edition.Program.Records() {
		if rec.Base().Kind.Name == kind && s.Sees(rec) {
			out = append(out, rec)
		}
	}
	return out
}

// Uses returns the references to a record that stand in records that staff may read.
func (s *Staff) Uses(rec program.Any) []trace.Use { return s.seen(s.edition.Uses[rec]) }

// CriterionUses returns the references to a criterion that stand in records that staff may read.
func (s *Staff) CriterionUses(c *criteria.Criterion) []trace.Use {
	return s.seen(s.edition.Criteria[c])
}

func (s *Staff) seen(uses []trace.Use) []trace.Use {
	var out []trace.Use
	for _, u := range uses {
		_, person := u.From.(*program.Person) // of whom staff see name and role, and no text
		if s.Sees(u.From) && !person {
			out = append(out, u)
		}
	}
	return out
}

// Audited reports whether there is an audit, without which nothing is said of coverage and occurrences.
func (s *Staff) Audited() bool { return s.edition.Site.Audit != nil }

// Period returns the period that evidence is held against.
func (s *Staff) Period() program.Period { return s.edition.Period }

// Criteria returns the criteria that have a page, in catalogue order: those in scope, and those that something staff may read
// refers to.
func (s *Staff) Criteria() []*criteria.Criterion {
	return s.edition.cited(func(c *criteria.Criterion) bool { return len(s.CriterionUses(c)) > 0 })
}

// Coverage returns what covers a criterion, as far as staff may see it, or nil if the criterion is not in scope.
func (s *Staff) Coverage(c *criteria.Criterion) *trace.Coverage {
	whole := s.edition.Coverage[c]
	if whole == nil {
		return nil
	}
	out := &trace.Coverage{Criterion: c, Reason: whole.Reason}
	for _, control := range whole.Controls {
		if s.Sees(control) {
			out.Controls = append(out.Controls, control)
		}
	}
	for _, carve := range whole.CarveOuts {
		if s.Sees(carve.Vendor) {
			out.CarveOuts = append(out.CarveOuts, carve)
		}
	}
	return out
}

// Met reports whether a criterion in scope is covered or does not apply, be it by a record that staff may not read.
func (s *Staff) Met(c *criteria.Criterion) bool {
	whole := s.edition.Coverage[c]
	return whole != nil && whole.Met()
}

// Catalogues returns the catalogues of criteria that the site knows.
func (s *Staff) Catalogues() *criteria.Set { return s.edition.Catalogues }

// Restricted reports whether only confidential controls cover a criterion. Which those are is theirs: of a confidential record staff
// know the id and the state, and not what it is mapped to.
func (s *Staff) Restricted(c *criteria.Criterion) bool {
	whole := s.edition.Coverage[c]
	return whole != nil && len(whole.Controls) > 0 && !slices.ContainsFunc(whole.Controls, func(c *program.Control) bool { return s.Sees(c) })
}

// Listed is a control as staff see it: whole, or by its id and state alone.
type Listed struct {
	Control *program.Control // nil if staff may not read it
	ID      string
	State   string // evidenced, missing, did not occur
}

// Controls returns the controls that are carried out, in the order of the records.
func (s *Staff) Controls() []Listed {
	var out []Listed
	for _, c := range s.edition.Program.Controls {
		if c.Retired() {
			continue
		}
		l := Listed{ID: c.ID, State: s.State(c)}
		if s.Sees(c) {
			l.Control = c
		}
		out = append(out, l)
	}
	return out
}

// State returns what is known of a control's occurrences: evidenced, missing, did not occur, not yet due.
func (s *Staff) State(c *program.Control) string { return s.edition.state(c) }

// Occurrences returns when a control was to be carried out and what is known of each time, without the evidence.
func (s *Staff) Occurrences(c *program.Control) []trace.Occurrence {
	schedule := s.edition.Schedules[c]
	if schedule == nil {
		return nil
	}
	out := make([]trace.Occurrence, len(schedule.Occurrences))
	for i, o := range schedule.Occurrences {
		out[i] = trace.Occurrence{Window: o.Window, Frequency: o.Frequency, State: o.State}
	}
	return out
}
