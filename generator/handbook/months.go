package handbook

import (
	"html/template"
	"slices"

	"trustpress/generator/calendar"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// month is the head of a column: a day, in short.
type month struct {
	Day, Name, Year string // Year only where it is another one than before
}

// monthRow is a policy, and which version of it was in force on the first day of each month.
type monthRow struct {
	Policy template.HTML
	Cells  []monthCell
}

// monthCell is the version that was in force on a day.
type monthCell struct {
	Version string
	Href    string
	Gap     bool // none was, and one was to be
}

// monthDays returns the days of which the table tells: the first of the period and of each month in it, as far as they have come.
func (s *sheet) monthDays() []node.Day { return s.elapsed().Months() }

func (s *sheet) monthHeads() []month {
	var out []month
	year := ""
	for _, day := range s.monthDays() {
		m := month{Day: day.String(), Name: s.say(calendar.MonthKey(day))}
		if y := day.String()[:4]; y != year {
			m.Year, year = y, y
		}
		out = append(out, m)
	}
	return out
}

func (s *sheet) monthRow(p *program.Policy) monthRow {
	out := monthRow{Policy: s.brief(p)}
	gaps := s.without(p)
	for _, day := range s.monthDays() {
		var cell monthCell
		if h := s.staff.Approved(p).On(day); h != nil {
			row := s.heldRow(h)
			cell.Version, cell.Href = row.label(s), row.Text.Href
		}
		cell.Gap = slices.ContainsFunc(gaps, func(g program.Period) bool { return g.Holds(day) })
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// brief names a policy by its id, with its title where a reader points at it.
func (s *sheet) brief(p *program.Policy) template.HTML {
	name := s.name(p, "")
	if name.ID != "" {
		name.Hint, name.Title = name.Title, ""
	}
	return name.HTML()
}

// blank reports whether there was no such policy on some of the days.
func (r monthRow) blank() bool {
	return slices.ContainsFunc(r.Cells, func(c monthCell) bool { return c.Version == "" && !c.Gap })
}
