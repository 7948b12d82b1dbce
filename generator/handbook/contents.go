package handbook

import "slices"

// contentsData is the first page.
type contentsData struct {
	Name      string
	Service   string
	Summary   string
	AsOf      string
	Commit    string
	Period    string
	Audited   bool
	Today     bool      // it is the content as it stands
	Versions  string    // the way to the list of versions, or ""
	Stage     string    // a key
	Gaps      []counted // by the name of their rule
	GapsHref  string
	Waived    named // how many a waiver accepts, and the way to them; without Title there are none
	Tally     tally
	Coverage  named
	Calendar  string // the way there, or ""
	Occurred  tally
	Parts     []counted
	Approvals string // the way to how the policies stand, or ""
	InForce   string
	Stands    tally
	Policies  *listData // unless there are too many for a first page
}

// firstPagePolicies is the number of policies up to which the first page lists them.
const firstPagePolicies = 60

func contentsPage(s *sheet) face {
	site := s.staff.Site()
	out := contentsData{Name: site.Organization.Name, Service: site.Service.Name, Summary: site.Service.Summary, AsOf: s.staff.AsOf(),
		Commit: s.staff.Commit(), Audited: s.staff.Audited(), GapsHref: s.href(gapsPath, ""), Gaps: s.gapsByRule(), Tally: s.tally(),
		Coverage: named{Title: s.say(s.coverageWord()), Href: s.href(coveragePath, "")}}
	out.Today = s.today()
	if volumes := s.library.shelf.volumes; len(volumes) > 1 {
		out.Versions = s.across(volumes[0], versionsPath)
	}
	if audit := site.Audit; audit != nil {
		out.Period, out.Stage = s.period(s.staff.Period()), "stage-"+audit.Stage
	}
	if n := s.waived(); n > 0 {
		out.Waived = named{Title: s.say("gaps-waived", n), Href: s.href(gapsPath, "tp.waived")}
	}
	if s.dated() {
		out.Calendar, out.Occurred = s.href(calendarPath, ""), s.occurred()
	}
	if s.governs() {
		out.Approvals, out.InForce, out.Stands = s.href(approvalsPath, ""), s.href(inForcePath, ""), s.stands()
	}
	for _, p := range s.parts {
		out.Parts = append(out.Parts, counted{"kinds-" + p.Kind.Name, len(p.Records), s.href(p.Kind.Folder+"/index.html", "")})
		if p.Kind.Name == "policy" && len(p.Records) <= firstPagePolicies {
			list := s.list(p)
			out.Policies = &list
		}
	}
	return face{"contents", s.say("contents"), "index.html", out}
}

// waived counts what stands against the site and is accepted.
func (s *sheet) waived() int {
	n := 0
	for _, g := range s.gaps() {
		if g.Waived {
			n++
		}
	}
	return n
}

// gapsByRule counts what stands against the site, rule by rule.
func (s *sheet) gapsByRule() []counted {
	var out []counted
	for _, g := range s.gaps() {
		if g.Waived {
			continue
		}
		title := s.ruleTitle(g.Rule)
		i := slices.IndexFunc(out, func(c counted) bool { return c.Key == title })
		if i < 0 {
			i = len(out)
			out = append(out, counted{Key: title, Href: s.href(gapsPath, gapAnchor(g.Rule))})
		}
		out[i].Count++
	}
	slices.SortStableFunc(out, func(a, b counted) int { return b.Count - a.Count })
	return out
}
