package auditor

import (
	"path"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/plain"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

// requestSheets are the requests as one list with what answers them, and each list of the service auditor's with our answers beside its rows.
func (v view) requestSheets() []spreadsheet.Sheet {
	out := []spreadsheet.Sheet{v.requestSheet()}
	for _, l := range v.lists {
		left := program.ByNumber(v.Program.Requests)
		for _, t := range l.tables {
			name := t.Name
			if name == "" {
				name = strings.TrimSuffix(path.Base(l.name), path.Ext(l.name))
			}
			if t.Hidden {
				continue
			}
			if s, ok := v.answered(name, t, left); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

func (v view) requestSheet() spreadsheet.Sheet {
	s := spreadsheet.Sheet{Name: v.text("kinds-request"), File: "requests", Note: v.text("requests-note", v.Site.Organization.Name)}
	for _, c := range []struct {
		key, word string
		width     int
	}{{"request_id", "kind-request", 12}, {"number", "field-number", 10}, {"control_id", "field-controls", 14}, {"criteria", "field-criteria", 14}, {"request", "field-request", 50},
		{"type", "field-type", 12}, {"period_from", "requests-from", 12}, {"period_to", "requests-to", 12}, {"received", "field-received", 12}, {"due", "field-due", 12},
		{"owner", "field-owner", 20}, {"auditor_comment", "field-comment", 30}, {"population", "field-population", 18}, {"items", "field-items", 18}} {
		s.Columns = append(s.Columns, spreadsheet.Column{Head: v.text(c.word), Key: c.key, Width: c.width})
	}
	s.Columns = append(s.Columns, v.answerColumns()...)
	for _, r := range v.Program.Requests {
		s.Rows = append(s.Rows, append(v.requestCells(r), v.answerCells(r)...))
	}
	return s
}

func (v view) requestCells(r *program.Request) []spreadsheet.Cell {
	var criteria []string
	for _, l := range v.criteriaOf(r.Criteria) {
		criteria = append(criteria, l.label())
	}
	population := spreadsheet.Cell{Text: r.Population.ID}
	if r.Population.To != nil {
		population.Href = v.record(r.Population.To).Href
	}
	owner := ""
	if r.Owner.Written() {
		owner = v.owner(r.Owner).label()
	}
	return []spreadsheet.Cell{{Text: r.ID, Href: v.record(r).Href}, {Text: r.Number}, {Text: joined(labels(linksTo(v, r.Controls)))}, {Text: joined(criteria)}, {Text: plain.Text(string(v.prose(r.Request, "")))},
		{Text: v.chosen(r.Type), Code: r.Type}, dayCell(r.Period.From), dayCell(r.Period.To), dayCell(r.Received), dayCell(r.Due), {Text: owner}, {Text: r.Comment}, population, {Text: joined(r.Items)}}
}

// answerCount is how many columns we add.
const answerCount = 5

// answerColumns are what we add to a list of the service auditor's.
func (v view) answerColumns() []spreadsheet.Column {
	return []spreadsheet.Column{{Head: v.text("requests-status"), Key: "status", Width: 12}, {Head: v.text("field-answered"), Key: "answered", Width: 12},
		{Head: v.text("requests-words"), Key: "answer", Width: 40}, {Head: v.text("field-answers"), Key: "evidence", Width: 24}, {Head: v.text("requests-files"), Key: "files", Width: 50}}
}

// answerCells say how a request stands and what answers it. A row that is no request of ours has none.
func (v view) answerCells(r *program.Request) []spreadsheet.Cell {
	out := make([]spreadsheet.Cell, answerCount)
	if r == nil {
		return out
	}
	here := v.record(r).Href
	out[0] = spreadsheet.Cell{Text: v.chosen(r.Stands()), Code: r.Stands(), Href: here}
	out[1] = dayCell(r.Answered)
	out[2] = spreadsheet.Cell{Text: plain.Text(string(v.prose(r.Body, "")))}
	out[3] = spreadsheet.Cell{Text: joined(labels(linksTo(v, r.Answers))), Href: here}
	var paths []string
	for _, ref := range r.Answers {
		if f := v.raw[ref.To]; ref.To != nil && f != nil {
			paths = append(paths, "data/"+f.Path)
			out[4].Href = v.root + f.Path
		} else if kept, ok := v.kept[ref.To]; ok {
			paths = append(paths, v.keptIn(kept))
		}
	}
	if len(paths) > 1 { // a cell has one link
		out[4].Href = ""
	}
	out[4].Text = joined(paths)
	if len(r.Answers) == 0 {
		out[3].Href = ""
	}
	return out
}

// dated is a cell of a list that came in, in which a day is one.
func dated(text string) spreadsheet.Cell {
	if day, err := node.ParseDay(text); err == nil {
		return dayCell(day)
	}
	return spreadsheet.Cell{Text: text}
}
