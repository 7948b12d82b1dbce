package program

import (
	"reflect"

	"trustpress/generator/node"
)

// Control is what the company does so that criteria are met (TSP section 100).
type Control struct {
	Record
	Status      string            `field:"status" of:"active|retired"`
	Criteria    []CriterionRef    `field:"criteria"`
	Policies    []Ref[Policy]     `field:"policies"`
	Frequency   []string          `field:"frequency" of:"continuous|event|on-hire|on-exit|daily|weekly|monthly|quarterly|semi-annual|annual"`
	Type        string            `field:"type" of:"preventive|detective|corrective"`
	Mode        string            `field:"mode" of:"automated|manual|hybrid"`
	Systems     []string          `field:"systems"`
	Risks       []Ref[Risk]       `field:"risks"`
	Commitments []Ref[Commitment] `field:"commitments"`

	Parts []Part // what it says, to be compared; none if it could not be read
}

// Retired reports whether the control is no longer carried out.
func (c *Control) Retired() bool { return c.Status == "retired" }

// Commitment is a promise to customers or a requirement on the system (TSP section 100 ¶.19–.21; DC 200 DC 2).
type Commitment struct {
	Record
	Category string         `field:"category"`
	Kind     string         `field:"kind" of:"service commitment|system requirement"`
	Source   string         `field:"source"`
	Controls []Ref[Control] `field:"controls"`
}

// Description is one section of the system description (DC section 200, DC 1 to DC 9).
type Description struct {
	Record
	Section   string `field:"section" of:"DC1|DC2|DC3|DC4|DC5|DC6|DC7|DC8|DC9"`
	Statement Prose  `field:"statement"` // a nil statement, for DC4 and DC9
}

// Says reports whether the section holds words, beside its title.
func (d *Description) Says() bool {
	return !d.Body.Empty() || !d.Statement.Empty() || !d.Description.Empty()
}

// Statement is what management states to the service auditor beside the description of the system: its assertion in its own words, what it
// discloses, and other information that the opinion does not cover.
type Statement struct {
	Record
	About     string      `field:"about" of:"assertion|fraud|noncompliance|design|operation|incidents|subsequent-events|access|other-information"`
	Statement Prose       `field:"statement"` // that there is nothing to disclose
	By        Ref[Person] `field:"by"`
	On        node.Day    `field:"on"`
}

// Sections lists the sections of a system description in their order.
func Sections() []string {
	for _, f := range node.Fields(reflect.TypeFor[Description]()) {
		if f.Key == "section" {
			return f.Of
		}
	}
	return nil
}

// CUEC is a complementary user entity control: what customers must do, or our commitments cannot be met.
type CUEC struct {
	Record
	Criteria    []CriterionRef    `field:"criteria"`
	Commitments []Ref[Commitment] `field:"commitments"`
	Text        Prose             `field:"text"`
}

// Responsibility is a user entity responsibility, which is not a CUEC.
type Responsibility struct {
	Record
	Text Prose `field:"text"`
}
