package trust

import (
	"html/template"
	"strconv"
	"strings"

	"trustpress/generator/chart"
)

// The marks of the map of criteria: a square is what we do, a ring what others do, and an open square stands where nothing is told.
const (
	byControls = chart.Full
	byPartners = chart.Ring
	untold     = chart.Open
)

// criteriaMap draws a place for each criterion, family by family, with a mark that says what is told of it.
func (s *sheet) criteriaMap(families []family) (template.HTML, []meant) {
	var grid chart.Grid
	drawn := map[chart.Mark]bool{}
	for _, f := range families {
		row := chart.Row{Label: chart.Label{Text: f.ID, Href: "#" + f.Anchor, Hint: f.Title}, Note: f.Title}
		for i, c := range f.Rows {
			cell := chart.Cell{Column: column(c.ID, i), Href: "#" + c.Anchor}
			cell.Mark, cell.Said = s.mapped(c)
			drawn[cell.Mark] = true
			row.Cells = append(row.Cells, cell)
			for cell.Column >= len(grid.Columns) {
				grid.Columns = append(grid.Columns, chart.Column{Label: chart.Label{Text: "." + strconv.Itoa(len(grid.Columns)+1)}})
			}
		}
		grid.Rows = append(grid.Rows, row)
	}
	if len(grid.Rows) == 0 {
		return "", nil
	}
	var legend []meant
	for _, e := range []struct {
		mark chart.Mark
		key  string
	}{{byControls, "mark-controls"}, {byPartners, "mark-partners"}, {untold, "nothing-told"}} {
		if drawn[e.mark] {
			legend = append(legend, meant{chart.Key(e.mark), s.say(e.key)})
		}
	}
	return grid.Draw(), legend
}

// mapped returns the mark of a criterion, and what it says.
func (s *sheet) mapped(c covered) (chart.Mark, string) {
	switch {
	case len(c.Controls) > 0:
		return byControls, c.ID + ": " + s.counted("public-controls", len(c.Controls))
	case len(c.Others)+len(c.Customers) > 0:
		return byPartners, c.ID + ": " + s.say("mark-partners")
	}
	return untold, c.ID + ": " + s.say("nothing-told")
}

// column returns the column of a criterion: the number at the end of its id, else its place among the others.
func column(id string, i int) int {
	if n, err := strconv.Atoi(id[strings.LastIndexByte(id, '.')+1:]); err == nil && n > 0 && n < 100 {
		return n - 1
	}
	return i
}
