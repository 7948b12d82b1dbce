package audience

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// ForEverybody makes the public projection, once in each language of the site.
func ForEverybody(e *Edition) []Public {
	out := make([]Public, len(e.Site.Site.Languages))
	for i, lang := range e.Site.Site.Languages {
		s := speaker{Edition: e, lang: lang, named: map[*criteria.Criterion]bool{}, order: collate.New(language.Make(lang), collate.Numeric)}
		out[i] = s.public()
	}
	return out
}

// speaker says in one language what everybody may read.
type speaker struct {
	*Edition
	lang  string
	named map[*criteria.Criterion]bool // by what everybody may read
	order *collate.Collator
}

func (s speaker) public() Public {
	p := Public{Language: s.lang, Organization: s.organization(), Service: s.service(), Site: s.site(), Brand: s.Brand}
	for _, rec := range s.Program.Records() {
		s.record(&p, rec)
	}
	s.sort(&p)
	p.Criteria, p.Frameworks = s.criteria(p), s.frameworks()
	return p
}

func (s speaker) organization() PublicOrganization {
	o := s.Site.Organization
	return PublicOrganization{Name: o.Name, LegalName: o.LegalName, OrgNumber: o.OrgNumber, VAT: o.VAT, LEI: o.LEI, Country: o.Country, Address: o.Address,
		Website: o.Website, SecurityContact: o.SecurityContact, PrivacyContact: o.PrivacyContact, DPOContact: o.DPOContact}
}

func (s speaker) service() PublicService {
	summary, translated := s.Site.Service.In(s.lang)
	return PublicService{Name: s.Site.Service.Name, Summary: summary, Lang: s.foreign(translated)}
}

func (s speaker) site() PublicSite {
	t := s.Site.Trust
	return PublicSite{BaseURL: s.Site.Site.BaseURL, NoticeDays: s.noticeDays(), Requests: t.Requests, StatusPage: t.StatusPage,
		SecurityTxt: PublicSecurityTxt{t.SecurityTxt.Expires.String(), t.SecurityTxt.Encryption, t.SecurityTxt.Acknowledgments, t.SecurityTxt.Hiring}}
}

// noticeDays returns the days of notice that a person wrote. Those that a site has unless it says otherwise are promised by nobody.
func (s speaker) noticeDays() int {
	if s.Site.Tree.Get("trust").Get("notice_days") == nil {
		return 0
	}
	return s.Site.Trust.NoticeDays
}

// foreign returns the language that words are in, if it is not the one that is spoken.
func (s speaker) foreign(translated bool) string {
	if first := s.Site.Site.Languages[0]; !translated && first != s.lang {
		return first
	}
	return ""
}

func (s speaker) record(p *Public, rec program.Any) {
	text, said := s.text(rec)
	switch rec := rec.(type) {
	case *program.Vendor:
		s.vendor(p, rec, text, said)
		return
	case *program.Report:
		if said || len(rec.Public.Fields) > 0 {
			p.Reports = append(p.Reports, s.report(rec, text))
		}
		return
	case *program.Document:
		if rec.IsPublic() {
			p.Documents = append(p.Documents, s.document(rec, text))
		}
		return
	}
	if !said {
		return
	}
	switch rec := rec.(type) {
	case *program.Control:
		p.Controls = append(p.Controls, control(rec, text))
	case *program.Policy:
		p.Policies = append(p.Policies, s.policy(rec, text))
	case *program.Commitment:
		if rec.Kind == "system requirement" && program.Publishes(rec, "kind") {
			p.Requirements = append(p.Requirements, text)
		} else {
			p.Commitments = append(p.Commitments, text)
		}
	case *program.CUEC:
		p.CUECs = append(p.CUECs, text)
	case *program.Responsibility:
		p.Responsibilities = append(p.Responsibilities, text)
	case *program.Description:
		p.Description = append(p.Description, PublicSection{text, told(rec, "section", rec.Section)})
	default:
		s.notice(p, rec, text)
	}
}

// notice adds what is written for the trust center alone, as far as all of it is public; else its words.
func (s speaker) notice(p *Public, rec program.Any, text PublicText) {
	if !rec.Base().IsPublic() {
		p.Texts = append(p.Texts, text)
		return
	}
	switch rec := rec.(type) {
	case *program.Update:
		p.Updates = append(p.Updates, s.update(rec, text))
	case *program.Question:
		p.Questions = append(p.Questions, s.question(rec, text))
	case *program.Claim:
		p.Claims = append(p.Claims, s.claim(rec, text))
	case *program.Page:
		p.Pages = append(p.Pages, PublicPage{text, rec.Section})
	default:
		p.Texts = append(p.Texts, text)
	}
}

// sort puts what is listed into the order of what everybody sees of it, so that the names of files do not show.
func (s speaker) sort(p *Public) {
	slices.SortStableFunc(p.Controls, func(a, b PublicControl) int { return s.compare(a.PublicText, b.PublicText) })
	slices.SortStableFunc(p.Policies, func(a, b PublicPolicy) int { return s.compare(a.PublicText, b.PublicText) })
	slices.SortStableFunc(p.Subprocessors, func(a, b PublicSubprocessor) int { return s.order.CompareString(a.Title, b.Title) })
	slices.SortStableFunc(p.Updates, func(a, b PublicUpdate) int {
		return cmp.Or(cmp.Compare(b.Published, a.Published), cmp.Compare(b.ID, a.ID))
	})
	slices.SortStableFunc(p.Reports, func(a, b PublicReport) int {
		return cmp.Or(cmp.Compare(b.dated(), a.dated()), cmp.Compare(b.ID, a.ID), cmp.Compare(b.Title, a.Title))
	})
}

func (s speaker) compare(t, u PublicText) int {
	return cmp.Or(s.order.CompareString(t.ID, u.ID), s.order.CompareString(t.Title, u.Title), cmp.Compare(t.HTML, u.HTML))
}

// told returns the value of a field that everybody reads.
func told(rec program.Any, field, value string) string {
	if program.Publishes(rec, field) {
		return value
	}
	return ""
}

// list returns the values of a field that everybody reads.
func list(rec program.Any, field string, values []string) []string {
	if program.Publishes(rec, field) {
		return values
	}
	return nil
}

func control(c *program.Control, text PublicText) PublicControl {
	return PublicControl{PublicText: text, Frequency: list(c, "frequency", c.Frequency), Type: told(c, "type", c.Type), Mode: told(c, "mode", c.Mode)}
}

func (s speaker) policy(p *program.Policy, text PublicText) PublicPolicy {
	out := PublicPolicy{PublicText: text, Version: told(p, "version", p.Version), EffectiveOn: told(p, "effective_on", p.EffectiveOn.String()),
		ApprovedOn: told(p, "approved_on", p.ApprovedOn.String()), NextReview: told(p, "next_review", p.NextReview.String())}
	if p.IsPublic() && p.Public.Text.Empty() {
		translated := oneLine(s.translation(p).Description)
		out.Whole, out.Summary, out.SummaryLang = true, cmp.Or(translated, oneLine(p.Description)), s.foreign(translated != "")
	}
	return out
}
