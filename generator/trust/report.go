package trust

import (
	"cmp"
	"net/url"
	"strings"

	"trustpress/generator/audience"
)

// report is a report as its own page shows it, or the list where it has none.
type report struct {
	statement
	What  string // what it is: "SOC 2 report, Type 2"
	Parts []reportPart
}

// reportPart is what is told of one side of a report.
type reportPart struct {
	Anchor, Title, Note string
	Rows                []row
}

// report composes the page of a report, or what the list says of it, with the headings of its text some levels down.
func (s *sheet) report(r *audience.PublicReport, n, levels int) report {
	s.dated(s.reportsDay)
	out := report{statement: s.statementBelow(levels, r.PublicText, "report", n), What: s.what(r)}
	out.Title = cmp.Or(out.Title, s.called(r), s.say("kind-report"))
	for _, part := range []struct {
		key  string
		rows []row
	}{{"report-about", s.identity(r)}, {"report-extent", s.extent(r)}, {"report-series", s.series(r)}, {"report-get", s.handing(r, out.Title)}} {
		if len(part.rows) > 0 {
			one := reportPart{Anchor: out.Anchor + "." + part.key, Title: s.say(part.key), Rows: part.rows}
			if part.key == "report-extent" && len(s.subservices(r)) > 0 {
				one.Note = s.say("report-subservices-note")
			}
			out.Parts = append(out.Parts, one)
		}
	}
	return out
}

// what says what a report is.
func (s *sheet) what(r *audience.PublicReport) string {
	what := s.chosen(r.Kind)
	if r.Type != "" && r.Kind != "" {
		return s.say("report-of-type", what, r.Type)
	}
	return what
}

// called names a report by what it is.
func (s *sheet) called(r *audience.PublicReport) string { return begun(s.what(r)) }

// when returns the period of a report, or the day that it speaks of.
func when(r *audience.PublicReport) thing {
	if r.From != "" {
		return thing{span: span{r.From, r.To}}
	}
	return on(r.On)
}

// identity is what a report is, whose, and what its issuer says. Of an examination a reader looks for all of it.
func (s *sheet) identity(r *audience.PublicReport) []row {
	t := table{sheet: s}
	add := t.add
	if examination(r) {
		add = t.expect
	}
	t.add("report-what", words(s.what(r)))
	if r.On != "" {
		t.add("report-day", on(r.On))
	} else {
		add("report-period", when(r))
	}
	add("field-issued", on(r.Issued))
	add("report-opinion", words(s.chosen(r.Opinion)))
	add(issuer(r), s.firm(r)...)
	t.add("field-certificate", words(r.Certificate))
	t.add("field-accreditation", words(r.Accreditation))
	t.add("field-valid_until", on(r.ValidUntil))
	t.add("field-signatory", together(r.Signatory))
	add("report-exceptions", together(r.Exceptions))
	t.add("report-changes", together(r.Changes))
	return t.rows
}

// issuer returns the key of what the other party to a report is called.
func issuer(r *audience.PublicReport) string {
	if r.Certificate != "" || r.Level == "certified" {
		return "report-body"
	}
	return "report-firm"
}

// firm is who issued a report, and where a reader can check that they may.
func (s *sheet) firm(r *audience.PublicReport) []thing {
	if r.Auditor == "" {
		return nil
	}
	name := r.Auditor
	if r.AuditorCountry != "" {
		name += ", " + r.AuditorCountry
	}
	out := []thing{words(name)}
	for _, proof := range []way{{What: "report-licence", Href: r.LicenceURL}, {What: "report-peer-review", Href: r.PeerReviewURL}} {
		if proof.Href == "" {
			continue
		}
		href, shown := reach(proof.Href)
		if href == "" {
			out = append(out, words(s.say(proof.What)+": "+shown))
		} else {
			out = append(out, thing{Text: s.say(proof.What), Href: href})
		}
	}
	return out
}

// extent is what a report is about, and what it leaves out.
func (s *sheet) extent(r *audience.PublicReport) []row {
	t := table{sheet: s}
	add := t.add
	if examination(r) {
		add = t.expect
	}
	t.add("field-scope", together(r.Scope))
	add("report-categories", together(audience.Said{Words: r.Categories}))
	add("field-not_in_scope", together(r.NotInScope))
	add("field-services", together(r.Services))
	add("field-locations", together(r.Locations))
	t.add("report-subservices", s.subservices(r)...)
	if examination(r) && s.superseded(r) == nil && s.has(customersPath) {
		t.add("trust-customers", thing{Text: s.say("report-customers", len(s.CUECs)), Href: s.href(customersPath, "")})
	}
	return t.rows
}

// subservices returns the subservice organizations of the system that the newest reports are about. Which method an older report
// used is not known here.
func (s *sheet) subservices(r *audience.PublicReport) []thing {
	if !examination(r) || s.superseded(r) != nil {
		return nil
	}
	var out []thing
	for i, o := range s.Subservices {
		st := s.head(o.PublicText, "subservice", i)
		out = append(out, thing{Text: st.Title + ": " + s.chosen(o.Method), Lang: st.TitleLang, Href: s.href(systemPath, st.Anchor)})
	}
	return out
}

// handing is who may have a report, and how.
func (s *sheet) handing(r *audience.PublicReport, title string) []row {
	t := table{sheet: s}
	if r.Use != "" {
		t.add("field-use", words(s.say("report-use-"+r.Use)))
	}
	if r.Access != "" {
		t.add("field-access", words(s.say("report-access-"+r.Access)))
	}
	if len(t.rows) > 0 && r.Access != "open" {
		t.add("report-ask", s.asking(r, title)...)
	}
	t.add("field-sha256", thing{Text: r.SHA256, Code: true})
	t.add("report-size", words(s.size(r.Size)))
	return t.rows
}

// asking returns where one reads how to ask for a report, and where one asks: as for the listed document whose bytes it is, else by a form
// or a letter that is begun.
func (s *sheet) asking(r *audience.PublicReport, title string) []thing {
	var out []thing
	if s.has(requestsPath) {
		out = append(out, thing{Text: s.say("trust-requests"), Href: s.href(requestsPath, "")})
	}
	for i := range s.Documents {
		if d := &s.Documents[i]; r.SHA256 != "" && strings.EqualFold(d.SHA256, r.SHA256) && d.Access != "open" {
			listed := s.documentNamed(d)
			return append(out, thing{Text: listed.Name, Href: listed.Href}, thing{Text: s.say("ask-for-it"), Href: s.request(d)})
		}
	}
	_, address := reach(s.Site.Requests)
	form := asked(s.Site.Requests, url.Values{"document": {cmp.Or(r.ID, title)}})
	return append(out, thing{Text: address, Href: cmp.Or(form, letter(s.Site.Requests, s.say("request-subject", title), s.say("request-text")))})
}
