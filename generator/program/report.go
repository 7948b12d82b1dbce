package program

import "trustpress/generator/node"

// Report is a report or certificate that the company holds, or a letter that bridges the time since one.
type Report struct {
	Record
	Kind          string      `field:"kind" of:"soc1|soc2|soc3|iso27001|iso27701|iso42001|pentest|csa-star|pci|hipaa|bridge-letter|other"`
	Type          int         `field:"type"`
	Period        Period      `field:"period"`
	AsOf          node.Day    `field:"as_of"`
	Issued        node.Day    `field:"issued"`
	ValidUntil    node.Day    `field:"valid_until"` // of a certificate
	Opinion       string      `field:"opinion" of:"unmodified|unqualified|qualified|adverse|disclaimer"`
	Auditor       Firm        `field:"auditor"`
	Certificate   string      `field:"certificate"`   // its number
	Accreditation string      `field:"accreditation"` // of the body that issued it
	Scope         string      `field:"scope"`
	Categories    []string    `field:"categories"`
	NotInScope    []string    `field:"not_in_scope"`
	Services      []string    `field:"services"`
	Locations     []string    `field:"locations"`
	Exceptions    string      `field:"exceptions"`
	Covers        Ref[Report] `field:"covers"`    // of a bridge letter: the report whose time it continues
	Signatory     string      `field:"signatory"` // of a bridge letter, which management signs
	Changes       string      `field:"changes"`   // that a bridge letter tells of
	Use           string      `field:"use" of:"restricted|general"`
	Access        string      `field:"access" of:"open|listed|sealed"`
	NextExpected  node.Day    `field:"next_expected"`
	Supersedes    Ref[Report] `field:"supersedes"`
	Source        string      `field:"file"`
	SHA256        string      `field:"sha256"`
	Size          *int64      `field:"size"`
}

// Firm is the auditor of a report, or the body that issued a certificate.
type Firm struct {
	Name          string `field:"name"`
	Country       string `field:"country"`
	LicenceURL    string `field:"licence_url"`
	PeerReviewURL string `field:"peer_review_url"`
}

// Examination reports whether a CPA firm examines and reports (AT-C 205): SOC 1, SOC 2 and SOC 3.
func (r *Report) Examination() bool { return r.Kind == "soc1" || r.Kind == "soc2" || r.Kind == "soc3" }

// Certified reports whether a body certifies against a standard.
func (r *Report) Certified() bool {
	return r.Kind == "iso27001" || r.Kind == "iso27701" || r.Kind == "iso42001"
}
