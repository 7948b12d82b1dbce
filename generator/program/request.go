package program

import (
	"cmp"
	"slices"
	"strings"

	"trustpress/generator/node"
)

// Request is one line of the service auditor's request list, with what answers it.
type Request struct {
	Record
	Number     string          `field:"number"` // as the service auditor's list has it, which need not be an id
	Request    Prose           `field:"request"`
	Controls   []Ref[Control]  `field:"controls"`
	Criteria   []CriterionRef  `field:"criteria"`
	Type       string          `field:"type" of:"population|sample|config|document|observation"`
	Period     Period          `field:"period"` // that the answer is to cover
	Received   node.Day        `field:"received"`
	Due        node.Day        `field:"due"`
	Status     string          `field:"status" of:"open|answered|returned|closed|withdrawn"` // returned: the service auditor wants more
	Population Ref[Evidence]   `field:"population"`                                          // that the service auditor selected from
	Items      []string        `field:"items"`                                               // the selected ones, by what tells them apart in the population
	Answers    []Ref[Evidence] `field:"answers"`
	Answered   node.Day        `field:"answered"`
	Comment    string          `field:"comment"` // the service auditor's own
	List       node.Text       `field:"list"`    // the file that the request came in, below requests/
}

// Stands returns the status of a request, which is open while nobody says otherwise.
func (r *Request) Stands() string { return cmp.Or(r.Status, "open") }

// Waits reports whether the service auditor waits for an answer.
func (r *Request) Waits() bool { return r.Stands() == "open" || r.Stands() == "returned" }

// Late reports whether the service auditor waits for an answer that was due before a day.
func (r *Request) Late(day node.Day) bool { return r.Waits() && !r.Due.IsZero() && r.Due.Before(day) }

// ByNumber returns requests by the numbers that the service auditor gave them, in small letters. Of two with one number the first has it.
func ByNumber(requests []*Request) map[string]*Request {
	out := map[string]*Request{}
	for _, r := range slices.Backward(requests) {
		out[strings.ToLower(r.Number)] = r
	}
	delete(out, "")
	return out
}
