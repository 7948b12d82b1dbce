package edit

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/requestlist"
	"trustpress/generator/trace"
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
	Changes  []Change
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
	req, err := find[*program.Request](e, id, program.KindNamed("request"), ids(e.Program.Requests))
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
		return find[*program.Evidence](e, id, program.KindNamed("evidence"), ids(e.Program.Evidence))
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

// candidate is a column of a sheet that may hold the items.
type candidate struct {
	sheet  sheet
	column int
	head   int // the row that names it, -1 if none does
	alone  int // cells that one row of the population holds
	found  int // cells that the population holds
}

// read finds the items: the column of which the population holds the most, or the one that is named.
func (s *Selection) read(file string, sheets []sheet, held *trace.Population, named string) error {
	var best *candidate
	for _, sh := range sheets {
		for _, c := range candidates(sh, held, named) {
			if best == nil || c.alone > best.alone || c.alone == best.alone && c.found > best.found {
				best = &c
			}
		}
	}
	switch {
	case best == nil && named != "":
		return fmt.Errorf("%s names no column %q\nhint: --column takes the name of the column that tells the items apart", file, named)
	case best == nil || named == "" && best.found == 0:
		return fmt.Errorf("no column of %s holds anything that %s holds\nhint: is it another population? --column names the column that tells the items apart", file, s.From)
	}
	s.take(best, held)
	if len(s.Items) == 0 {
		return fmt.Errorf("%s has no item\nhint: each item stands in a row of its own", file)
	}
	return nil
}

// name is what the column is called, folded.
func (c *candidate) name() string {
	if c.head < 0 || c.column >= len(c.sheet.Rows[c.head].Cells) {
		return ""
	}
	return requestlist.Fold(c.sheet.Rows[c.head].Cells[c.column])
}

func candidates(sh sheet, held *trace.Population, named string) []candidate {
	width := 0
	for _, row := range sh.Rows {
		width = max(width, len(row.Cells))
	}
	var out []candidate
	head := headOf(sh, held, named)
	for column := range width {
		c := candidate{sheet: sh, column: column, head: head}
		if named != "" && (head < 0 || c.name() != requestlist.Fold(named)) {
			continue
		}
		for _, row := range sh.Rows[c.head+1:] {
			if column >= len(row.Cells) || row.Cells[column] == "" {
				continue
			}
			switch n := len(held.Holding(row.Cells[column])); {
			case n == 1:
				c.alone++
				c.found++
			case n > 1:
				c.found++
			}
		}
		out = append(out, c)
	}
	return out
}

// itemHeads are names that columns have in a list of selected items, folded.
var itemHeads = []string{"item", "itemid", "itemno", "selecteditem", "selecteditems", "selection", "sample", "sampleid", "sampleno", "sampleitem", "samplereference", "id", "reference", "ref", "no", "number",
	"case", "caseid", "caseno", "caseref", "ticket", "ticketid", "date", "comment", "comments", "nr", "stickprov", "urval", "post", "ärende", "ärendenr", "valdpost", "datum", "kommentar"}

// headOf returns the row that names the columns, -1 if none does: the one that names the column that is asked for; else the last one above
// the first item that names a column as the population does or as people do.
func headOf(sh sheet, held *trace.Population, named string) int {
	last := -1
	for i, row := range sh.Rows[:min(len(sh.Rows), 60)] {
		for _, cell := range row.Cells {
			name := requestlist.Fold(cell)
			same := func(head string) bool { return name != "" && requestlist.Fold(head) == name }
			switch {
			case named != "" && same(named):
				return i
			case named != "":
			case len(held.Holding(cell)) > 0:
				return last
			case slices.ContainsFunc(held.Head, same) || slices.Contains(itemHeads, name):
				last = i
			}
		}
	}
	return last
}

// take takes the items out of a column, each once.
func (s *Selection) take(c *candidate, held *trace.Population) {
	if c.name() != "" {
		s.Column = c.sheet.Rows[c.head].Cells[c.column]
	}
	for _, row := range c.sheet.Rows[c.head+1:] {
		if c.column >= len(row.Cells) || row.Cells[c.column] == "" {
			continue
		}
		at, item := c.sheet.at(row.Number), row.Cells[c.column]
		switch {
		case slices.Contains(s.Items, item):
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %s is selected twice", at, shorten(item, 60)))
			continue
		case len(held.Holding(item)) == 0:
			s.Lost = append(s.Lost, item)
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %s holds no %q", at, s.From, shorten(item, 60)))
		}
		s.Items = append(s.Items, item)
	}
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
	old, absent, err := readRegister(fsys, s.Register)
	if err != nil {
		return err
	}
	var text []byte
	if req == nil {
		s.New = true
		var row []Pair
		if row, err = s.row(e, name, opt); err == nil {
			text, err = withRows(s.Register, old, kind.Name, row)
		}
	} else {
		text, err = s.into(req, old, name, opt.Due)
	}
	if err != nil {
		return err
	}
	s.Changes = append(s.Changes, Change{Path: s.Register, Text: text, New: absent})
	return nil
}

// row is a new request for the items.
func (s *Selection) row(e *audience.Edition, list string, opt SelectOptions) ([]Pair, error) {
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
	return filled([]Pair{{"id", quoted(s.ID)}, {"number", orNone(opt.Number)}, {"title", quoted(shorten(title, 100))}, {"type", quoted("sample")}, {"controls", textList(unique(controls))},
		{"population", quoted(s.From)}, {"items", textList(s.Items)}, {"received", e.AsOf.String()}, {"due", opt.Due}, {"status", quoted("open")}, {"list", quoted(list)}}), nil
}

// into puts the items into a request. A request that is not answered yet stays open.
func (s *Selection) into(req *program.Request, old []byte, list, due string) ([]byte, error) {
	s.ID = req.ID
	if req.Span.File != s.Register {
		return nil, fmt.Errorf("%s stands in %s, and not in %s\nhint: write there: population: %s, items: [%s], list: %s", req.ID, req.Span.File, s.Register, s.From, strings.Join(s.Items, ", "), list)
	}
	fields := filled([]Pair{{"population", quoted(s.From)}, {"items", textList(s.Items)}, {"due", due}, {"list", quoted(list)}})
	if req.List.Text != "" {
		s.Notes = append(s.Notes, fmt.Sprintf("%s came in %s, and names %s from now on", req.ID, req.List.Text, list))
	}
	return withFields(s.Register, old, program.KindNamed("request").Name, map[string][]Pair{req.ID: fields})
}
