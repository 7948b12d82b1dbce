package program

import "trustpress/generator/node"

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

// Waits reports whether the service auditor waits for an answer.
func (r *Request) Waits() bool { return r.Status == "" || r.Status == "open" || r.Status == "returned" }

// Late reports whether the service auditor waits for an answer that was due before a day.
func (r *Request) Late(day node.Day) bool { return r.Waits() && !r.Due.IsZero() && r.Due.Before(day) }
