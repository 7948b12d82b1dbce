package trust

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/theme"
)

// drawn returns the short answers to a topic that stand in the records themselves.
func (s *sheet) drawn(topic string) []line {
	switch topic {
	case "scope":
		return s.ofReports(attested, func(r *audience.PublicReport) audience.Said { return r.Scope })
	case "report":
		return s.ofReports(attested, s.summary)
	case "currency":
		return s.ofReports(attested, s.currency)
	case "pentest":
		return s.ofReports(func(r *audience.PublicReport) bool { return r.Kind == "pentest" }, s.summary)
	case "request":
		return s.contactLines(way{What: "contact-requests", Href: s.Site.Requests})
	case "contact":
		return s.contactLines(way{What: "contact-security", Href: s.Organization.SecurityContact}, way{What: "contact-status", Href: s.Site.StatusPage})
	case "privacy":
		return s.contactLines(way{What: "contact-privacy", Href: s.Organization.PrivacyContact}, way{What: "contact-dpo", Href: s.Organization.DPOContact})
	case "subprocessors":
		return s.partnerLines()
	case "location":
		return s.placeLines()
	case "changes":
		return s.updateLines(linesShown-2, func(*audience.PublicUpdate) bool { return true })
	case "incidents":
		return s.updateLines(linesShown-2, func(u *audience.PublicUpdate) bool { return u.Class == "incident" && u.Corrects == "" })
	case "customer-controls":
		return s.customerLines()
	}
	return nil
}

// attested reports whether an outside party stands behind a report, by an opinion or a certificate.
func attested(r *audience.PublicReport) bool { return r.Level == "examined" || r.Level == "certified" }

// ofReports says something of each report that is asked for and that none has taken the place of.
func (s *sheet) ofReports(of func(*audience.PublicReport) bool, say func(*audience.PublicReport) audience.Said) []line {
	var out []line
	for i := range s.Reports {
		r := &s.Reports[i]
		said := say(r)
		if !of(r) || s.superseded(r) != nil || len(said.Words) == 0 {
			continue
		}
		head := s.head(r.PublicText, "report", i)
		out = append(out, line{[]thing{{Text: cmp.Or(s.called(r), head.Title), Href: s.reportHref(r, head)}}, joined(said.Words...), said.Lang, head.Standing})
	}
	return out
}

// joined puts things into one line, as far as there are any.
func joined(things ...string) template.HTML {
	things = slices.DeleteFunc(slices.Clone(things), func(one string) bool { return one == "" })
	return theme.Dated(strings.Join(things, "; "))
}

// summary says what a report is about, who made it, and what they say.
func (s *sheet) summary(r *audience.PublicReport) audience.Said {
	opinion := s.chosen(r.Opinion)
	if opinion != "" {
		opinion = s.say("asked-opinion", opinion)
	}
	period := r.On
	if r.From != "" {
		period = s.say("from-to", r.From, r.To)
	}
	return given(period, r.Auditor, opinion, strings.Join(r.Categories, ", "))
}

// currency says until when a report reaches, and what there is for the time since.
func (s *sheet) currency(r *audience.PublicReport) audience.Said {
	things := []string{s.filled("asked-ended", cmp.Or(r.To, r.On)), s.filled("asked-valid", r.ValidUntil)}
	for _, letter := range s.letters.all(r.ID) {
		things = append(things, s.filled("asked-bridge", letter.To))
	}
	for _, gap := range s.uncovered[r.Kind] {
		if gap.From > r.To && examination(r) {
			things = append(things, s.notCovered(gap))
		}
	}
	return given(append(things, s.filled("asked-next", r.NextExpected))...)
}

// notCovered says of which days nothing tells.
func (s *sheet) notCovered(days span) string {
	if days.To == "" {
		return s.say("asked-uncovered-since", days.From)
	}
	return s.say("asked-uncovered", days.From, days.To)
}

func given(things ...string) audience.Said {
	return audience.Said{Words: slices.DeleteFunc(things, func(one string) bool { return one == "" })}
}

// filled says something about a day, if there is one.
func (s *sheet) filled(key, day string) string {
	if day == "" {
		return ""
	}
	return s.say(key, day)
}

// contactLines says whom to turn to.
func (s *sheet) contactLines(ways ...way) []line {
	var out []line
	for _, w := range s.reached(stated(ways...)) {
		if w.Href == "" {
			out = append(out, line{Names: []thing{words(w.What)}, Text: joined(w.Shown)})
		} else {
			out = append(out, line{Names: []thing{words(w.What)}, Text: template.HTML(`<a href="` + template.HTMLEscapeString(w.Href) + `">` + template.HTMLEscapeString(w.Shown) + "</a>")})
		}
	}
	return out
}

// partnerLines counts and names the subprocessors at work, and says which one comes next.
func (s *sheet) partnerLines() []line {
	var out []line
	for i, one := range s.partnersNow() {
		said := line{Names: []thing{one}, Standing: s.standing(audience.Standing{AsOf: s.partnersDay()})}
		if i == 0 {
			said.Text = joined(s.partnerNames()...)
		}
		out = append(out, said)
	}
	return out
}

// partnerNames names the subprocessors at work, each with its country and since when.
func (s *sheet) partnerNames() []string {
	atWork, _ := s.partnersOn(s.partnersDay())
	var out []string
	for _, p := range atWork {
		parts := given(p.Title, s.country(p.Country), s.filled("since-day", p.Effective))
		out = append(out, strings.Join(parts.Words, ", "))
	}
	return out
}

// placeLines says where the subprocessors at work keep data.
func (s *sheet) placeLines() []line {
	atWork, _ := s.partnersOn(s.partnersDay())
	var places []string
	lang := ""
	for _, p := range atWork {
		lang = cmp.Or(lang, p.Locations.Lang)
		for _, place := range p.Locations.Words {
			if !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	if len(places) == 0 {
		return nil
	}
	return []line{{[]thing{{Text: s.say("trust-subprocessors"), Href: s.pageHref("subprocessors")}}, joined(strings.Join(places, ", ")), lang,
		s.standing(audience.Standing{AsOf: s.partnersDay()})}}
}

// updateLines names the newest notices of a sort.
func (s *sheet) updateLines(most int, of func(*audience.PublicUpdate) bool) []line {
	var out []line
	for i := range s.Updates {
		u := &s.Updates[i]
		if of(u) && len(out) < most {
			out = append(out, line{Names: []thing{{Text: u.Title, Lang: u.TitleLang, Href: cmp.Or(s.place("id", u.ID, ""), s.pageHref("updates"))}},
				Standing: s.standing(audience.Standing{AsOf: u.Published})})
		}
	}
	return out
}

// customerLines counts what customers do.
func (s *sheet) customerLines() []line {
	day := ""
	for _, t := range slices.Concat(s.CUECs, s.Responsibilities) {
		day = max(day, t.AsOf)
	}
	var things []string
	if n := len(s.CUECs); n > 0 {
		things = append(things, s.counted("asked-cuecs", n))
	}
	if n := len(s.Responsibilities); n > 0 {
		things = append(things, s.counted("asked-responsibilities", n))
	}
	if len(things) == 0 {
		return nil
	}
	return []line{{Names: []thing{{Text: s.say("trust-customers"), Href: s.pageHref("customers")}}, Text: joined(things...), Standing: s.standing(audience.Standing{AsOf: day})}}
}
