package audience

import (
	"maps"
	"slices"
	"strconv"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// ForEverybody makes the public projection, once in each language of the site.
func ForEverybody(e *Edition) []Public {
	out := make([]Public, len(e.Site.Site.Languages))
	for i, lang := range e.Site.Site.Languages {
		out[i] = speaker{e, lang, map[*criteria.Criterion]bool{}}.public()
	}
	return out
}

// speaker says in one language what everybody may read.
type speaker struct {
	*Edition
	lang  string
	named map[*criteria.Criterion]bool // by what everybody may read
}

func (s speaker) public() Public {
	o, service := s.Site.Organization, s.Site.Service
	p := Public{Language: s.lang, FieldLang: s.foreign(false), Service: PublicService{Name: service.Name},
		Organization: PublicOrganization{o.Name, o.LegalName, o.Country, o.Website, o.SecurityContact, o.PrivacyContact}}
	summary, translated := service.In(s.lang)
	p.Service.Summary, p.Service.Lang = summary, s.foreign(translated)
	for _, rec := range s.Program.Records() {
		s.record(&p, rec)
	}
	slices.SortStableFunc(p.Controls, func(a, b PublicControl) int { return a.compare(b.PublicText) })
	slices.SortStableFunc(p.Policies, func(a, b PublicPolicy) int { return a.compare(b.PublicText) })
	p.Criteria = s.criteria(p)
	return p
}

// foreign returns the language that words are in, if it is not the one that is spoken.
func (s speaker) foreign(translated bool) string {
	if first := s.Site.Site.Languages[0]; !translated && first != s.lang {
		return first
	}
	return ""
}

func (s speaker) record(p *Public, rec program.Any) {
	switch rec := rec.(type) {
	case *program.Vendor:
		s.vendor(p, rec)
		return
	case *program.Report:
		s.report(p, rec)
		return
	}
	text, ok := s.text(rec)
	if !ok {
		return
	}
	switch rec := rec.(type) {
	case *program.Control:
		p.Controls = append(p.Controls, control(rec, text))
	case *program.Policy:
		p.Policies = append(p.Policies, policy(rec, text))
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
		p.Texts = append(p.Texts, text)
	}
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

func policy(p *program.Policy, text PublicText) PublicPolicy {
	return PublicPolicy{PublicText: text, Version: told(p, "version", p.Version), EffectiveOn: told(p, "effective_on", p.EffectiveOn.String()),
		ApprovedOn: told(p, "approved_on", p.ApprovedOn.String()), NextReview: told(p, "next_review", p.NextReview.String())}
}

// vendor adds a vendor where it is shown: among the subservice organizations, the subprocessors or both, else by itself.
func (s speaker) vendor(p *Public, v *program.Vendor) {
	text, said := s.text(v)
	processes, serves := v.Subprocessor != nil && v.Subprocessor.Public, v.Subservice != nil && v.Subservice.Public
	if said && !processes && !serves {
		p.Vendors = append(p.Vendors, text)
	}
	if serves {
		p.Subservices = append(p.Subservices, s.subservice(v.Subservice, text))
	}
	if processes {
		p.Subprocessors = append(p.Subprocessors, subprocessor(v.Subprocessor, text))
	}
}

func (s speaker) subservice(sub *program.Subservice, text PublicText) PublicSubservice {
	out := PublicSubservice{PublicText: text, Method: sub.Method, Services: sub.Services}
	for i := range sub.CSOCs {
		c := &sub.CSOCs[i]
		out.Expected = append(out.Expected, PublicText{HTML: readable(c.Text), Lang: s.foreign(false), Criteria: s.keys(c.Criteria)})
	}
	return out
}

func subprocessor(s *program.Subprocessor, text PublicText) PublicSubprocessor {
	return PublicSubprocessor{PublicText: text, Products: s.Products, Locations: s.Locations, Chain: s.Chain, Transfer: s.Transfer,
		Announced: s.Announced.String(), Effective: s.Effective.String(), ObjectionUntil: s.ObjectionUntil.String(), End: s.Ended.String()}
}

// criteria returns the criteria that the public statements name, and all of the categories that a public report covers.
func (s speaker) criteria(p Public) []PublicCriterion {
	for _, c := range s.reported(p) {
		s.named[c] = true
	}
	var out []PublicCriterion
	for _, c := range slices.SortedFunc(maps.Keys(s.named), (*criteria.Criterion).Compare) {
		out = append(out, s.criterion(c))
	}
	return out
}

// reported returns the criteria of the categories that the public reports cover.
func (s speaker) reported(p Public) []*criteria.Criterion {
	var categories []string
	for _, r := range p.Reports {
		categories = append(categories, r.Categories...)
	}
	if len(categories) == 0 {
		return nil
	}
	return s.Catalogues.InScope([]string{"tsc"}, categories)
}

func (s speaker) criterion(c *criteria.Criterion) PublicCriterion {
	out := PublicCriterion{Key: c.String(), ID: c.Label(s.lang), Title: c.Title.In(s.lang), Framework: c.Framework.Name.In(s.lang),
		FrameworkID: c.Framework.ID}
	if c.Group != nil {
		out.Family, out.FamilyOf = c.Group.ID, c.Group.Title.In(s.lang)
	}
	return out
}

func (s speaker) report(p *Public, r *program.Report) {
	text, said := s.text(r)
	if !said && len(r.Public.Fields) == 0 {
		return
	}
	p.Reports = append(p.Reports, PublicReport{PublicText: text,
		Kind: told(r, "kind", r.Kind), Type: told(r, "type", number(int64(r.Type))), Opinion: told(r, "opinion", r.Opinion),
		From: told(r, "period", r.Period.From.String()), To: told(r, "period", r.Period.To.String()), AsOf: told(r, "as_of", r.AsOf.String()),
		Issued: told(r, "issued", r.Issued.String()), NextExpected: told(r, "next_expected", r.NextExpected.String()),
		Auditor: told(r, "auditor", r.Auditor.Name), LicenceURL: told(r, "auditor", r.Auditor.LicenceURL),
		PeerReviewURL: told(r, "auditor", r.Auditor.PeerReviewURL), Categories: s.categories(list(r, "categories", r.Categories)),
		NotInScope: s.categories(list(r, "not_in_scope", r.NotInScope)), Services: list(r, "services", r.Services),
		Locations: list(r, "locations", r.Locations), Exceptions: told(r, "exceptions", r.Exceptions), Use: told(r, "use", r.Use),
		Access: told(r, "access", r.Access)})
}

func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// categories returns the names of categories as readers know them, where a catalogue has them.
func (s speaker) categories(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		if id, ok := s.Catalogues.Category(name); ok {
			out[i] = s.Catalogues.CategoryName(id, s.lang)
		}
	}
	return out
}
