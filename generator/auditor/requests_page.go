package auditor

import (
	"html/template"
	"path"
	"slices"

	"trustpress/generator/program"
)

// requestsList is what the service auditor has asked for: what she waits for first, what is late before that.
type requestsList struct {
	Twin, Workbook link
	Lists          []link // as they came
	Count          int
	Groups         []requestGroup
	Requests       []requestPart
}

// requestGroup is requests at a glance.
type requestGroup struct {
	Title string
	Gap   bool // the service auditor waits longer than she said
	Table *table
	all   []*program.Request
}

// requestPart is one request with what answers it.
type requestPart struct {
	heading
	Part, Number string
	Status       state
	Late         bool
	Request      template.HTML
	Comment      string
	Facts        []fact
	Text         []text
	Answers      []evidenceRow
	Lost         []string // answers that lead nowhere
	Items        *itemTable
	Mentions     []link
}

// itemTable is the selected items beside what the population says of them.
type itemTable struct {
	Population *link
	File       *link
	Head       []string
	Rows       []itemRow
	More       bool   // the population has columns that are not shown
	Unread     string // why nothing can be looked up
}

type itemRow struct {
	Item  string
	Row   string // in the population's file
	Cells []string
	Lost  bool
}

// fewColumns are as many of a population's as a page of paper bears beside the item.
const fewColumns = 6

func (w *writer) requestsPage(v view) any {
	out := requestsList{Twin: v.twin(requestsPage), Workbook: link{ID: path.Base(requestsWorkbook), Href: v.root + requestsWorkbook}, Count: len(w.Program.Requests)}
	for _, l := range w.lists {
		out.Lists = append(out.Lists, link{ID: path.Base(l.path), Href: v.root + l.path})
	}
	for _, g := range w.requestGroups() {
		if len(g.all) == 0 {
			continue
		}
		g.Table = v.requestTable(g.all)
		for _, r := range g.all {
			out.Requests = append(out.Requests, v.requestPart(r))
		}
		out.Groups = append(out.Groups, g)
	}
	return out
}

// requestGroups sorts the requests: late, waited for, answered; within each by the day that they are due.
func (w *writer) requestGroups() []requestGroup {
	out := []requestGroup{{Title: w.text("requests-late"), Gap: true}, {Title: w.text("requests-open")}, {Title: w.text("requests-answered")}}
	for _, r := range w.Program.Requests {
		at := 2
		switch {
		case r.Late(w.AsOf):
			at = 0
		case r.Waits():
			at = 1
		}
		out[at].all = append(out[at].all, r)
	}
	for _, g := range out[:2] {
		slices.SortStableFunc(g.all, func(a, b *program.Request) int {
			switch {
			case a.Due == b.Due:
				return 0
			case b.Due.IsZero() || !a.Due.IsZero() && a.Due.Before(b.Due):
				return -1
			}
			return 1
		})
	}
	return out
}

// requestTable is requests at a glance, each with the way to its part of the page.
func (v view) requestTable(all []*program.Request) *table {
	t := v.blank("requests-no", "kind-request", "field-controls", "field-type", "field-due", "field-status", "field-answers")
	for _, r := range all {
		to := v.record(r)
		answers := value{}
		for _, l := range linksTo(v, r.Answers) {
			answers.List = append(answers.List, value{Link: &l})
		}
		controls := value{}
		for _, l := range linksTo(v, r.Controls) {
			controls.List = append(controls.List, value{Link: &l})
		}
		status := v.requestState(r)
		t.row(value{Text: r.Number}, value{Link: &to}, controls.ids(), value{Text: v.chosen(r.Type)}, date(days{From: r.Due.String()}), value{State: &status}, answers.ids())
	}
	return t
}

// requestState says how a request stands; a late one is told as what is missing is.
func (v view) requestState(r *program.Request) state {
	out := state{Name: "state-asked", Text: v.chosen(r.Stands())}
	switch {
	case r.Late(v.AsOf):
		out = state{Name: "state-missing", Text: v.text("requests-is-late", r.Due)}
	case !r.Waits():
		out.Name = "state-answered"
	}
	return out
}

// besideFacts are the fields that the page shows by themselves.
var besideFacts = []string{"number", "request", "comment", "answers", "items", "status", "population", "classification", "public", "list"}

func (v view) requestPart(r *program.Request) requestPart {
	part := v.records[r].part
	out := requestPart{heading: v.heading(r), Part: part, Number: r.Number, Status: v.requestState(r), Late: r.Late(v.AsOf), Request: v.prose(r.Request, part), Comment: r.Comment,
		Facts: v.facts(r, part, besideFacts...), Text: v.body(r, part), Items: v.items(r), Mentions: v.mentions(v.Uses[r])}
	for _, ref := range r.Answers {
		if ref.To == nil {
			out.Lost = append(out.Lost, ref.ID)
			continue
		}
		out.Answers = append(out.Answers, v.evidenceRow(ref.To))
	}
	if len(r.Items) == 0 {
		out.Facts = append(out.Facts, v.only(r, "population")...)
	}
	if l := v.listNamed(r.List.Text); l != nil {
		out.Facts = append(out.Facts, fact{v.label("list"), value{Link: &link{ID: path.Base(l.path), Href: v.root + l.path}}})
	} else if r.List.Text != "" {
		out.Facts = append(out.Facts, fact{v.label("list"), value{Text: r.List.Text + " (" + v.text("auditor-not-in-bundle") + ")"}})
	}
	return out
}

// items sets the selected items beside their rows in the population.
func (v view) items(r *program.Request) *itemTable {
	if len(r.Items) == 0 {
		return nil
	}
	out := &itemTable{}
	e := r.Population.To
	if e == nil {
		for _, item := range r.Items {
			out.Rows = append(out.Rows, itemRow{Item: item})
		}
		return out
	}
	to := v.record(e)
	out.Population = &to
	if f := v.raw[e]; f != nil {
		file := v.fileLink(f)
		out.File = &file
	}
	held, err := v.Population(e)
	if err != nil {
		out.Unread = v.text("requests-unread")
		for _, item := range r.Items {
			out.Rows = append(out.Rows, itemRow{Item: item})
		}
		return out
	}
	out.Head = held.Head[:min(len(held.Head), fewColumns)]
	out.More = len(held.Head) > fewColumns
	for _, item := range r.Items {
		found := held.Holding(item)
		if len(found) == 0 {
			out.Rows = append(out.Rows, itemRow{Item: item, Lost: true})
		}
		for _, row := range found {
			cells := make([]string, len(out.Head))
			for i := range cells {
				cells[i] = cellAt(row.Cells, i)
			}
			out.Rows = append(out.Rows, itemRow{Item: item, Row: itoa(row.Number), Cells: cells})
		}
	}
	return out
}
