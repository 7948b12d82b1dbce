package handbook

import (
	"html/template"

	"trustpress/generator/program"
)

// listData is the list of the records of one kind.
type listData struct {
	Title string
	Head  []string
	Rows  []listRow
}

type listRow struct {
	Name        template.HTML
	Description template.HTML
	Cells       []template.HTML
}

// columns are the fields that a list shows beside the name, for kinds whose readers compare records by more than their owner.
var columns = map[string][]string{
	"policy":     {"owner", "version", "status", "next_review"},
	"procedure":  {"owner", "version", "status", "next_review"},
	"control":    {"owner", "frequency", "criteria"},
	"commitment": {"category", "kind"},
	"vendor":     {"purpose", "location", "reviewed_on"},
	"person":     {"role"},
}

func (b *book) listPage(p part) func(*sheet) face {
	return func(s *sheet) face {
		l := s.list(p)
		return face{"list", l.Title, p.Kind.Folder + "/index.html", l}
	}
}

func (s *sheet) list(p part) listData {
	keys := columns[p.Kind.Name]
	if keys == nil {
		keys = []string{"owner"}
	}
	out := listData{Title: s.say("kinds-" + p.Kind.Name)}
	for _, key := range keys {
		out.Head = append(out.Head, s.say("field-"+key))
	}
	states := p.Kind.Name == "control" && s.staff.Audited()
	if states {
		out.Head = append(out.Head, s.say("in-the-period"))
	}
	for _, rec := range p.Records {
		row := listRow{Name: s.name(rec, "").HTML()}
		if p.Kind.Name != "person" {
			row.Description = s.readable(rec.Base().Description)
		}
		for _, f := range s.listed(rec, keys) {
			row.Cells = append(row.Cells, brief(f))
		}
		if c, ok := rec.(*program.Control); ok && states {
			row.Cells = append(row.Cells, s.state(stateWord(s.staff.State(c))))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// listed returns the fields that a list shows of a record.
func (s *sheet) listed(rec program.Any, keys []string) []fact {
	facts := s.facts(rec, keys...)
	switch rec := rec.(type) {
	case *program.Policy:
		return s.due(facts, &rec.Governed)
	case *program.Procedure:
		return s.due(facts, &rec.Governed)
	}
	return facts
}

// brief shows a field in a list: criteria by their identifiers alone.
func brief(f fact) template.HTML {
	if f.key != "criteria" {
		return f.HTML
	}
	for _, v := range f.values {
		if v.Name != nil {
			v.Name.Hint, v.Name.Title = v.Name.Title, ""
		}
	}
	if f.absent {
		return f.HTML
	}
	return joined(f.values)
}
