package audience

import "cmp"

// Public is what everybody may read, in one language. It holds strings and numbers, and nothing that leads back to a record.
type Public struct {
	Language         string
	Organization     PublicOrganization
	Service          PublicService
	Site             PublicSite
	Brand            Brand
	Description      []PublicSection // of the system
	Commitments      []PublicText
	Requirements     []PublicText // of the commitments, those that are system requirements and say so for everybody
	CUECs            []PublicText
	Responsibilities []PublicText // of user entities; a CUEC is none
	Controls         []PublicControl
	Criteria         []PublicCriterion // that something public names, and those of the categories of the public reports
	Frameworks       []PublicFramework // beside the criteria, that the site wants to be held against
	Policies         []PublicPolicy
	Reports          []PublicReport
	Subservices      []PublicSubservice
	Subprocessors    []PublicSubprocessor
	Vendors          []PublicText // that are neither
	Documents        []PublicDocument
	Updates          []PublicUpdate // the newest first
	Questions        []PublicQuestion
	Pages            []PublicPage
	Claims           []PublicClaim
	Texts            []PublicText // whatever else a person wrote as public
}

// PublicOrganization is the [organization] table of site.toml.
type PublicOrganization struct {
	Name, LegalName, OrgNumber, VAT, LEI, Country, Address string
	Website, SecurityContact, PrivacyContact, DPOContact   string
}

// PublicService is the [service] table of site.toml.
type PublicService struct {
	Name, Summary string
	Lang          string // of the summary, if it is not the language of the page
}

// PublicSite is what the [site] and [trust] tables of site.toml say to a reader.
type PublicSite struct {
	BaseURL     string
	NoticeDays  int    // 0 if nobody said
	Requests    string // where one asks for a document
	StatusPage  string
	SecurityTxt PublicSecurityTxt
}

// PublicSecurityTxt is what security.txt says beside the contact (RFC 9116 §2.5).
type PublicSecurityTxt struct{ Expires, Encryption, Acknowledgments, Hiring string }

// Standing says how far a statement goes; each is "" where nobody said.
type Standing struct {
	Level string // examined, certified, tested, self-assessed, commitment, planned
	AsOf  string // the day as of which it is told
	Until string // the day until which it holds
}

// Said is what stands in a plain field, with its language if that is not the language of the page.
type Said struct {
	Words []string
	Lang  string
}

// PublicText is one public statement.
type PublicText struct {
	ID        string // only if a person wrote public.id, or the record is public
	FormerIDs []string
	Title     string // plain text; "" if a person wrote none
	TitleLang string // of the title, if it is not in the language of the page
	HTML      string // finished
	Lang      string // of the words, if they are not in the language of the page
	Criteria  []string
	Standing
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
	Reported  bool // it is of a category that a public report covers

	FrameworkID string
}

// PublicFramework is a framework beside the criteria, item by item.
type PublicFramework struct {
	ID, Name, Note string
	Items          []PublicItem
}

// PublicItem is one item of a framework, and what the catalogues say that it shares.
type PublicItem struct {
	PublicCriterion
	Shared []string // keys of criteria that speak of the same matter
}

// PublicPolicy is a policy with what a person chose to tell of it.
type PublicPolicy struct {
	PublicText
	Whole                                        bool   // everybody may read all of it
	Summary, SummaryLang                         string // of one that is public as a whole: in a sentence, as plain text
	Version, EffectiveOn, ApprovedOn, NextReview string
}

// PublicReport is a report on the company, by another or by itself. Only the fields that public.fields names are filled in.
type PublicReport struct {
	PublicText
	Kind, Opinion                          string
	Type                                   string // "1", "2"
	From, To, On, Issued, NextExpected     string
	ValidUntil, Certificate, Accreditation string
	Auditor, AuditorCountry                string
	LicenceURL, PeerReviewURL              string
	Categories                             []string
	Services, Locations, NotInScope        Said
	Scope, Exceptions, Signatory, Changes  Said
	Covers, Supersedes                     string // the public ids of other reports
	Use, Access, SHA256                    string
	Size                                   int64 // in bytes, 0 if nobody said
}

// dated returns the day by which a report is newer than another, as far as that is told.
func (r *PublicReport) dated() string { return cmp.Or(r.Issued, r.To, r.On) }

// PublicSubservice is a subservice organization whose table is public (DC 200 DC 7).
type PublicSubservice struct {
	PublicText
	Method   string // carve-out, inclusive
	Services Said
	Expected []PublicText
}

// PublicSubprocessor is a vendor whose subprocessor table is public.
type PublicSubprocessor struct {
	PublicText                                          // its name, and what it does
	LegalName, OrgNumber, Country, Address, Contact     string
	Products, Data, DataSubjects, Locations, AccessFrom Said
	Transfer, DPAURL, SecurityURL, Replaces             string
	TransferNote, Reason                                Said
	Chain                                               []PublicLink
	Announced, Effective, ObjectionUntil, End           string
}

// PublicLink is one company in the chain below a subprocessor.
type PublicLink struct {
	Name, Country string // the country by its code, where it is written so
	Purpose       Said
}

// PublicDocument is a file that customers may have, or ask for.
type PublicDocument struct {
	PublicText
	Version, Issued, Expires string
	Access                   string // open, listed, sealed
	How                      Said   // to get it
	File                     string // below the root of the site; "" unless it is handed out
	SHA256                   string
	Size                     int64  // in bytes, 0 if nobody said
	Supersedes, NDA          string // ids of other documents
}

// PublicUpdate is a dated notice to customers.
type PublicUpdate struct {
	PublicText
	Class, Published, Effective, Expires string
	OccurredOn, ResolvedOn               string
	Severity, Affects                    Said
	Corrects                             string // the id of another update
}

// PublicQuestion is a reviewer's question with the answer.
type PublicQuestion struct {
	PublicText          // the question, and the answer
	Topic      string   // one of the twenty that reviewers ask about
	Controls   []string // public ids
	Refs       []string // ids of questionnaires
}

// PublicPage is a text of a page.
type PublicPage struct {
	PublicText
	Section string
}

// PublicClaim is one fact that the company states of itself.
type PublicClaim struct {
	PublicText
	Section, Topic string
	Scope          Said
	Refs           []string
}
