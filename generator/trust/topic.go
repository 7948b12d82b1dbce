package trust

import (
	"trustpress/generator/audience"
)

// topicData is a page about one matter: the facts and what is told of it.
type topicData struct {
	Texts  []statement
	Claims []claim
	Ways   []way  // to reach somebody about it
	About  string // what the ways are
	How    bool   // the text tells a reader what to do, and comes first
}

// claim is a fact as a page shows it.
type claim struct {
	statement
	Scope audience.Said
	Refs  []string
}

// topic composes the page of a section of facts.
func topic(section string) func(*sheet) any {
	return func(s *sheet) any { return s.topic(section) }
}

// instruction composes the page of a section that tells a reader what to do.
func instruction(section string) func(*sheet) any {
	return func(s *sheet) any {
		out := s.topic(section)
		out.How = true
		return out
	}
}

func (s *sheet) topic(section string) topicData {
	out := topicData{Claims: s.claims(func(c *audience.PublicClaim) bool { return c.Section == section }), Texts: s.texts(section), Ways: s.waysAbout(section), About: s.say("trust-contact")}
	if section == "verify" {
		out.Ways, out.About = s.sums(), s.say("documents-check")
	}
	return out
}

// texts returns the texts of a section. One alone is what the page is about, and needs no name beside the page's.
func (s *sheet) texts(section string) []statement {
	var texts []audience.PublicText
	for _, p := range s.Pages {
		if p.Section == section {
			texts = append(texts, p.PublicText)
		}
	}
	if len(texts) == 1 {
		one := s.statementBelow(0, texts[0], "text", 0)
		one.ID, one.Title = "", ""
		return []statement{one}
	}
	var out []statement
	for i, t := range texts {
		out = append(out, s.statementBelow(below-1, t, "text", i))
	}
	return out
}

// claims returns some of the facts.
func (s *sheet) claims(among func(*audience.PublicClaim) bool) []claim {
	var out []claim
	for i := range s.Claims {
		if c := &s.Claims[i]; among(c) {
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
