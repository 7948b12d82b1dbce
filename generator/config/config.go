// Package config owns site.toml: who the company is, what is audited, where the content stands, and the parameters that prose
// may use. It reads strictly: an unknown key or a value of the wrong kind is the finding invalid-config at its place.
//
// It refuses facts about one document, and it does not know the rules, the criteria or the kinds of record; names of those
// are carried with their places and judged by the stages that know them.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/secret"
)

// File is the name of a site file: of one that nobody named otherwise, and of every one in the archive of a release.
const File = "site.toml"

const rule = "invalid-config"

// evidenceFolder is where raw evidence stands below the content root unless the site says otherwise.
const evidenceFolder = "evidence/files"

// Site is site.toml, decoded, with the defaults filled in.
type Site struct {
	AsOf         node.Day             `field:"as_of"`
	Organization Organization         `field:"organization"`
	Service      Service              `field:"service"`
	Site         Settings             `field:"site"`
	Audit        *Audit               `field:"audit"` // nil: a handbook alone
	Frameworks   Frameworks           `field:"frameworks"`
	Params       map[string]node.Text `field:"params"`
	PublicParams map[string]bool      `field:"public_params"`
	Content      Content              `field:"content"`
	Evidence     Evidence             `field:"evidence"`
	Handbook     Handbook             `field:"handbook"`
	Trust        Trust                `field:"trust"`
	Auditor      Auditor              `field:"auditor"`
	Rules        map[string]node.Text `field:"rules"`

	File   string     // name of the file
	Tree   *node.Node // where each key stands
	Broken bool       // it does not parse, or names no content: nothing can be built on it
}

// Organization is the company.
type Organization struct {
	Name            string `field:"name,required"`
	LegalName       string `field:"legal_name"`
	OrgNumber       string `field:"org_number"` // in its country's register
	VAT             string `field:"vat"`
	LEI             string `field:"lei"` // ISO 17442
	Country         string `field:"country"`
	Address         string `field:"address"`
	Website         string `field:"website"`
	SecurityContact string `field:"security_contact"`
	PrivacyContact  string `field:"privacy_contact"`
	DPOContact      string `field:"dpo_contact"` // of the data protection officer
}

// Service is the system that is described.
type Service struct {
	Name         string                 `field:"name"`
	Summary      string                 `field:"summary"`
	Translations map[string]ServiceText `field:"translations"` // by language
}

// ServiceText is what is said of the system in another language.
type ServiceText struct {
	Summary string `field:"summary"`
}

// In returns what the system is in a language, and whether it is written in that.
func (s *Service) In(lang string) (summary string, translated bool) {
	if t := s.Translations[lang]; t.Summary != "" {
		return t.Summary, true
	}
	return s.Summary, false
}

// Settings is the [site] table.
type Settings struct {
	BaseURL   string   `field:"base_url"`
	Languages []string `field:"languages"` // the first is the default
	Outputs   []string `field:"outputs" of:"handbook|trust|auditor"`
	Theme     string   `field:"theme"`
	Logo      string   `field:"logo"` // below the content root
	Colors    Colors   `field:"colors"`
}

// Colors are the company's own, where it does not take the theme's.
type Colors struct {
	Accent     string `field:"accent"`      // of links, on light paper
	AccentDark string `field:"accent_dark"` // and on dark
}

// Audit is the examination that the site prepares for.
type Audit struct {
	Type            int             `field:"type,required"`
	PeriodFrom      node.Day        `field:"period_from"`
	PeriodTo        node.Day        `field:"period_to"`
	AsOf            node.Day        `field:"as_of"`
	Type1WindowDays int             `field:"type1_window_days"`
	Stage           string          `field:"stage" of:"examination|readiness"`
	Firm            string          `field:"firm"`
	Categories      []node.Text     `field:"categories"`
	NotApplicable   []NotApplicable `field:"not_applicable"`
	Roles           []AuditRole     `field:"roles"`
}

// AuditRole is what somebody does in the audit: a person of the company, by id, or somebody of the firm, by name.
type AuditRole struct {
	Does   node.Text `field:"does,required"`
	Person node.Text `field:"person"`
	Name   string    `field:"name"`
}

// NotApplicable is a criterion that does not apply, with the reason that DC 200 DC 8 asks for.
type NotApplicable struct {
	Criterion node.Text `field:"criterion,required"`
	Reason    string    `field:"reason,required"`
}

// Frameworks chooses the catalogues that are in scope.
type Frameworks struct {
	InScope []node.Text `field:"in_scope"`
}

// Content says where records stand and how foreign front matter is read.
type Content struct {
	Root        string            `field:"root"`
	Ignore      []string          `field:"ignore"`
	ExtraFields []string          `field:"extra_fields"`
	FrontMatter map[string]string `field:"front_matter"` // their key → ours
}

// Evidence says where raw evidence files stand.
type Evidence struct {
	Root string `field:"root"`
}

// Handbook holds the settings of the handbook.
type Handbook struct {
	Versions []string `field:"versions"` // "all", "latest:5", or the names of those that are shown
	PDF      *bool    `field:"pdf"`
	Search   *bool    `field:"search"`
}

// Trust holds the settings of the trust center.
type Trust struct {
	NoticeDays  int           `field:"notice_days"` // before a new subprocessor is at work
	Holds       node.Duration `field:"holds"`       // how long a public statement holds that does not say so
	Requests    string        `field:"requests"`    // where one asks for a document: an address of mail, or a form
	StatusPage  string        `field:"status_page"`
	Frameworks  []node.Text   `field:"frameworks"` // beside the criteria, that public controls are held against
	SecurityTxt SecurityTxt   `field:"security_txt"`
}

// SecurityTxt is what security.txt says beside the contact (RFC 9116 §2.5).
type SecurityTxt struct {
	Expires         node.Day `field:"expires"`
	Encryption      string   `field:"encryption"`
	Acknowledgments string   `field:"acknowledgments"`
	Hiring          string   `field:"hiring"`
}

// Auditor holds the settings of the bundle.
type Auditor struct {
	BundleID  string   `field:"bundle_id"`
	Sections  []string `field:"sections" of:"opinion|assertion|description|tests|other"` // of the report, in the firm's order; every one, once the site is read
	Numbering string   `field:"numbering" of:"arabic|roman|none"`                        // of those sections
}

// Load reads the site file from the root of fsys. The error is for a file that cannot be read at all; everything the author
// can mend is a finding, and the site that comes with findings is still usable.
func Load(fsys fs.FS, name string) (*Site, []diag.Finding, error) {
	text, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("there is no %s here", name)
	}
	if err != nil {
		return nil, nil, err
	}
	site, findings := Parse(name, text)
	return site, findings, nil
}

// Parse reads the text of a site file.
func Parse(name string, text []byte) (*Site, []diag.Finding) {
	file := diag.NewFile(name, text)
	if at := diag.InvalidUTF8(text); at >= 0 {
		return defaults(&Site{File: name, Tree: node.Empty(diag.Start(name)), Broken: true}), []diag.Finding{{
			Rule: rule, Span: file.Span(at, at+1), Message: "this is not UTF-8", Hint: "save the file as UTF-8"}}
	}
	tree, findings := node.TOML(file, len(text)-len(strings.TrimPrefix(string(text), "\ufeff")), len(text), rule)
	site := &Site{File: name, Tree: tree, Broken: len(findings) > 0}
	d := node.Decoder{Rules: node.Rules{Unknown: rule, Misspelt: rule, Missing: rule, Value: rule}}
	d.Struct(tree, site)
	defaults(site)
	if site.Broken { // what is missing or odd after a syntax error is so because of it
		return site, findings
	}
	c := checker{site: site}
	c.check()
	for _, m := range secret.Find(text) {
		c.findings = append(c.findings, diag.Finding{Rule: "secret-in-content", Span: file.Span(m.Start, m.End),
			Message: m.Says(), Hint: secret.Hint})
	}
	return site, append(append(findings, d.Findings...), c.findings...)
}

func defaults(s *Site) *Site {
	set := func(list *[]string, words ...string) {
		if len(*list) == 0 {
			*list = words
		}
	}
	set(&s.Site.Languages, "en")
	set(&s.Site.Outputs, "handbook", "trust", "auditor")
	if len(s.Frameworks.InScope) == 0 {
		s.Frameworks.InScope = []node.Text{{Text: "tsc", Span: diag.Start(s.File)}}
	}
	text := func(at *string, word string) {
		if *at == "" {
			*at = word
		}
	}
	text(&s.Content.Root, "content")
	text(&s.Evidence.Root, path.Join(s.Content.Root, evidenceFolder))
	text(&s.Site.Theme, "ledger")
	text(&s.Service.Name, s.Organization.Name)
	if s.Trust.NoticeDays == 0 {
		s.Trust.NoticeDays = 30
	}
	if s.Trust.Holds.IsZero() {
		s.Trust.Holds = node.Duration{N: 12, Unit: "months"}
	}
	text(&s.Trust.Requests, s.Organization.SecurityContact)
	s.Auditor.order()
	if a := s.Audit; a != nil {
		text(&a.Stage, "examination")
		if a.Type1WindowDays == 0 {
			a.Type1WindowDays = 30
		}
	}
	return s
}
