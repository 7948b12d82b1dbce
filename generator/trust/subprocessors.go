package trust

import (
	"regexp"

	"trustpress/generator/audience"
	"trustpress/generator/plain"
)

// subprocessorsData is the list of subprocessors: those that will be at work, those that are, and those that no longer are.
type subprocessorsData struct {
	Lists     []subprocessorList
	All       []subprocessor
	Notice    notice
	Downloads []way
}

// subprocessorList is the subprocessors of one status.
type subprocessorList struct {
	Anchor, Title string
	Members       []subprocessor
}

// subprocessor is a subprocessor as a page shows it.
type subprocessor struct {
	statement
	audience.PublicSubprocessor
	Status            string // announced, current, former
	Purpose           string // what it does, in a sentence
	When, Then        string // since when it is at work, and what is said once the day is there
	Closed            string // what is said once nobody can object any more
	Country, Transfer string // in words
	Contact           way
	Proofs            []way // where more is told of it
	Chain             []link
	Objection         string // a link that begins a letter
}

// link is one company in the chain below a subprocessor.
type link struct {
	Name, Country string
	Purpose       audience.Said
}

// notice is how customers are told of a change, and how they object.
type notice struct {
	Days    string // before it, in words
	Contact way
	Write   string // a link that begins a letter
}

func subprocessors(s *sheet) any {
	out := subprocessorsData{All: s.partners(), Notice: s.notice(), Downloads: s.downloads()}
	for _, list := range []subprocessorList{
		{Anchor: "tp.announced", Title: s.say("announced-subprocessors")},
		{Anchor: "tp.current", Title: s.say("current-subprocessors")},
		{Anchor: "tp.former", Title: s.say("former-subprocessors")},
	} {
		for _, p := range out.All {
			if "tp."+p.Status == list.Anchor {
				list.Members = append(list.Members, p)
			}
		}
		if len(list.Members) > 0 {
			out.Lists = append(out.Lists, list)
		}
	}
	return out
}

// partners returns the subprocessors with their status as of the day on which something was last announced or reviewed: another day
// would not be a public fact.
func (s *sheet) partners() []subprocessor { return s.partnersAsOf(s.partnersDay()) }

func (s *sheet) partnersAsOf(day string) []subprocessor {
	var out []subprocessor
	for i := range s.Subprocessors {
		out = append(out, s.partner(&s.Subprocessors[i], i, day))
	}
	return out
}

func (s *sheet) partner(p *audience.PublicSubprocessor, n int, day string) subprocessor {
	out := subprocessor{statement: s.statement(p.PublicText, "subprocessor", n), PublicSubprocessor: *p, Status: status(p, day),
		Purpose: opening(plain.Text(p.HTML)), Country: s.country(p.Country), Transfer: s.chosen(p.Transfer)}
	out.Contact.Href, out.Contact.Shown = reach(p.Contact)
	for _, proof := range stated(way{What: "field-dpa_url", Href: p.DPAURL}, way{What: "field-security_url", Href: p.SecurityURL}) {
		out.Proofs = append(out.Proofs, s.reached([]way{proof})...)
	}
	for _, l := range p.Chain {
		out.Chain = append(out.Chain, link{l.Name, s.country(l.Country), l.Purpose})
	}
	s.schedule(&out)
	return out
}

// schedule says when a subprocessor is at work, and until when one can object to it.
func (s *sheet) schedule(p *subprocessor) {
	switch {
	case p.Status == "announced":
		p.When, p.Then = s.say("from-day", p.Effective), s.say("since-day", p.Effective)
		p.Objection = s.objection(p.PublicSubprocessor.Title)
	case p.Status == "current" && p.Effective != "":
		p.When = s.say("since-day", p.Effective)
	case p.Status == "former" && p.Effective != "":
		p.When = s.say("from-to", p.Effective, p.End)
	case p.Status == "former":
		p.When = s.say("until-day", p.End)
	}
	if p.ObjectionUntil != "" {
		p.Closed = s.say("objection-closed", p.ObjectionUntil)
	}
}

// status tells whether a subprocessor is at work on a day.
func status(p *audience.PublicSubprocessor, day string) string {
	switch {
	case p.End != "":
		return "former"
	case p.Effective > day:
		return "announced"
	}
	return "current"
}

// first is a sentence at the beginning of a text. A short one may be an abbreviation.
var first = regexp.MustCompile(`^(?s)(.{20,}?[.!?])\s+\p{Lu}`)

// opening returns the first sentence of a text.
func opening(text string) string {
	if m := first.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return text
}

func (s *sheet) notice() notice {
	out := notice{Days: s.days(s.Site.NoticeDays), Write: s.objection("")}
	out.Contact.Href, out.Contact.Shown = reach(s.Organization.PrivacyContact)
	return out
}

// objection returns a link that begins a letter against a subprocessor, or against one that the reader is to name.
func (s *sheet) objection(name string) string {
	return letter(s.Organization.PrivacyContact, s.say("objection-subject", name), s.say("objection-text", name))
}
