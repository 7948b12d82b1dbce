package trust

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/theme"
)

// front is what the page shows.
type front struct {
	Organization  audience.PublicOrganization
	Service       audience.PublicService
	Maker         string // who prepared the page: the legal name, else the name
	AsOf          string
	Sections      []section
	Subprocessors []audience.PublicSubprocessor
	ProcessorsAt  string // anchor
	ProcessorsBy  string // the name of their section
	Contacts      []contact
	ContactsAt    string // anchor
	ContactsBy    string // the name of their section
}

// section is a list of public statements of one kind.
type section struct {
	Anchor string
	Title  string
	About  string // a sentence on what the statements are
	Texts  []statement
}

// statement is one public text.
type statement struct {
	ID, Title  string
	HTML       template.HTML
	Criteria   []string
	ReviewedOn string
}

// contact is a way to reach the company.
type contact struct{ What, Href, Shown string }

// front puts the page together. A section without facts does not appear.
func (s *sheet) front(p audience.Public) front {
	out := front{Organization: p.Organization, Service: p.Service, AsOf: p.AsOf, Subprocessors: p.Subprocessors,
		Maker: cmp.Or(p.Organization.LegalName, p.Organization.Name), ProcessorsAt: "tp.subprocessors", ContactsAt: "tp.contact",
		ProcessorsBy: s.say("subprocessors"), ContactsBy: s.say("contact")}
	for _, list := range []struct {
		name  string
		texts []audience.PublicText
	}{{"commitments", p.Commitments}, {"controls", p.Controls}, {"policies", p.Policies}, {"cuecs", p.CUECs},
		{"responsibilities", p.Responsibilities}, {"vendors", p.Vendors}, {"texts", p.Texts}} {
		if section := s.section(list.name, list.texts); len(section.Texts) > 0 {
			out.Sections = append(out.Sections, section)
		}
	}
	out.Contacts = s.contacts(p.Organization)
	return out
}

// below is how many levels the headings of a text go down: its highest is 2, and a statement's own is 3.
const below = 2

func (s *sheet) section(name string, texts []audience.PublicText) section {
	out := section{Anchor: "tp." + name, Title: s.say("public-" + name), About: s.say("about-" + name)}
	for i, t := range texts {
		if t.HTML == "" { // a statement that says nothing is none
			continue
		}
		html := theme.Embed(t.HTML, "tp."+name+"."+strconv.Itoa(i+1)+".", below)
		if t.Title == t.ID { // what bears no title is named by its id, once
			t.Title = ""
		}
		out.Texts = append(out.Texts, statement{t.ID, t.Title, theme.Readable(html, s.say("table-scroll")), criteria(t.Criteria), t.ReviewedOn})
	}
	return out
}

// criteria returns identifiers as readers know them: those of the Trust Services Criteria stand alone, others with their catalogue.
func criteria(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strings.TrimPrefix(id, "tsc:")
	}
	return out
}

func (s *sheet) contacts(o audience.PublicOrganization) []contact {
	var out []contact
	for _, c := range []contact{{"contact-security", o.SecurityContact, ""}, {"contact-privacy", o.PrivacyContact, ""}, {"contact-website", o.Website, ""}} {
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

// nav returns the links to the sections.
func (f *front) nav() []theme.Link {
	var out []theme.Link
	for _, s := range f.Sections {
		out = append(out, theme.Link{Text: s.Title, Href: "#" + s.Anchor})
	}
	if len(f.Subprocessors) > 0 {
		out = append(out, theme.Link{Text: f.ProcessorsBy, Href: "#" + f.ProcessorsAt})
	}
	if len(f.Contacts) > 0 {
		out = append(out, theme.Link{Text: f.ContactsBy, Href: "#" + f.ContactsAt})
	}
	return out
}
