package program

import (
	"fmt"
	"regexp"

	"trustpress/generator/node"
)

// Policy is a rule of the company, approved by a person, in force from a day.
type Policy struct {
	Record
	Governed
}

// Procedure is how a policy is carried out.
type Procedure struct {
	Record
	Governed
	Policies []Ref[Policy] `field:"policies"`
}

// Governed is the document control block that policies and procedures share.
type Governed struct {
	Version     string         `field:"version"`
	Status      string         `field:"status" of:"draft|in_review|approved|retired"`
	ApprovedBy  string         `field:"approved_by"` // free text: a person or a body
	ApprovedOn  node.Day       `field:"approved_on"`
	EffectiveOn node.Day       `field:"effective_on"`
	ReviewEvery node.Duration  `field:"review_every"`
	NextReview  node.Day       `field:"next_review"`
	Changelog   []Revision     `field:"changelog"`
	RetiredOn   node.Day       `field:"retired_on"` // the last day on which it held
	Criteria    []CriterionRef `field:"criteria"`

	SHA256 string // of the words of the text (approval.Words), or "" if they could not be read
}

// Revision is one declared change of a document.
type Revision struct {
	Version string   `field:"version,required"`
	Date    node.Day `field:"date"`
	Summary string   `field:"summary"`
}

// ReviewDue returns the day by which the document is to be reviewed again, or the zero Day if nobody said.
func (g *Governed) ReviewDue() node.Day {
	last := g.ApprovedOn
	if last.IsZero() {
		last = g.EffectiveOn
	}
	if !g.NextReview.IsZero() || g.ReviewEvery.IsZero() || last.IsZero() {
		return g.NextReview
	}
	return g.ReviewEvery.After(last)
}

// Retired reports whether the document holds no longer.
func (g *Governed) Retired() bool { return g.Status == "retired" }

// Tentative reports whether the document says of itself that it is not to be followed yet.
func (g *Governed) Tentative() bool { return tentative(g.Status) }

func tentative(status string) bool { return status == "draft" || status == "in_review" }

// Control returns the document control block.
func (g *Governed) Control() *Governed { return g }

// Controlled is a record with a document control block: a policy or a procedure.
type Controlled interface {
	Any
	Control() *Governed
}

// Overdue reports whether the document should have been reviewed before a day. One that holds no longer is not reviewed.
func (g *Governed) Overdue(day node.Day) bool {
	return !g.Retired() && before(g.ReviewDue(), day)
}

// Approval records that a person approved one text. `trustpress approve` writes it.
type Approval struct {
	Record
	Policy    Ref[Policy] `field:"policy"`
	Version   string      `field:"version"`
	SHA256    string      `field:"sha256"`
	By        Ref[Person] `field:"by"`
	On        node.Day    `field:"on"`
	Signature string      `field:"signature"` // armoured SSHSIG over the digest
}

// need refuses a digest that cannot be one: no text would ever be the one approved.
func (a *Approval) need(dec *node.Decoder) {
	if a.SHA256 != "" && !digest.MatchString(a.SHA256) {
		dec.Fail(a.At("sha256"), fmt.Sprintf("%q is no SHA-256 digest", a.SHA256), "trustpress approve writes it: 64 digits from 0 to 9 and a to f")
	}
}

var digest = regexp.MustCompile(`^[0-9a-f]{64}$`)
