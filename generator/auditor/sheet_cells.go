package auditor

import (
	"fmt"
	"strings"

	"trustpress/generator/criteria"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/spreadsheet"
)

func textCell(text string) spreadsheet.Cell { return spreadsheet.Cell{Text: text} }

func numberCell(n int64) spreadsheet.Cell {
	return spreadsheet.Cell{Text: number(n), As: spreadsheet.Number}
}

func dayCell(day node.Day) spreadsheet.Cell {
	return spreadsheet.Cell{Text: day.String(), As: spreadsheet.Day}
}

// lineCell is texts of which each begins a line.
func lineCell(texts ...string) spreadsheet.Cell {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, text)
		}
	}
	return textCell(strings.Join(out, "\n"))
}

func (b *book) stateCell(s state) spreadsheet.Cell {
	return spreadsheet.Cell{Text: s.Text, Code: s.code()}
}

// wordCell is a word out of a fixed list.
func (b *book) wordCell(word string) spreadsheet.Cell {
	return spreadsheet.Cell{Text: b.chosen(word), Code: word}
}

func (b *book) yesCell(yes bool) spreadsheet.Cell {
	word := map[bool]string{true: "yes", false: "no"}[yes]
	return spreadsheet.Cell{Text: b.text(word), Code: word}
}

// nameCell names a record, and leads to its row in the workbook, or else to its page.
func (b *book) nameCell(rec program.Any) spreadsheet.Cell {
	to := b.record(rec)
	out := spreadsheet.Cell{Text: to.label(), Href: to.Href}
	if row := b.rows[rec]; row != "" {
		out.Href = row
	}
	return out
}

func (b *book) criterionCell(c *criteria.Criterion) spreadsheet.Cell {
	out := spreadsheet.Cell{Text: c.Label(b.lang), Href: b.criterionLink(c).Href}
	if row := b.rows[c]; row != "" {
		out.Href = row
	}
	return out
}

// refCell is what a reference to a criterion means, or what was written.
func (b *book) refCell(ref program.CriterionRef) spreadsheet.Cell {
	if ref.To == nil {
		return textCell(ref.Text)
	}
	return b.criterionCell(ref.To)
}

// fileCell is a raw file by its path in the bag.
func (b *book) fileCell(f *file) spreadsheet.Cell {
	if f == nil {
		return spreadsheet.Cell{}
	}
	return spreadsheet.Cell{Text: "data/" + f.Path, Href: b.root + f.Path}
}

// listCell puts several cells into one, each once. A cell can lead to one place alone: a single name leads to its own, several lead to
// the page of the record that names them, where each is a link.
func listCell(page string, cells ...spreadsheet.Cell) spreadsheet.Cell {
	var texts, codes []string
	seen := map[string]bool{}
	leads := ""
	for _, c := range cells {
		if c.Text == "" || seen[c.Text] {
			continue
		}
		if seen[c.Text] = true; leads == "" {
			leads = c.Href
		}
		texts = append(texts, c.Text)
		if c.Code == "" {
			c.Code = c.Text
		}
		codes = append(codes, c.Code)
	}
	out := spreadsheet.Cell{Text: strings.Join(texts, "; "), Code: strings.Join(codes, "; "), Href: leads}
	if len(texts) > 1 && leads != "" {
		out.Href = page
	}
	return out
}

// namesCell names records in one cell.
func namesCell[T program.Any](b *book, page string, records []T) spreadsheet.Cell {
	var out []spreadsheet.Cell
	for _, rec := range records {
		out = append(out, b.nameCell(rec))
	}
	return listCell(page, out...)
}

// cell is what a field holds; page is that of its record.
func (b *book) cell(x program.Value, page string) spreadsheet.Cell {
	if x.Leaf != nil {
		return b.leafCell(x.Leaf)
	}
	if len(x.List) == 0 {
		return textCell(b.plain(x, "; "))
	}
	var out []spreadsheet.Cell
	for _, leaf := range x.List {
		out = append(out, b.leafCell(leaf))
	}
	return listCell(page, out...)
}

func (b *book) leafCell(leaf any) spreadsheet.Cell {
	switch x := leaf.(type) {
	case program.Pointer:
		if x.To == nil {
			return textCell(x.ID)
		}
		out := b.nameCell(x.To)
		out.Text = b.named(x)
		return out
	case program.CriterionRef:
		return b.refCell(x)
	case node.Day:
		return dayCell(x)
	case program.Word:
		return b.wordCell(string(x))
	case bool:
		return b.yesCell(x)
	case program.Prose, program.Period:
		return textCell(b.written(leaf))
	}
	return addressCell(fmt.Sprint(leaf))
}

// addressCell leads to an address that a reader may be sent to.
func addressCell(s string) spreadsheet.Cell {
	if program.IsAddress(s) {
		return spreadsheet.Cell{Text: s, Href: s}
	}
	return textCell(s)
}

// linkCell is what a page shows as a link.
func linkCell(l link) spreadsheet.Cell { return spreadsheet.Cell{Text: l.label(), Href: l.Href} }
