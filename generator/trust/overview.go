package trust

import "trustpress/generator/audience"

// overviewData is the first page: what is in scope, attested by whom and until when, and the ways to everything else.
type overviewData struct {
	Organization, Service, Summary, SummaryLang string
	Country                                     string
	Reports                                     []report
	ReportsHref                                 string
	Commitments                                 []statement
	Parts                                       []part
	Contacts                                    []way
}

// part is a page, as the overview offers it.
type part struct {
	Title, About, Href string
	Count              int // of what stands on it, if that can be counted
}

func overview(s *sheet) any {
	out := overviewData{Organization: s.Organization.Name, Service: s.Service.Name, Summary: s.Service.Summary, SummaryLang: s.Service.Lang,
		Country: s.country(s.Organization.Country), Contacts: s.contacts(), ReportsHref: s.href(reportsPath, "")}
	for i := range s.Reports {
		out.Reports = append(out.Reports, s.report(&s.Reports[i], i))
	}
	out.Commitments = s.statements(s.Commitments, "commitments")
	for _, p := range s.pages {
		if p.path != s.page.path {
			out.Parts = append(out.Parts, part{s.say("trust-" + p.name), s.say("trust-about-" + p.name), s.href(p.path, ""), count(p.name, s.Public)})
		}
	}
	return out
}

// count returns how many facts of its own a page has, or 0 where a number says nothing.
func count(name string, p *audience.Public) int {
	return map[string]int{"reports": len(p.Reports), "controls": len(p.Controls), "policies": len(p.Policies),
		"customers": len(p.CUECs) + len(p.Responsibilities), "subprocessors": len(p.Subprocessors)}[name]
}
