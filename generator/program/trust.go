package program

import "trustpress/generator/node"

// Document is a file that customers may have or ask for.
type Document struct {
	Record
	Version    string        `field:"version"`
	Issued     node.Day      `field:"issued"`
	Expires    node.Day      `field:"expires"`
	Access     string        `field:"access" of:"open|listed|sealed"`
	How        string        `field:"how"`
	Source     string        `field:"file"`
	SHA256     string        `field:"sha256"`
	Size       *int64        `field:"size"`
	Supersedes Ref[Document] `field:"supersedes"`
	NDA        Ref[Document] `field:"nda"` // the text to agree to before one asks for it
}

// Hosted reports whether the document's file is to stand on the public host.
func (d *Document) Hosted() bool { return d.Access == "open" || d.Access == "sealed" }

// Update is a dated notice to customers.
type Update struct {
	Record
	Class      string      `field:"class" of:"subprocessor|report|policy|incident|advisory|maintenance|legal|product"`
	Published  node.Day    `field:"published"`
	Effective  node.Day    `field:"effective"`
	Expires    node.Day    `field:"expires"`
	OccurredOn node.Day    `field:"occurred_on"`
	ResolvedOn node.Day    `field:"resolved_on"`
	Affects    []string    `field:"affects"`
	Severity   string      `field:"severity"`
	Corrects   Ref[Update] `field:"corrects"` // what it corrects stays as it was
}

// Question is a reviewer's question with our answer.
type Question struct {
	Record
	Question Prose          `field:"question"`
	Topic    string         `field:"topic" of:"scope|report|request|currency|subprocessors|changes|data|access|pentest|vulnerabilities|incident-notice|incidents|continuity|customer-controls|privacy|location|people|development|ai|contact"`
	Criteria []CriterionRef `field:"criteria"`
	Controls []Ref[Control] `field:"controls"`
	Refs     []string       `field:"refs"` // ids of questionnaires
	Access   string         `field:"access"`
	Reviewed
}

// Page is a text of the trust center.
type Page struct {
	Record
	Section    string   `field:"section" of:"about|privacy|security|ai|availability|eu|verify|accessibility|requests"`
	Level      string   `field:"level" of:"examined|certified|self-assessed|commitment|planned"`
	AsOf       node.Day `field:"as_of"`
	ValidUntil node.Day `field:"valid_until"`
}

// Claim is one fact that the company states of itself.
type Claim struct {
	Record
	Text       Prose          `field:"text"`
	Section    string         `field:"section" of:"about|privacy|security|ai|availability|eu|verify|accessibility|requests"` // the page that it stands on
	Topic      string         `field:"topic" of:"scope|report|request|currency|subprocessors|changes|data|access|pentest|vulnerabilities|incident-notice|incidents|continuity|customer-controls|privacy|location|people|development|ai|contact"`
	Level      string         `field:"level" of:"examined|certified|self-assessed|commitment|planned"`
	AsOf       node.Day       `field:"as_of"`
	ValidUntil node.Day       `field:"valid_until"`
	Scope      string         `field:"scope"`
	Refs       []string       `field:"refs"` // its places in other frameworks and questionnaires
	Criteria   []CriterionRef `field:"criteria"`
}
