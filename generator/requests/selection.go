package requests

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/edit"
	"trustpress/generator/program"
)

// SelectOptions say what a list of selected items is of.
type SelectOptions struct {
	Request    string // that the items answer to; "": a new one
	Population string // that they are from; "": the one that the request names or is answered with
	Column     string // that tells the items apart, as the list or the population names it; "": the one that is found
	Number     string // of a new request, as the service auditor has it
	Due        string // "" if nobody says
}

// Selection is a list of selected items, before anything is written.
type Selection struct {
	Register string
	ID       string // of the request
	New      bool
	From     string // the population
	Column   string
	Items    []string
	Lost     []string // items that the population does not hold
	Notes    []string
	Changes  []edit.Change
}

// Select reads which items of a population the service auditor has selected, and makes them those of a request. The list is kept as it
// came.
func Select(fsys fs.FS, e *audience.Edition, list List, opt SelectOptions) (*Selection, error) {
	req, err := selected(e, opt.Request)
	if err != nil {
		return nil, err
	}
	population, err := populationOf(e, req, opt.Population)
	if err != nil {
		return nil, err
	}
	held, err := e.Population(population)
	if err != nil {
		return nil, fmt.Errorf("%w\nhint: items are looked up in the file of the population, which has to be CSV, a workbook or JSON", err)
	}
	sheets, notes, err := list.sheets()
	if err != nil {
		return nil, err
	}
	out := &Selection{From: population.ID, Notes: notes}
	if err := out.read(list.Name, sheets, held, opt.Column); err != nil {
		return nil, err
	}
	return out, out.write(fsys, e, list, req, opt)
}

// selected returns the request that is named, if one is. What has items already keeps them.
func selected(e *audience.Edition, id string) (*program.Request, error) {
	if id == "" {
		return nil, nil
	}
	req, err := edit.Named(e, id, "request", e.Program.Requests)
	switch {
	case err != nil:
		return nil, err
	case len(req.Items) > 0:
		return nil, fmt.Errorf("%s has %d selected items already\nhint: a further selection is a request of its own: leave --request out, and name the --population", req.ID, len(req.Items))
	}
	return req, nil
}

// populationOf returns the population that is named, or the one that a request can only mean.
func populationOf(e *audience.Edition, req *program.Request, id string) (*program.Evidence, error) {
	if rec := e.Record(id); rec != nil && rec.Base().Kind.Name != "evidence" {
		return nil, fmt.Errorf("%s is a %s, and no population\nhint: --population takes the id of evidence", rec.Base().ID, rec.Base().Kind.Name)
	}
	if id != "" {
		return edit.Named(e, id, "evidence", e.Program.Evidence)
	}
	var found []*program.Evidence
	if req != nil && req.Population.To != nil {
		return req.Population.To, nil
	}
	if req != nil {
		for _, ref := range req.Answers {
			if ref.To != nil && ref.To.Kind == "population" {
				found = append(found, ref.To)
			}
		}
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("nothing says which population the items are from\nhint: --population takes the id of evidence of kind population")
	}
	return found[0], nil
}

// write makes the changes: the list as it came, and the request.
func (s *Selection) write(fsys fs.FS, e *audience.Edition, list List, req *program.Request, opt SelectOptions) error {
	kind := program.KindNamed("request")
	s.Register = path.Join(e.Site.Content.Root, kind.Folder+".toml")
	name, kept, err := list.keep(fsys, e)
	if err != nil {
		return err
	}
	s.Changes = append(s.Changes, kept...)
	old, absent, err := edit.ReadRegister(fsys, s.Register)
	if err != nil {
		return err
	}
	var text []byte
	if req == nil {
		s.New = true
		var row edit.Row
		if row, err = s.row(e, name, opt); err == nil {
			text, err = edit.WithRows(s.Register, old, kind.Name, row)
		}
	} else {
		text, err = s.into(req, old, name, opt.Due)
	}
	if err != nil {
		return err
	}
	s.Changes = append(s.Changes, edit.Change{Path: s.Register, Text: text, New: absent, Was: old})
	return nil
}

// row is a new request for the items.
func (s *Selection) row(e *audience.Edition, list string, opt SelectOptions) (edit.Row, error) {
	number := opt.Number
	if number == "" {
		number = "SEL-" + s.From
	}
	if idOf(number) == "" {
		return nil, fmt.Errorf("--number cannot be %q\nhint: the number of the selection as the service auditor has it", number)
	}
	m := newMatch(e)
	if r := m.request(number); r != nil && opt.Number != "" {
		return nil, fmt.Errorf("%s has the number %s already\nhint: --request %s takes the items into it", r.ID, number, r.ID)
	}
	s.ID = m.free(number)
	population := e.Record(s.From).(*program.Evidence)
	var controls []string
	for _, ref := range population.Controls {
		if ref.To != nil {
			controls = append(controls, ref.To.ID)
		}
	}
	title := fmt.Sprintf("%d selected items: %s", len(s.Items), program.Name(population))
	var row edit.Row
	row.Put("id", edit.Quoted(s.ID))
	row.Put("number", edit.Quoted(opt.Number))
	row.Put("title", edit.Quoted(shorten(title, 100)))
	row.Put("type", edit.Quoted("sample"))
	row.Put("controls", edit.List(unique(controls)))
	row.Put("population", edit.Quoted(s.From))
	row.Put("items", edit.List(s.Items))
	row.Put("received", e.AsOf.String())
	row.Put("due", opt.Due)
	row.Put("status", edit.Quoted("open"))
	row.Put("list", edit.Quoted(list))
	return row, nil
}

// into puts the items into a request. A request that is not answered yet stays open.
func (s *Selection) into(req *program.Request, old []byte, list, due string) ([]byte, error) {
	s.ID = req.ID
	if req.Span.File != s.Register {
		return nil, fmt.Errorf("%s stands in %s, and not in %s\nhint: write there: population: %s, items: [%s], list: %s", req.ID, req.Span.File, s.Register, s.From, strings.Join(s.Items, ", "), list)
	}
	var fields edit.Row
	fields.Put("population", edit.Quoted(s.From))
	fields.Put("items", edit.List(s.Items))
	fields.Put("due", due)
	fields.Put("list", edit.Quoted(list))
	if req.List.Text != "" {
		s.Notes = append(s.Notes, fmt.Sprintf("%s came in %s, and names %s from now on", req.ID, req.List.Text, list))
	}
	return edit.WithFields(s.Register, old, program.KindNamed("request").Name, map[string]edit.Row{req.ID: fields})
}
