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
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"trustpress/generator/brand"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/secret"
)

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
	Versions []string `field:"versions"`
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
	BundleID string `field:"bundle_id"`
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
	if a := s.Audit; a != nil {
		text(&a.Stage, "examination")
		if a.Type1WindowDays == 0 {
			a.Type1WindowDays = 30
		}
	}
	return s
}

// checker judges what the types of the fields cannot say.
type checker struct {
	site     *Site
	findings []diag.Finding
}

func (c *checker) fail(at diag.Span, message, hint string) {
	c.findings = append(c.findings, diag.Finding{Rule: rule, Span: at, Message: message, Hint: hint})
}

var language = regexp.MustCompile(`^[a-z]{2,3}$`)

func (c *checker) check() {
	s, t := c.site, c.site.Tree
	if t.Get("organization") == nil && !misspelt(t, "organization") {
		c.fail(t.Span, "there is no [organization] table", "write [organization] with a name")
	}
	for _, l := range s.Site.Languages {
		if !language.MatchString(l) {
			c.fail(t.At("site", "languages"), fmt.Sprintf("%q is not a language", l), "write a code of two letters, as in \"sv\"")
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(s.Service.Translations)) {
		if !slices.Contains(s.Site.Languages, lang) {
			c.fail(t.At("service", "translations", lang), fmt.Sprintf("the site does not speak %q", lang), "name it under [site] languages")
		}
	}
	s.Broken = !c.inside(t.At("content", "root"), s.Content.Root)
	if s.Content.Root == "." {
		s.Broken = true
		c.fail(t.At("content", "root"), "the content cannot be the whole site", "give it a folder of its own, such as content")
	}
	if !s.Broken && !c.inside(t.At("evidence", "root"), s.Evidence.Root) {
		s.Evidence.Root = path.Join(s.Content.Root, evidenceFolder)
	}
	for _, glob := range s.Content.Ignore {
		if !doublestar.ValidatePattern(glob) {
			c.fail(t.At("content", "ignore"), fmt.Sprintf("%q is not a pattern", glob), "use * for a name and ** for any folders")
		}
	}
	c.addresses()
	c.brand()
	c.literal(t)
	c.params()
	c.audit()
}

// brand judges how the company shows itself.
func (c *checker) brand() {
	s, t := c.site.Site, c.site.Tree
	if ext := path.Ext(s.Logo); s.Logo != "" && c.inside(t.At("site", "logo"), s.Logo) && ext != ".svg" && ext != ".png" {
		c.fail(t.At("site", "logo"), fmt.Sprintf("%q cannot be a logo", s.Logo), "a logo is a drawing (.svg) or a picture (.png)")
	}
	for _, color := range []struct{ key, text string }{{"accent", s.Colors.Accent}, {"accent_dark", s.Colors.AccentDark}} {
		if _, err := brand.ParseColor(color.text); color.text != "" && err != nil {
			c.fail(t.At("site", "colors", color.key), err.Error(), `write it as "#1f4e5f"`)
		}
	}
}

// literal reports template syntax in the values of the site file, where nothing is filled in and which other texts repeat.
func (c *checker) literal(n *node.Node) {
	if n.Kind == node.String {
		if i := strings.Index(n.Text, "{{"); i >= 0 {
			t, ok := TokenAt(n.Text[i:])
			if !ok {
				t.Len = 2
			}
			c.fail(n.Place(i, i+t.Len), "template syntax is not read in "+c.site.File, "write the text itself")
		}
	}
	for _, item := range n.Items {
		c.literal(item)
	}
	for _, p := range n.Pairs {
		c.literal(p.Value)
	}
}

// misspelt reports whether a key is there under a wrong spelling, which has its own finding.
func misspelt(table *node.Node, key string) bool {
	return slices.ContainsFunc(table.Pairs, func(p node.Pair) bool {
		_, near := node.Misspelt(p.Key, []string{key})
		return near
	})
}

// inside reports a path that leaves the site.
func (c *checker) inside(at diag.Span, p string) bool {
	safe := fs.ValidPath(p) && !strings.Contains(p, "\\")
	if !safe {
		c.findings = append(c.findings, diag.Finding{Rule: "unsafe-path", Span: at, Message: fmt.Sprintf("the path %q leaves the site", p),
			Hint: "name a folder below the one that holds site.toml, with slashes and without \"..\""})
	}
	return safe
}

func (c *checker) params() {
	t := c.site.Tree
	if table := t.Get("public_params"); table != nil {
		for _, p := range table.Pairs {
			if _, ok := c.site.Params[p.Key]; !ok {
				c.fail(p.Span, fmt.Sprintf("[params] has no %q", p.Key), "")
			}
		}
	}
	if table := t.Get("rules"); table != nil {
		for _, p := range table.Pairs {
			if !slices.Contains([]string{"off", "warning", "error"}, p.Value.Text) {
				if p.Value.Kind != node.List && p.Value.Kind != node.Map { // which has its finding
					c.fail(p.Value.Span, fmt.Sprintf("a rule cannot be %q", p.Value.Text), "one of off, warning, error")
				}
				delete(c.site.Rules, p.Key) // a slip may not silence a rule
			}
		}
	}
}

func (c *checker) audit() {
	a, t := c.site.Audit, c.site.Tree
	if a == nil {
		return
	}
	at := t.At("audit")
	switch {
	case a.Type == 2 && (a.PeriodFrom.IsZero() || a.PeriodTo.IsZero()):
		c.period(at, "period_from", "period_to")
	case a.Type == 2 && a.PeriodTo.Before(a.PeriodFrom):
		c.unperiod("the period ends before it begins", "")
	case a.Type == 2 && a.PeriodFrom.AddMonths(12*longestPeriod).Before(a.PeriodTo):
		c.unperiod("the period is longer than five years", "look at the years of both dates")
	case a.Type == 1 && a.AsOf.IsZero():
		c.period(at, "as_of")
	case a.Type != 1 && a.Type != 2 && t.Get("audit").Get("type") != nil:
		c.fail(t.At("audit", "type"), "an audit is of type 1 or 2", "")
	}
}

// longestPeriod is how many years an audit period can last. A longer one is a slip of the pen, and costs as many windows as it has.
const longestPeriod = 5

// unperiod reports a period that is none, and takes it away: nothing is to be concluded from it.
func (c *checker) unperiod(message, hint string) {
	c.fail(c.site.Tree.At("audit", "period_to"), message, hint)
	c.site.Audit.PeriodFrom, c.site.Audit.PeriodTo = node.Day{}, node.Day{}
}

// period reports dates that the type of audit needs and that are not written. One written wrong has its own finding.
func (c *checker) period(at diag.Span, keys ...string) {
	for _, key := range keys {
		if table := c.site.Tree.Get("audit"); table.Get(key) == nil && !misspelt(table, key) {
			c.fail(at, fmt.Sprintf("%q is missing", key), fmt.Sprintf("an audit of type %d needs it", c.site.Audit.Type))
		}
	}
}
