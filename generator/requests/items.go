package requests

import (
	"fmt"
	"slices"

	"trustpress/generator/edit"
	"trustpress/generator/requestlist"
	"trustpress/generator/trace"
)

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
	seen := map[string]bool{}
	for _, row := range c.sheet.Rows[c.head+1:] {
		if c.column >= len(row.Cells) || row.Cells[c.column] == "" {
			continue
		}
		at, item := c.sheet.at(row.Number), edit.Plainly(row.Cells[c.column])
		if item != row.Cells[c.column] {
			s.Notes = append(s.Notes, at+": the item holds what would be a parameter or a blank here, or what nobody sees, and is written apart; the list as it came has it as it was")
		}
		switch {
		case seen[item]:
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %s is selected twice", at, shorten(item, 60)))
			continue
		case len(held.Holding(item)) == 0:
			s.Lost = append(s.Lost, item)
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %s holds no %q", at, s.From, shorten(item, 60)))
		}
		seen[item] = true
		s.Items = append(s.Items, item)
	}
}
