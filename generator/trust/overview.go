package trust

// overviewData is the first page: what is in scope, attested by whom and until when, and the ways to everything else.
type overviewData struct {
	Organization, Service, Summary, SummaryLang string
	Country                                     string
	Reports                                     []report
	ReportsHref                                 string
	Commitments                                 []statement
	Groups                                      []group
	Contacts                                    []way
}

// group is the pages about one side of the service.
type group struct {
	Title string
	Parts []part
}

// part is a page, as the overview offers it.
type part struct {
	Title, About, Href string
}

func overview(s *sheet) any {
	out := overviewData{Organization: s.Organization.Name, Service: s.Service.Name, Summary: s.Service.Summary, SummaryLang: s.Service.Lang,
		Country: s.country(s.Organization.Country), Contacts: s.ways(), ReportsHref: s.href(reportsPath, "")}
	for i := range s.Reports {
		out.Reports = append(out.Reports, s.report(&s.Reports[i], i))
	}
	out.Commitments = s.statements(s.Commitments, "commitments")
	for _, name := range groups {
		if parts := s.parts(name); len(parts) > 0 {
			out.Groups = append(out.Groups, group{s.say("group-" + name), parts})
		}
	}
	return out
}

// parts returns the pages of a group.
func (s *sheet) parts(group string) []part {
	var out []part
	for _, p := range s.pages {
		if p.group == group {
			out = append(out, part{s.say("trust-" + p.name), s.say("trust-about-" + p.name), s.href(p.path, "")})
		}
	}
	return out
}
