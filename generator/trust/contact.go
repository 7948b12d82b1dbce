package trust

import (
	"net/mail"
	"net/url"
	"slices"
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

// contacts returns the ways to reach the company that are stated, each named by the key of its words.
func contacts(p *audience.Public) []way {
	o := p.Organization
	return stated(way{What: "contact-security", Href: o.SecurityContact}, way{What: "contact-privacy", Href: o.PrivacyContact},
		way{What: "contact-dpo", Href: o.DPOContact}, way{What: "contact-requests", Href: p.Site.Requests},
		way{What: "contact-status", Href: p.Site.StatusPage}, way{What: "contact-website", Href: o.Website})
}

// stated leaves out the ways that nobody stated, and the second of two that lead to the same place.
func stated(ways ...way) []way {
	var out []way
	for _, w := range ways {
		if w.Href == "" || slices.ContainsFunc(out, func(other way) bool { return other.Href == w.Href }) {
			continue
		}
		out = append(out, w)
	}
	return out
}

func contact(s *sheet) any {
	return contactData{s.maker(), s.country(s.Organization.Country), s.ways()}
}

func (s *sheet) ways() []way { return s.reached(contacts(s.Public)) }

// reached puts ways into words.
func (s *sheet) reached(ways []way) []way {
	out := make([]way, len(ways))
	for i, w := range ways {
		out[i].What = s.say(w.What)
		out[i].Href, out[i].Shown = reach(w.Href)
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
