package trust

import (
	"net/mail"
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

// contacts returns the ways that are stated, each named by the key of its words.
func contacts(p *audience.Public) []way {
	var out []way
	o := p.Organization
	for _, c := range []way{{What: "contact-security", Href: o.SecurityContact}, {What: "contact-privacy", Href: o.PrivacyContact}, {What: "contact-website", Href: o.Website}} {
		if c.Href != "" {
			c.Href, c.Shown = reach(c.Href)
			out = append(out, c)
		}
	}
	return out
}

func contact(s *sheet) any {
	return contactData{s.maker(), s.country(s.Organization.Country), s.ways()}
}

func (s *sheet) ways() []way {
	out := contacts(s.Public)
	for i := range out {
		out[i].What = s.say(out[i].What)
	}
	return out
}

// reach returns where a contact leads, and what a reader sees. A bare address is one of mail; what is neither leads nowhere.
func reach(text string) (href, shown string) {
	shown = strings.TrimPrefix(text, "mailto:")
	if u, err := url.Parse(text); err == nil && (u.Scheme == "https" || u.Scheme == "http" || u.Scheme == "mailto") {
		return text, strings.TrimSuffix(strings.TrimPrefix(shown, "https://"), "/")
	}
	if a, err := mail.ParseAddress(text); err == nil && a.Address == text {
		return "mailto:" + text, text
	}
	return "", text
}
