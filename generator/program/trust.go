package program

import "trustpress/generator/node"

// Report is a report or certificate that the company holds.
type Report struct {
	Record
	Kind         string      `field:"kind" of:"soc1|soc2|soc3|iso27001|iso27701|iso42001|pentest|csa-star|pci|hipaa|bridge-letter|other"`
	Type         int         `field:"type"`
	Period       Period      `field:"period"`
	AsOf         node.Day    `field:"as_of"`
	Issued       node.Day    `field:"issued"`
	Opinion      string      `field:"opinion" of:"unmodified|unqualified|qualified|adverse|disclaimer"`
	Auditor      Firm        `field:"auditor"`
	Categories   []string    `field:"categories"`
	NotInScope   []string    `field:"not_in_scope"`
	Services     []string    `field:"services"`
	Locations    []string    `field:"locations"`
	Exceptions   string      `field:"exceptions"`
	Use          string      `field:"use" of:"restricted|general"`
	Access       string      `field:"access" of:"open|listed|sealed"`
	NextExpected node.Day    `field:"next_expected"`
	Supersedes   Ref[Report] `field:"supersedes"`
	Source       string      `field:"file"`
	SHA256       string      `field:"sha256"`
	Size         *int64      `field:"size"`
}

// Firm is the auditor of a report.
type Firm struct {
	Name          string `field:"name"`
	LicenceURL    string `field:"licence_url"`
	PeerReviewURL string `field:"peer_review_url"`
}

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
}

// Update is a dated notice to customers.
type Update struct {
	Record
	Class     string      `field:"class" of:"subprocessor|report|policy|incident|advisory|maintenance|legal|product"`
	Published node.Day    `field:"published"`
	Effective node.Day    `field:"effective"`
	Expires   node.Day    `field:"expires"`
	Affects   []string    `field:"affects"`
	Severity  string      `field:"severity"`
	Corrects  Ref[Update] `field:"corrects"`
}

// Question is a reviewer's question with our answer.
type Question struct {
	Record
	Question Prose          `field:"question"`
	Criteria []CriterionRef `field:"criteria"`
	Controls []Ref[Control] `field:"controls"`
	Refs     []string       `field:"refs"` // ids of questionnaires
	Access   string         `field:"access"`
	Reviewed
}

// Page is a text of the trust center.
type Page struct {
	Record
	Section    string   `field:"section"`
	Level      string   `field:"level" of:"examined|certified|self-assessed|commitment|planned"`
	AsOf       node.Day `field:"as_of"`
	ValidUntil node.Day `field:"valid_until"`
}
