package trust

import (
	"cmp"
	"net/url"
	"strings"

	"trustpress/generator/audience"
)

// contactData is the page of the ways to reach the company.
type contactData struct {
	Maker, Country string
	Ways           []way
}

// way is a way to reach the company.
type way struct{ What, Href, Shown string }

func reachable(p *audience.Public) bool {
	return cmp.Or(p.Organization.SecurityContact, p.Organization.PrivacyContact, p.Organization.Website) != ""
}

func contact(s *sheet) any {
	return contactData{s.maker(), s.country(s.Organization.Country), s.contacts()}
}

func (s *sheet) contacts() []way {
	var out []way
	o := s.Organization
	for _, c := range []way{{What: "contact-security", Href: o.SecurityContact}, {What: "contact-privacy", Href: o.PrivacyContact}, {What: "contact-website", Href: o.Website}} {
		if c.Href == "" {
			continue
		}
		c.What = s.say(c.What)
		c.Href, c.Shown = reach(c.Href)
		out = append(out, c)
	}
	return out
}

// reach returns where a contact leads, and what a reader sees. A bare address is one of mail; what is neither leads nowhere.
func reach(text string) (href, shown string) {
	shown = strings.TrimPrefix(text, "mailto:")
	if u, err := url.Parse(text); err == nil && (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto") {
		return text, strings.TrimSuffix(strings.TrimPrefix(shown, "https://"), "/")
	}
	if strings.Contains(text, "@") && !strings.ContainsAny(text, " <>") {
		return "mailto:" + text, text
	}
	return "", text
}
