package trust

import (
	"cmp"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/mail"
	"trustpress/generator/plain"
	"trustpress/generator/theme"
)

// Choice says of what customers are to be told by mail.
type Choice struct {
	Of  string // a subprocessor or a notice, by its public id or its name; if empty, every subprocessor that is still to begin
	Day string // that is spoken of
}

// Mails drafts what customers are told by mail, in each language in its turn. What stands on a page is no notice: a customer is told,
// and what was sent shows it.
func Mails(all []audience.Public, t *theme.Theme, c Choice) ([]mail.Message, error) {
	var out []mail.Message
	for i := range all {
		s := newCenter(all, i, nil, t).sheet(page{path: subprocessorsPath})
		for _, p := range s.partnersAsOf(max(c.Day, s.partnersDay())) {
			if c.Of == "" && p.Status == "announced" || chosen(c.Of, p.ID, p.PublicSubprocessor.Title) {
				out = append(out, s.tellOfSubprocessor(p))
			}
		}
		for n := range s.Updates {
			if u := &s.Updates[n]; chosen(c.Of, u.ID, u.Title) {
				out = append(out, s.tellOfUpdate(u))
			}
		}
		if s.err != nil {
			return nil, s.err
		}
	}
	return out, nil
}

// chosen reports whether a name is one of those that something has.
func chosen(name string, names ...string) bool {
	return name != "" && slices.ContainsFunc(names, func(one string) bool { return strings.EqualFold(name, one) })
}

// toldByMail is what the templates of mails print.
type toldByMail struct {
	Maker, Name, Status string
	Day                 string // on which it begins, or was published
	Until               string // when one can object
	Facts               []fact
	Text                string
	Link                string // the whole address of the page, if that is known
}

func (s *sheet) tellOfSubprocessor(p subprocessor) mail.Message {
	r := p.record()
	told := toldByMail{Maker: s.maker(), Name: cmp.Or(r.LegalName, r.Name), Status: p.Status, Day: r.Effective, Until: r.ObjectionUntil,
		Link: address(s.Public, s.folder(s.Language)+subprocessorsPath)}
	for _, f := range [][2]string{
		{"field-org_number", r.OrgNumber}, {"field-country", p.Country}, {"field-address", r.Address}, {"field-contact", p.Contact.Shown},
		{"field-purpose", flat(r.Purpose)}, {"field-products", listed(r.Products)}, {"field-data", listed(r.Data)},
		{"field-data_subjects", listed(r.DataSubjects)}, {"processed-in", listed(r.Locations)}, {"field-access_from", listed(r.AccessFrom)},
		{"field-transfer", p.Transfer}, {"field-transfer_note", r.TransferNote}, {"field-chain", p.chained()}, {"field-replaces", r.Replaces},
		{"field-reason", r.Reason}, {"field-announced", r.Announced}, {"field-effective", r.Effective}, {"field-ended", r.Ended},
	} {
		told.note(s.say(f[0]), f[1])
	}
	subject := s.say("mail-subprocessor", r.Name)
	if p.Status == "announced" {
		subject = s.say("mail-new-subprocessor", r.Name, r.Effective)
	}
	return s.mail("notice-subprocessor", subject, told)
}

func (s *sheet) tellOfUpdate(u *audience.PublicUpdate) mail.Message {
	told := toldByMail{Maker: s.maker(), Name: u.Title, Day: u.Published, Text: plain.Text(u.HTML),
		Link: address(s.Public, s.folder(s.Language)+updatePath(u))}
	for _, f := range [][2]string{{"field-class", s.chosen(u.Class)}, {"field-occurred_on", u.OccurredOn}, {"field-resolved_on", u.ResolvedOn},
		{"field-effective", u.Effective}, {"field-severity", listed(u.Severity.Words)}, {"field-affects", listed(u.Affects.Words)}} {
		told.note(s.say(f[0]), f[1])
	}
	for _, c := range s.notified(u, statement{}).Corrected {
		told.note(s.say("mail-corrected", c.Published), c.Name)
	}
	return s.mail("notice-update", u.Title, told)
}

// note adds a fact, if there is something to tell.
func (t *toldByMail) note(name, value string) {
	if value != "" {
		t.Facts = append(t.Facts, fact{Name: name, Value: value})
	}
}

// flat puts a text on one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// mail drafts a mail from a template of plain text.
func (s *sheet) mail(template, subject string, told toldByMail) mail.Message {
	var text strings.Builder
	if err := s.theme.Text(&text, theme.Page{Output: "trust", Template: template, Lang: s.Language, Data: told}); err != nil && s.err == nil {
		s.err = err
	}
	return mail.Message{Name: s.maker(), From: box(s.Organization.PrivacyContact), Subject: subject, Language: s.Language, Text: text.String()}
}
