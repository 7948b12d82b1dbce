package requests

import (
	"fmt"
	"regexp"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// match finds requests by the numbers of the service auditor.
type match struct {
	edition  *audience.Edition
	byNumber map[string]*program.Request
	taken    map[string]bool // ids, in small letters
	seen     map[*program.Request]bool
}

func newMatch(e *audience.Edition) *match {
	return &match{e, program.ByNumber(e.Program.Requests), map[string]bool{}, map[*program.Request]bool{}}
}

// request returns the request that has a number: as its number, or, if it has none, in its id.
func (m *match) request(number string) *program.Request {
	r := m.byNumber[strings.ToLower(number)]
	if r == nil {
		if same, ok := m.edition.Record(idOf(number)).(*program.Request); ok && same.Number == "" {
			r = same
		}
	}
	if r != nil {
		m.seen[r] = true
	}
	return r
}

// free returns an id for a request that no record has.
func (m *match) free(number string) string {
	id := idOf(number)
	for n := 2; m.taken[strings.ToLower(id)] || m.edition.Record(id) != nil; n++ {
		id = fmt.Sprintf("%s-%d", idOf(number), n)
	}
	m.taken[strings.ToLower(id)] = true
	return id
}

// gone notes the requests of earlier lists that this one does not have.
func (r *Imported) gone(m *match) {
	var ids []string
	for _, req := range m.edition.Program.Requests {
		if req.Number != "" && req.List.Text != "" && len(req.Items) == 0 && !m.seen[req] && req.Status != "closed" && req.Status != "withdrawn" {
			ids = append(ids, fmt.Sprintf("%s (%s)", req.ID, req.Number))
		}
	}
	if len(ids) > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("of earlier lists, this one does not have %s; of what she no longer asks for, the status is \"withdrawn\"", strings.Join(ids, ", ")))
	}
}

var (
	runs    = regexp.MustCompile(`[._-]*[^A-Za-z0-9._-][^A-Za-z0-9]*|[._-]{2,}`)
	counted = regexp.MustCompile(`(?i)^req(uest)?[-._ #]*([0-9])`)
)

// idOf returns the id of a request that has a number, "" of one from which none can be made.
func idOf(number string) string {
	number = counted.ReplaceAllString(number, "$2")
	id := strings.Trim(runs.ReplaceAllString(bag.Name(number), "-"), "-._")
	if len(id) > 60 {
		id = strings.Trim(id[:60], "-._")
	}
	if !strings.ContainsAny(number, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") || !source.Valid("REQ-"+id) {
		return ""
	}
	return "REQ-" + id
}
