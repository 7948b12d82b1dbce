package trust

import (
	"cmp"
	"strconv"

	"trustpress/generator/audience"
)

// overviewData is the first page: what is in scope, attested by whom and until when, then what changed, and the ways to everything else.
type overviewData struct {
	Organization, Summary, SummaryLang string
	Reports                            string // the way to all of them
	Cards                              []card // of those that an outside party stands behind
	Planned                            []claim
	Recent                             recent
	Partners                           []thing
	Reviewers                          string
	Groups                             []group
	Contacts                           []way
}

// card is a report in a few rows.
type card struct {
	Title, Href string
	Rows        []row
	Standing    standing
}

// recent is what the company told its customers in the days before the page's own.
type recent struct {
	Day, Href string
	Updates   []change
}

// change is a notice by its title.
type change struct {
	Day, Class string
	thing
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

// What the overview shows of what there is more of elsewhere.
const (
	cardsShown   = 2
	changesShown = 3
	recentDays   = 90
)

func overview(s *sheet) any {
	s.dated(s.reportsDay)
	out := overviewData{Organization: s.Organization.Name, Summary: s.Service.Summary, SummaryLang: s.Service.Lang,
		Reports: s.pageHref("reports"), Cards: s.cards(), Planned: s.planned(), Partners: s.partnersNow(), Reviewers: s.pageHref("reviewers"),
		Contacts: s.ways()}
	out.Recent = s.recent() // last, because its days are counted from that of the page
	for _, name := range groups {
		if parts := s.parts(name); len(parts) > 0 {
			out.Groups = append(out.Groups, group{s.say("group-" + name), parts})
		}
	}
	return out
}

// pageHref returns the way to a page by its name, or "" where there is none.
func (s *sheet) pageHref(name string) string {
	for _, p := range s.pages {
		if p.name == name {
			return s.href(p.path, "")
		}
	}
	return ""
}

// cards returns the newest reports that an outside party stands behind and that none has taken the place of.
func (s *sheet) cards() []card {
	var out []card
	for i := range s.Reports {
		r := &s.Reports[i]
		if attested(r) && s.superseded(r) == nil && len(out) < cardsShown {
			out = append(out, s.card(r, i))
		}
	}
	return out
}

func (s *sheet) card(r *audience.PublicReport, n int) card {
	head := s.head(r.PublicText, "report", n)
	t := table{sheet: s}
	t.add("report-period", when(r))
	t.add(issuer(r), words(r.Auditor))
	t.add("field-opinion", words(s.chosen(r.Opinion)))
	t.add("field-services", together(r.Services))
	t.add("report-categories", together(audience.Said{Words: r.Categories}))
	t.add("field-not_in_scope", together(r.NotInScope))
	return card{cmp.Or(s.called(r), head.Title, s.say("kind-report")), s.reportHref(r, head), t.rows, head.Standing}
}

// planned returns the next examination as management plans it, if a fact says so.
func (s *sheet) planned() []claim {
	for i, c := range s.Claims {
		if c.Level == "planned" && (c.Topic == "currency" || c.Topic == "report") {
			return []claim{{s.statement(c.PublicText, "claim", i), c.Scope, nil}}
		}
	}
	return nil
}

// recent returns the newest notices before the day of the page: the newest on which somebody said something that stands on it.
func (s *sheet) recent() recent {
	for _, u := range s.Updates {
		s.dated(u.Published)
	}
	out := recent{Day: s.asOf, Href: s.pageHref("updates")}
	for _, u := range s.Updates {
		if u.Published >= shift(s.asOf, -recentDays) && len(out.Updates) < changesShown {
			out.Updates = append(out.Updates, change{u.Published, s.chosen(u.Class), thing{Text: u.Title, Lang: u.TitleLang, Href: cmp.Or(s.place("id", u.ID, ""), out.Href)}})
		}
	}
	return out
}

// partnersNow says how many subprocessors are at work, and which one was announced last.
func (s *sheet) partnersNow() []thing {
	href := s.pageHref("subprocessors")
	if href == "" {
		return nil
	}
	atWork, coming := s.partnersOn(s.partnersDay())
	var out []thing
	if len(atWork) > 0 {
		out = append(out, thing{Text: s.counted("subprocessors-at-work", len(atWork)), Href: href})
	}
	if len(coming) > 0 {
		p := coming[0]
		text := s.say("subprocessor-begins", p.Title, p.Effective)
		if p.Announced != "" {
			text = s.say("subprocessor-coming", p.Title, p.Announced, p.Effective)
		}
		out = append(out, thing{Text: text, Href: cmp.Or(s.place("id", p.ID, ""), href)})
	}
	return out
}

// counted says how many there are of something, of which the interface has a word for one and one for several.
func (s *sheet) counted(key string, n int) string {
	if n == 1 {
		return s.say(key + "-one")
	}
	return s.say(key, strconv.Itoa(n))
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
