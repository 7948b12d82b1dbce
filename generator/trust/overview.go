package trust

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
		Country: s.country(s.Organization.Country), Contacts: s.ways(), ReportsHref: s.href(reportsPath, "")}
	for i := range s.Reports {
		out.Reports = append(out.Reports, s.report(&s.Reports[i], i))
	}
	out.Commitments = s.statements(s.Commitments, "commitments")
	for _, p := range s.pages {
		if p.path == s.page.path || p.name == "contact" { // which stands here whole
			continue
		}
		one := part{Title: s.say("trust-" + p.name), About: s.say("trust-about-" + p.name), Href: s.href(p.path, "")}
		if p.counted {
			one.Count = p.facts(s.Public)
		}
		out.Parts = append(out.Parts, one)
	}
	return out
}
