package trust

import (
	"cmp"
	"strings"

	"trustpress/generator/plain"
	"trustpress/generator/spreadsheet"
)

// subprocessorFile is the list of subprocessors for programs. What a name or a value means does not change; new ones may be added.
type subprocessorFile struct {
	Organization  string               `json:"organization"`
	Language      string               `json:"language"`
	AsOf          string               `json:"as_of,omitempty"`
	NoticeDays    int                  `json:"notice_days,omitempty"`
	Subprocessors []subprocessorRecord `json:"subprocessors"`
}

// subprocessorRecord is a subprocessor for programs. Dates are ISO 8601; a country is its code (ISO 3166-1 alpha-2) where the company
// wrote one.
type subprocessorRecord struct {
	ID             string       `json:"id,omitempty"`
	Status         string       `json:"status"` // announced, current, former; as of the day of the file
	Name           string       `json:"name"`
	LegalName      string       `json:"legal_name,omitempty"`
	OrgNumber      string       `json:"registration_number,omitempty"`
	Country        string       `json:"country,omitempty"`
	Address        string       `json:"address,omitempty"`
	Contact        string       `json:"contact,omitempty"`
	Purpose        string       `json:"purpose,omitempty"`
	Products       []string     `json:"products,omitempty"`
	Data           []string     `json:"data,omitempty"`
	DataSubjects   []string     `json:"data_subjects,omitempty"`
	Locations      []string     `json:"locations,omitempty"`
	AccessFrom     []string     `json:"access_from,omitempty"`
	Transfer       string       `json:"transfer,omitempty"` // none, adequacy, scc, bcr, dpf
	TransferNote   string       `json:"transfer_note,omitempty"`
	DPAURL         string       `json:"dpa_url,omitempty"`
	SecurityURL    string       `json:"security_url,omitempty"`
	Chain          []linkRecord `json:"chain,omitempty"`
	Replaces       string       `json:"replaces,omitempty"`
	Reason         string       `json:"reason,omitempty"`
	Announced      string       `json:"announced,omitempty"`
	ObjectionUntil string       `json:"objection_until,omitempty"`
	Effective      string       `json:"effective,omitempty"`
	Ended          string       `json:"ended,omitempty"`
}

// linkRecord is one company in the chain below a subprocessor.
type linkRecord struct {
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
	Purpose string `json:"purpose,omitempty"`
}

func (p *subprocessor) record() subprocessorRecord {
	x := &p.PublicSubprocessor
	out := subprocessorRecord{ID: x.ID, Status: p.Status, Name: x.Title, LegalName: x.LegalName, OrgNumber: x.OrgNumber, Country: x.Country,
		Address: x.Address, Contact: x.Contact, Purpose: plain.Text(x.HTML), Products: x.Products.Words, Data: x.Data.Words,
		DataSubjects: x.DataSubjects.Words, Locations: x.Locations.Words, AccessFrom: x.AccessFrom.Words, Transfer: x.Transfer,
		TransferNote: listed(x.TransferNote.Words), DPAURL: x.DPAURL, SecurityURL: x.SecurityURL, Replaces: x.Replaces, Reason: listed(x.Reason.Words),
		Announced: x.Announced, ObjectionUntil: x.ObjectionUntil, Effective: x.Effective, Ended: x.End}
	for _, l := range x.Chain {
		out.Chain = append(out.Chain, linkRecord{l.Name, l.Country, listed(l.Purpose.Words)})
	}
	return out
}

// listed puts the items of a list into one cell.
func listed(items []string) string { return strings.Join(items, "; ") }

func subprocessorsJSON(s *sheet) ([]byte, error) {
	out := subprocessorFile{Organization: s.maker(), Language: s.Language, NoticeDays: s.Site.NoticeDays, Subprocessors: []subprocessorRecord{}}
	for _, p := range s.partners() {
		out.Subprocessors = append(out.Subprocessors, p.record())
	}
	out.AsOf = s.asOf
	return readableJSON(out)
}

func subprocessorsCSV(s *sheet) ([]byte, error) {
	rows := [][]string{{"id", "status", "name", "legal_name", "registration_number", "country", "address", "contact", "purpose", "products", "data",
		"data_subjects", "locations", "access_from", "transfer", "transfer_note", "dpa_url", "security_url", "chain", "replaces", "reason", "announced",
		"objection_until", "effective", "ended"}}
	for _, p := range s.partners() {
		r := p.record()
		rows = append(rows, []string{r.ID, r.Status, r.Name, r.LegalName, r.OrgNumber, r.Country, r.Address, r.Contact, r.Purpose, listed(r.Products),
			listed(r.Data), listed(r.DataSubjects), listed(r.Locations), listed(r.AccessFrom), r.Transfer, r.TransferNote, r.DPAURL, r.SecurityURL,
			p.chained(), r.Replaces, r.Reason, r.Announced, r.ObjectionUntil, r.Effective, r.Ended})
	}
	return spreadsheet.CSV(rows)
}

// chained tells of the companies below a subprocessor in one cell: "Halls AB, Sweden (halls)".
func (p *subprocessor) chained() string {
	var out []string
	for _, l := range p.Chain {
		one := l.Name
		if l.Country != "" {
			one += ", " + l.Country
		}
		if len(l.Purpose.Words) > 0 {
			one += " (" + listed(l.Purpose.Words) + ")"
		}
		out = append(out, one)
	}
	return listed(out)
}

// annexCSV is the list of subprocessors that a Swedish public body fills into its agreement with a processor (PUB-avtal): who is or
// will be at work, one a row, in the order in which such a list asks. The template of the Swedish municipalities and regions (SKR,
// Adda, Inera) has such a list as a document in words; its table is not laid down here, and the columns are ours.
func annexCSV(s *sheet) ([]byte, error) {
	columns := []string{"legal_name", "org_number", "address", "contact", "purpose", "data", "data_subjects", "locations", "access_from", "transfer",
		"transfer_note", "chain", "effective", "objection_until"}
	head := make([]string, len(columns))
	for i, column := range columns {
		head[i] = s.say("field-" + column)
	}
	rows := [][]string{head}
	for _, p := range s.partners() {
		if p.Status == "former" {
			continue
		}
		r := p.record()
		rows = append(rows, []string{cmp.Or(r.LegalName, r.Name), r.OrgNumber, r.Address, r.Contact, r.Purpose, listed(r.Data), listed(r.DataSubjects),
			listed(r.Locations), listed(r.AccessFrom), p.Transfer, r.TransferNote, p.chained(), r.Effective, r.ObjectionUntil})
	}
	return spreadsheet.CSV(rows)
}
