package requests

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/edit"
	"trustpress/generator/program"
)

// difference is a field that the list has otherwise than the register.
type difference struct {
	key, was, is string // in words
	value        string // as TOML
}

// compare says what the list has otherwise than a request, and changes it if that is wanted.
func (r *Imported) compare(e *audience.Edition, req *program.Request, a *asked, update bool, changes map[string]edit.Row) {
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
			row := changes[req.ID]
			row.Put(d.key, d.value)
			changes[req.ID] = row
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
	add("number", req.Number, a.number, edit.Quoted(a.number))
	add("request", written("request"), a.request, edit.Long(a.request))
	add("type", req.Type, a.typ, edit.Quoted(a.typ))
	if a.sure["controls"] {
		add("controls", strings.Join(idsOf(req.Controls), ", "), strings.Join(a.controls, ", "), edit.List(a.controls))
	}
	if a.sure["criteria"] {
		add("criteria", strings.Join(criteriaOf(e, req.Criteria), ", "), strings.Join(a.criteria, ", "), edit.List(a.criteria))
	}
	add("period", edit.Period(req.Period), edit.Period(a.period), edit.Period(a.period))
	add("due", req.Due.String(), a.due, a.due)
	if slices.Contains([]string{"returned", "closed", "withdrawn"}, a.status) || req.Status == "" {
		add("status", req.Status, a.status, edit.Quoted(a.status)) // that we have answered, her list says later
	}
	add("comment", written("comment"), a.comment, edit.Long(a.comment))
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
