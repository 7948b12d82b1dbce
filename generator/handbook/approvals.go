package handbook

import (
	"cmp"
	"html/template"
	"slices"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// approvalsData is the page of how the policies stand: what is approved, what was changed since, what never was.
type approvalsData struct {
	Tally    tally
	Rows     []approvalsRow
	Withheld []string // the ids of policies that staff may not read
	InForce  string   // the way to what was in force when
	Versions string   // the way to the versions of the handbook, or ""
}

// approvalsRow is how one policy stands.
type approvalsRow struct {
	Policy  template.HTML
	Version string
	Status  template.HTML // where it is not to be in force
	standing
	Review template.HTML

	rank int // by how much it needs somebody
}

// governing reports whether the book tells of approvals over all policies: today's does, if it has some.
func (b *book) governing() bool {
	return b.today() && (len(b.policies()) > 0 || len(b.staff.Withheld("policy")) > 0)
}

// policies returns the policies that have a page.
func (b *book) policies() []*program.Policy {
	var out []*program.Policy
	for _, part := range b.parts {
		for _, rec := range part.Records {
			if p, ok := rec.(*program.Policy); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

func approvalsPage(s *sheet) face {
	out := approvalsData{Tally: s.stands(), Withheld: s.staff.Withheld("policy"), InForce: s.href(inForcePath, "")}
	if len(s.library.shelf.volumes) > 1 {
		out.Versions = s.href(versionsPath, "")
	}
	for _, p := range s.policies() {
		out.Rows = append(out.Rows, s.approvalsRow(p))
	}
	slices.SortStableFunc(out.Rows, func(a, b approvalsRow) int { return cmp.Compare(a.rank, b.rank) })
	return face{"approvals", s.say("approvals"), approvalsPath, out}
}

func (s *sheet) approvalsRow(p *program.Policy) approvalsRow {
	out := approvalsRow{Policy: s.name(p, "").HTML(), Version: p.Version, standing: s.standing(p), Review: s.nextReview(p), rank: s.rank(p)}
	if !p.Retired() && p.Tentative() {
		out.Status = s.facts(p, "status")[0].HTML
	}
	return out
}

// rank orders policies: first what was changed since its approval, what never was approved, and what is only claimed to be; then what is
// to be reviewed, and what nothing ties to the person; at the end what is still being written, and what is retired.
func (s *sheet) rank(p *program.Policy) int {
	key := standingKey(s.staff.Approved(p).State)
	last := s.staff.Approved(p).Last()
	switch i := slices.Index(standings, key); {
	case p.Retired():
		return len(standings) + 4
	case key == "state-never" && p.Tentative():
		return len(standings) + 3
	case key != "state-approved":
		return i
	case p.Overdue(s.staff.Day()):
		return len(standings)
	case last.How == trace.WrongSignature:
		return i
	case !last.Attributed():
		return len(standings) + 1
	}
	return len(standings) + 2
}

// stands counts the policies by how they stand.
func (s *sheet) stands() tally {
	out := tally{Of: "policies-counted"}
	n := map[string]int{}
	for _, p := range s.policies() {
		if !p.Retired() {
			n[standingKey(s.staff.Approved(p).State)]++
			out.Total++
		}
	}
	for _, key := range standings {
		if n[key] > 0 || key != "state-unread" {
			out.By = append(out.By, counted{Key: key, Count: n[key]})
		}
	}
	slices.Reverse(out.By)
	return out
}
