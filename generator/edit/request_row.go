package edit

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
)

// match finds requests by the numbers of the service auditor.
type match struct {
	edition  *audience.Edition
	byNumber map[string]*program.Request
	taken    map[string]bool // ids, in small letters
	seen     map[*program.Request]bool
}

func newMatch(e *audience.Edition) *match {
	m := &match{e, map[string]*program.Request{}, map[string]bool{}, map[*program.Request]bool{}}
	for _, r := range e.Program.Requests {
		if r.Number != "" {
			m.byNumber[strings.ToLower(r.Number)] = r
		}
	}
	return m
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
func (r *Requests) gone(m *match) {
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

// row is the row of the register that a row of the list becomes.
func (a *asked) row(id, list string, e *audience.Edition) []Pair {
	status := a.status
	if status == "" {
		status = "open"
	}
	return filled([]Pair{{"id", quoted(id)}, {"number", quoted(a.number)}, {"title", quoted(a.title)}, {"owner", orNone(a.owner)}, {"request", long(a.request)},
		{"type", orNone(a.typ)}, {"controls", textList(a.controls)}, {"criteria", textList(a.criteria)}, {"period", period(a.period)}, {"received", e.AsOf.String()},
		{"due", a.due}, {"status", quoted(status)}, {"comment", comment(a.comment)}, {"list", quoted(list)}})
}

// filled leaves out the pairs without a value.
func filled(pairs []Pair) []Pair {
	return slices.DeleteFunc(pairs, func(p Pair) bool { return p.Value == "" })
}

// difference is a field that the list has otherwise than the register.
type difference struct {
	key, was, is string // in words
	value        string // as TOML
}

// compare says what the list has otherwise than a request, and changes it if that is wanted.
func (r *Requests) compare(e *audience.Edition, req *program.Request, a *asked, update bool, changes map[string][]Pair) {
	found := a.differs(e, req)
	if len(found) == 0 {
		r.Same++
		return
	}
	if inFile := req.Span.File != r.Register; update && inFile {
		r.Notes = append(r.Notes, fmt.Sprintf("%s: %s stands in %s and is for you to change", a.at, req.ID, req.Span.File))
		update = false
	}
	for _, d := range found {
		what := fmt.Sprintf("%s: %s", d.key, d.is)
		if d.was != "" {
			what += fmt.Sprintf(" (%s in the register)", d.was)
		}
		r.Changed = append(r.Changed, Entry{req.ID, a.number, what})
		if update {
			changes[req.ID] = append(changes[req.ID], Pair{d.key, d.value})
		}
	}
}

// differs lists what a row of the list says otherwise than a request. What the list leaves out is no difference.
func (a *asked) differs(e *audience.Edition, req *program.Request) []difference {
	var out []difference
	add := func(key, was, is, value string) {
		if is != "" && was != is {
			out = append(out, difference{key, shorten(was, 60), shorten(is, 60), value})
		}
	}
	written := func(key string) string {
		if n := req.Fields.Get(key); n != nil {
			return strings.TrimSpace(strings.ReplaceAll(n.Text, "\r\n", "\n"))
		}
		return ""
	}
	add("number", req.Number, a.number, quoted(a.number))
	add("request", written("request"), a.request, long(a.request))
	add("type", req.Type, a.typ, quoted(a.typ))
	if a.sure["controls"] {
		add("controls", strings.Join(idsOf(req.Controls), ", "), strings.Join(a.controls, ", "), textList(a.controls))
	}
	if a.sure["criteria"] {
		add("criteria", strings.Join(criteriaOf(e, req.Criteria), ", "), strings.Join(a.criteria, ", "), textList(a.criteria))
	}
	add("period", period(req.Period), period(a.period), period(a.period))
	add("due", req.Due.String(), a.due, a.due)
	if slices.Contains([]string{"returned", "closed", "withdrawn"}, a.status) || req.Status == "" {
		add("status", req.Status, a.status, quoted(a.status)) // that we have answered, her list says later
	}
	add("comment", written("comment"), a.comment, comment(a.comment))
	return out
}

func idsOf(refs []program.Ref[program.Control]) []string {
	var out []string
	for _, ref := range refs {
		if ref.To != nil {
			out = append(out, ref.To.ID)
			continue
		}
		out = append(out, ref.ID)
	}
	return out
}

func criteriaOf(e *audience.Edition, refs []program.CriterionRef) []string {
	var out []string
	for _, ref := range refs {
		if ref.To != nil {
			out = append(out, e.Catalogues.Short(ref.To))
			continue
		}
		out = append(out, ref.Text)
	}
	return out
}

func orNone(text string) string {
	if text == "" {
		return ""
	}
	return quoted(text)
}

func comment(text string) string {
	if text == "" {
		return ""
	}
	return long(text)
}

func period(p program.Period) string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("{ from = %s, to = %s }", p.From, p.To)
}

// textList returns texts as a TOML list, over as many lines as it needs.
func textList(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = quoted(text)
	}
	one := "[" + strings.Join(out, ", ") + "]"
	if len(one) <= 120 {
		return one
	}
	var b strings.Builder
	width := 0
	for i, text := range out {
		if i == 0 || width+len(text) > 110 {
			b.WriteString("\n  ")
			width = 0
		} else {
			b.WriteString(" ")
		}
		b.WriteString(text + ",")
		width += len(text) + 2
	}
	return "[" + b.String() + "\n]"
}

// long returns a text as a TOML string, over as many lines as it has.
func long(text string) string {
	if !strings.Contains(text, "\n") {
		return quoted(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(strings.TrimPrefix(quoted(line), `"`), `"`)
	}
	return `"""` + "\n" + strings.Join(lines, "\n") + "\n" + `"""`
}
