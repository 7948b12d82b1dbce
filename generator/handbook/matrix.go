package handbook

import (
	"html/template"
	"maps"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/chart"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// matrix draws which controls are mapped to which of a group's criteria, if any of those is in scope.
func (s *sheet) matrix(group []*criteria.Criterion) template.HTML {
	var grid chart.Grid
	rows := map[int]*chart.Row{} // by the place of the control among all
	for _, c := range group {
		state := s.coverageState(c)
		if state == "" {
			continue
		}
		for _, at := range s.mapped(c) {
			if rows[at] == nil {
				rows[at] = s.matrixRow(s.controls()[at])
			}
			rows[at].Cells = append(rows[at].Cells, s.matrixCell(len(grid.Columns), c, s.controls()[at]))
		}
		grid.Columns = append(grid.Columns, s.matrixColumn(c, state))
	}
	if len(grid.Columns) == 0 {
		return ""
	}
	for _, at := range slices.Sorted(maps.Keys(rows)) {
		grid.Rows = append(grid.Rows, *rows[at])
	}
	return grid.Draw()
}

// mapped returns the places of the controls that are mapped to a criterion, as far as staff may know of it.
func (s *sheet) mapped(c *criteria.Criterion) []int {
	var out []int
	for _, control := range s.staff.Coverage(c).Controls {
		out = append(out, s.order()[control.ID])
	}
	return out
}

func (s *sheet) matrixColumn(c *criteria.Criterion, state string) chart.Column {
	name := s.criterion(c)
	out := chart.Column{Label: chart.Label{Text: c.ID, Href: name.Href, Hint: name.ID + " " + name.Title}, Loud: state == "state-gap"}
	if state == "state-mapped" && len(s.staff.Coverage(c).CarveOuts) > 0 {
		state = "state-carved-out"
	}
	if state != "state-mapped" {
		out.Mark, out.Said = shapeOf(state), name.ID+": "+s.say(state)
	}
	return out
}

func (s *sheet) matrixRow(c audience.Listed) *chart.Row {
	label, note := s.controlLabel(c)
	return &chart.Row{Label: label, Note: note}
}

func (s *sheet) matrixCell(column int, c *criteria.Criterion, control audience.Listed) chart.Cell {
	out := chart.Cell{Column: column, Mark: shapeOf(stateWord(control.State)), Said: control.ID + ", " + c.Label(s.lang), Href: s.occurrencesHref(control)}
	if control.State != "" {
		out.Said += ": " + s.say(stateWord(control.State))
	}
	return out
}

// controlLabel names a control in a picture, with the words that stand after its row: of one that staff may not read the id alone.
func (s *sheet) controlLabel(c audience.Listed) (chart.Label, string) {
	if c.Control == nil {
		return chart.Label{Text: c.ID}, s.say("restricted")
	}
	title := program.Name(c.Control)
	if title == c.ID {
		title = ""
	}
	return chart.Label{Text: c.ID, Href: s.href(c.Control.Path()+"/index.html", ""), Hint: title}, title
}

// occurrencesHref returns the way to what is known of a control's occurrences, if staff may read it.
func (s *sheet) occurrencesHref(c audience.Listed) string {
	if c.Control == nil {
		return ""
	}
	return s.href(c.Control.Path()+"/index.html", "tp.occurrences")
}
