package trust

import (
	"cmp"
	"fmt"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/plain"
	"trustpress/generator/spreadsheet"
)

// euData is the page of the facts that customers in the EU enter in registers: what is stated, and what other public records say.
type euData struct {
	topicData
	Known, Chain []fact
	Downloads    []way
}

// fact is one fact for a register. Its key and the names of its fields do not change, so that a program finds it again; new ones may
// be added. A rank counts from the customer: the company itself has rank 1 (Regulation (EU) 2024/2956).
type fact struct {
	Key     string   `json:"key"`
	Name    string   `json:"fact"`
	Value   string   `json:"value"`
	Scope   string   `json:"scope,omitempty"`
	Rank    int      `json:"rank,omitempty"`
	Under   string   `json:"under,omitempty"`   // the company that it is engaged by
	Country string   `json:"country,omitempty"` // its code, where one is written
	From    string   `json:"effective,omitempty"`
	Refs    []string `json:"refs,omitempty"`
	Level   string   `json:"level,omitempty"` // examined, certified, tested, self-assessed, commitment, planned
	AsOf    string   `json:"as_of,omitempty"`
	Until   string   `json:"holds_until,omitempty"`
}

// factFile is the facts for programs.
type factFile struct {
	Organization string `json:"organization"`
	Language     string `json:"language"`
	AsOf         string `json:"as_of,omitempty"`
	Facts        []fact `json:"facts"`
}

func eu(s *sheet) any {
	out := euData{topicData: s.topic("eu"), Known: s.known(), Chain: s.chain(), Downloads: s.downloads()}
	for i := range out.Chain {
		out.Chain[i].Country = s.country(out.Chain[i].Country)
	}
	return out
}

// facts returns all that the page tells, in its order. Both files are made of it.
func (s *sheet) facts() []fact {
	var out []fact
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Section == "eu" {
			s.dated(c.AsOf)
			out = append(out, fact{Key: "claim." + numbered(c.ID, i), Name: c.Title, Value: plain.Text(c.HTML), Scope: listed(c.Scope.Words), Refs: c.Refs,
				Level: c.Level, AsOf: c.AsOf, Until: c.Until})
		}
	}
	return append(append(out, s.known()...), s.chain()...)
}

// known returns what the settings of the site and its public reports say.
func (s *sheet) known() []fact {
	o := s.Organization
	out := told(
		fact{Key: "organization.legal_name", Name: s.say("field-legal_name"), Value: s.maker()},
		fact{Key: "organization.registration_number", Name: s.say("field-org_number"), Value: o.OrgNumber},
		fact{Key: "organization.lei", Name: s.say("organization-lei"), Value: o.LEI},
		fact{Key: "organization.vat", Name: s.say("organization-vat"), Value: o.VAT},
		fact{Key: "organization.country", Name: s.say("field-country"), Value: s.country(o.Country), Country: o.Country},
		fact{Key: "organization.address", Name: s.say("field-address"), Value: o.Address},
		fact{Key: "organization.website", Name: s.say("field-website"), Value: o.Website},
		fact{Key: "service.name", Name: s.say("service"), Value: s.Service.Name},
		fact{Key: "contact.security", Name: s.say("contact-security"), Value: shown(o.SecurityContact)},
		fact{Key: "contact.privacy", Name: s.say("contact-privacy"), Value: shown(o.PrivacyContact)},
		fact{Key: "contact.dpo", Name: s.say("contact-dpo"), Value: shown(o.DPOContact)},
		fact{Key: "subprocessors.notice", Name: s.say("notice-of-subprocessors"), Value: s.days(s.Site.NoticeDays)},
	)
	for i := range s.Reports {
		out = append(out, s.reportFact(&s.Reports[i], i))
	}
	return out
}

// reportFact is a report as a fact: what it is, for which time, and by whom.
func (s *sheet) reportFact(r *audience.PublicReport, n int) fact {
	s.dated(r.Issued)
	var value []string
	period := r.On
	if r.From != "" {
		period = s.say("from-to", r.From, r.To)
	}
	for _, part := range []string{r.Title, period, r.Auditor} {
		if part != "" {
			value = append(value, part)
		}
	}
	return fact{Key: "report." + numbered(r.ID, n), Name: cmp.Or(begun(s.chosen(r.Kind)), s.say("kind-report")), Value: listed(value), Level: r.Level, AsOf: r.AsOf, Until: r.Until}
}

// chain returns who works on customers' data with the company, and with those in turn, by rank.
func (s *sheet) chain() []fact {
	var out []fact
	for i, p := range s.partners() {
		if p.Status == "former" {
			continue
		}
		key := "subprocessor." + numbered(p.ID, i)
		out = append(out, fact{Key: key, Name: s.say("field-subprocessor"), Value: p.PublicSubprocessor.Title, Rank: 2, Under: s.maker(), From: p.Effective,
			Country: p.PublicSubprocessor.Country, AsOf: p.AsOf, Until: p.Until})
		for n, l := range p.PublicSubprocessor.Chain {
			out = append(out, fact{Key: fmt.Sprintf("%s.%d", key, n+1), Name: s.say("field-chain"), Value: l.Name, Rank: 3, Under: p.PublicSubprocessor.Title,
				From: p.Effective, Scope: listed(l.Purpose.Words), Country: l.Country, AsOf: p.AsOf, Until: p.Until})
		}
	}
	return out
}

// told leaves out the facts that nobody stated.
func told(facts ...fact) []fact {
	var out []fact
	for _, f := range facts {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

// numbered names what has no public id by its number.
func numbered(id string, n int) string { return strings.ToLower(cmp.Or(id, fmt.Sprint(n+1))) }

// shown returns an address as a reader sees it.
func shown(contact string) string {
	_, out := reach(contact)
	return out
}

func factsJSON(s *sheet) ([]byte, error) {
	facts := s.facts()
	return readableJSON(factFile{Organization: s.maker(), Language: s.Language, AsOf: s.asOf, Facts: facts})
}

func factsCSV(s *sheet) ([]byte, error) {
	rows := [][]string{{"key", "fact", "value", "scope", "rank", "under", "country", "effective", "refs", "level", "as_of", "holds_until"}}
	for _, f := range s.facts() {
		rank := ""
		if f.Rank > 0 {
			rank = fmt.Sprint(f.Rank)
		}
		rows = append(rows, []string{f.Key, f.Name, f.Value, f.Scope, rank, f.Under, f.Country, f.From, listed(f.Refs), f.Level, f.AsOf, f.Until})
	}
	return spreadsheet.CSV(rows)
}
