package trust

import (
	"trustpress/generator/audience"
)

// topicData is a page about one matter: what is told of it, and the facts.
type topicData struct {
	Texts  []statement
	Claims []claim
	Ways   []way // to reach somebody about it
}

// claim is a fact as a page shows it.
type claim struct {
	statement
	Scope audience.Said
	Refs  []string
}

// topic composes the page of a section.
func topic(section string) func(*sheet) any {
	return func(s *sheet) any {
		out := topicData{Claims: s.claims(section), Ways: s.waysAbout(section)}
		for i, p := range s.Pages {
			if p.Section == section {
				out.Texts = append(out.Texts, s.statementBelow(below-1, p.PublicText, "text", i))
			}
		}
		if len(out.Texts) == 1 { // it is what the page is about, and needs no name beside the page's
			out.Texts[0].ID, out.Texts[0].Title = "", ""
		}
		return out
	}
}

// claims returns the facts of a section.
func (s *sheet) claims(section string) []claim {
	var out []claim
	for i, c := range s.Claims {
		if c.Section == section {
			out = append(out, claim{s.statement(c.PublicText, "claim", i), c.Scope, c.Refs})
		}
	}
	return out
}

// waysAbout returns whom to turn to about the matter of a section.
func (s *sheet) waysAbout(section string) []way {
	o := s.Organization
	var out []way
	switch section {
	case "privacy":
		out = stated(way{What: "contact-privacy", Href: o.PrivacyContact}, way{What: "contact-dpo", Href: o.DPOContact})
	case "security":
		return append(s.reached(stated(way{What: "contact-security", Href: o.SecurityContact})), s.securityWays()...)
	case "availability":
		out = stated(way{What: "contact-status", Href: s.Site.StatusPage})
	case "requests":
		out = stated(way{What: "contact-requests", Href: s.Site.Requests})
	}
	return s.reached(out)
}
