package handbook

import (
	"html/template"
	"strconv"

	"trustpress/generator/program"
)

// listData is the list of the records of one kind.
type listData struct {
	Title string
	Head  []string
	Rows  []template.HTML // the cells of each record, put together here because a template takes longer
}

// column is what a list shows of each record beside its name: a field, or what is made of several.
type column struct {
	key  string
	head string // a key of the words
	cell func(*sheet, program.Any) template.HTML
}

func field(key string) column { return column{key: key, head: "field-" + key} }

// columns are what lists show, for kinds whose readers compare records by more than their owner.
var columns = map[string][]column{
	"policy":     {field("owner"), field("version"), field("status"), {head: "kind-approval", cell: (*sheet).approvalCell}, reviewColumn},
	"procedure":  {field("owner"), field("version"), field("status"), reviewColumn},
	"control":    {field("owner"), field("frequency"), field("criteria"), {head: "in-the-period", cell: (*sheet).periodCell}},
	"commitment": {field("category"), field("kind"), field("controls")},
	"vendor":     {field("purpose"), field("location"), {head: "field-role", cell: (*sheet).vendorRole}, reviewColumn},
	"person":     {field("role"), {head: "owns", cell: (*sheet).ownsCell}},
}

var reviewColumn = column{head: "field-next_review", cell: (*sheet).nextReview}

// columnsOf returns the columns of a kind's list.
func (b *book) columnsOf(kind string) []column {
	out := columns[kind]
	switch {
	case out == nil:
		return []column{field("owner")}
	case kind == "control" && !b.staff.Audited():
		return out[:len(out)-1]
	}
	return out
}

func (b *book) listPage(p part) func(*sheet) face {
	return func(s *sheet) face {
		l := s.list(p)
		return face{"list", l.Title, p.Kind.Folder + "/index.html", l}
	}
}

// list lists the records of a kind, those that hold no longer at the end.
func (s *sheet) list(p part) listData {
	out := listData{Title: s.say("kinds-" + p.Kind.Name)}
	all := s.columnsOf(p.Kind.Name)
	for _, c := range all {
		out.Head = append(out.Head, s.say(c.head))
	}
	for _, old := range []bool{false, true} {
		for _, rec := range p.Records {
			if retired(rec) == old {
				out.Rows = append(out.Rows, s.listRow(rec, all))
			}
		}
	}
	return out
}

func (s *sheet) listRow(rec program.Any, all []column) template.HTML {
	out := `<th scope="row">` + s.name(rec, "").HTML()
	if about := s.readable(rec.Base().Description); about != "" && rec.Base().Kind.Name != "person" {
		out += `<div class="about">` + about + "</div>"
	}
	out += "</th>"
	for _, c := range all {
		out += "<td>" + s.listCell(rec, c) + "</td>"
	}
	return out
}

func (s *sheet) listCell(rec program.Any, c column) template.HTML {
	if c.cell != nil {
		return c.cell(s, rec)
	}
	var out template.HTML
	for _, f := range s.facts(rec, c.key) {
		out += brief(f)
	}
	return out
}

// brief shows a field in a list: criteria and controls by their identifiers alone.
func brief(f fact) template.HTML {
	if f.absent || f.key != "criteria" && f.key != "controls" {
		return f.HTML
	}
	for _, v := range f.values {
		if v.Name != nil && v.Name.ID != "" {
			v.Name.Hint, v.Name.Title = v.Name.Title, ""
		}
	}
	return joined(f.values)
}

// periodCell shows what is known of a control in the period.
func (s *sheet) periodCell(rec program.Any) template.HTML {
	return s.state(stateWord(s.staff.State(rec.(*program.Control))))
}

// approvalCell shows how a policy stands against the text that was approved.
func (s *sheet) approvalCell(rec program.Any) template.HTML {
	return s.state(standingKey(s.staff.Approved(rec.(*program.Policy)).State))
}

// ownsCell counts the records that a person owns.
func (s *sheet) ownsCell(rec program.Any) template.HTML {
	records, _ := s.owned(rec.(*program.Person))
	return text(strconv.Itoa(len(records))).HTML
}

// vendorRole says what a vendor is to the service: a subprocessor, a subservice organization, both or neither.
func (s *sheet) vendorRole(rec program.Any) template.HTML {
	v := rec.(*program.Vendor)
	var out []value
	if v.Subprocessor != nil {
		out = append(out, value{HTML: text(s.say("value-subprocessor")).HTML, long: true})
	}
	if v.Subservice != nil {
		out = append(out, text(s.say("role-subservice", s.say("value-"+v.Subservice.Method))))
	}
	return joined(out)
}
