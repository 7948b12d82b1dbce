package auditor

import (
	"html/template"

	"trustpress/generator/program"
)

// value is what a field holds: one of a text, finished HTML, a link, ids in a line, a state, days, a list, further fields or a table
// of them.
type value struct {
	Text  string
	HTML  template.HTML
	Link  *link
	IDs   []link
	State *state
	Days  *days
	List  []value
	Facts []fact
	Table *table
}

// table is a list of tables of the same fields.
type table struct {
	Head []string
	Rows [][]value
}

// Empty reports whether there is nothing to show.
func (x value) Empty() bool {
	return x.Text == "" && x.HTML == "" && x.Link == nil && len(x.IDs) == 0 && x.State == nil && x.Days == nil && len(x.List) == 0 && len(x.Facts) == 0 && x.Table == nil
}

// ids returns a list of links as their ids in a line, and any other value as it is.
func (x value) ids() value {
	var out []link
	for _, item := range x.List {
		if item.Link == nil || item.Link.ID == "" {
			return x
		}
		out = append(out, *item.Link)
	}
	if out == nil {
		return x
	}
	return value{IDs: out}
}

// address is a link if the text is an address that a browser may be sent to.
func address(s string) value {
	if program.IsAddress(s) {
		return value{Link: &link{Title: s, Href: s}}
	}
	return value{Text: s}
}

// days is one day, or a span of days.
type days struct{ From, To string }

func daysOf(p program.Period) days {
	switch {
	case p.IsZero():
		return days{}
	case p.From == p.To:
		return days{From: p.From.String()}
	}
	return days{p.From.String(), p.To.String()}
}

func date(d days) value {
	if d.From == "" {
		return value{}
	}
	return value{Days: &d}
}
