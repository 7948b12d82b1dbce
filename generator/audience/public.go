package audience

import "cmp"

// Public is what everybody may read, in one language. It holds strings, and nothing that leads back to a record.
type Public struct {
	Language         string
	FieldLang        string // of what stands in plain fields, if that is not the language of the page
	Organization     PublicOrganization
	Service          PublicService
	Description      []PublicSection // of the system
	Commitments      []PublicText
	Requirements     []PublicText // of the commitments, those that are system requirements and say so for everybody
	CUECs            []PublicText
	Responsibilities []PublicText // of user entities; a CUEC is none
	Controls         []PublicControl
	Criteria         []PublicCriterion // that something public names, and those of the categories of the public reports
	Policies         []PublicPolicy
	Reports          []PublicReport
	Subservices      []PublicSubservice
	Subprocessors    []PublicSubprocessor
	Vendors          []PublicText // that are neither
	Texts            []PublicText // whatever else a person wrote as public
}

// PublicOrganization is the [organization] table of site.toml.
type PublicOrganization struct{ Name, LegalName, Country, Website, SecurityContact, PrivacyContact string }

// PublicService is the [service] table of site.toml.
type PublicService struct {
	Name, Summary string
	Lang          string // of the summary, if it is not the language of the page
}

// PublicText is one public statement.
type PublicText struct {
	ID         string // only if a person wrote public.id, or the record is public
	Title      string // plain text; "" if a person wrote none
	TitleLang  string // of the title, if it is not in the language of the page
	HTML       string // finished
	Lang       string // of the words, if they are not in the language of the page
	Criteria   []string
	ReviewedOn string
}

// PublicSection is one section of the system description (DC section 200).
type PublicSection struct {
	PublicText
	Section string // "DC1"; "" if that is not told
}

// PublicControl is a control with what a person chose to tell of it.
type PublicControl struct {
	PublicText
	Frequency  []string
	Type, Mode string
}

// PublicCriterion is a criterion that a public statement can name.
type PublicCriterion struct {
	Key       string // with its framework: "tsc:CC6.1"
	ID        string
	Title     string
	Family    string // the heading that it stands under: "CC6"
	FamilyOf  string // what that is called
	Framework string

	FrameworkID string
}

// compare orders texts by what everybody sees of them, so that the names of the files they stand in do not show.
func (t PublicText) compare(u PublicText) int {
	return cmp.Or(cmp.Compare(t.ID, u.ID), cmp.Compare(t.Title, u.Title), cmp.Compare(t.HTML, u.HTML))
}

// PublicPolicy is a policy with what a person chose to tell of it.
type PublicPolicy struct {
	PublicText
	Version, EffectiveOn, ApprovedOn, NextReview string
}

// PublicReport is a report on the company, by another or by itself. Only the fields that public.fields names are filled in.
type PublicReport struct {
	PublicText
	Kind, Opinion                        string
	Type                                 string // "1", "2"
	From, To, AsOf, Issued, NextExpected string
	Auditor, LicenceURL, PeerReviewURL   string
	Categories, NotInScope               []string
	Services, Locations                  []string
	Exceptions, Use, Access              string
}

// PublicSubservice is a subservice organization whose table is public (DC 200 DC 7).
type PublicSubservice struct {
	PublicText
	Method   string // carve-out, inclusive
	Services []string
	Expected []PublicText
}

// PublicSubprocessor is a vendor whose subprocessor table is public.
type PublicSubprocessor struct {
	PublicText                                // its name, and what it does
	Products, Locations, Chain                []string
	Transfer                                  string
	Announced, Effective, ObjectionUntil, End string
}
