package redline

// column is one column of a table as a page shows it: its place in each row of the old text and of the new, or -1.
type column struct{ old, new int }

// wide is how many columns a table may have whose columns are compared; those of a wider one are taken in order.
const wide = 60

// grid is the columns of a table that two texts have in common.
type grid struct {
	old     *element
	columns []column
}

// tables finds for each table of the new text the one it was, where most of its rows come from, and its columns.
func (p *pairing) tables() map[*element]grid {
	rows, order := map[[2]*element][]*match{}, [][2]*element{}
	for _, m := range p.ofNew {
		if m == nil || !p.new[m.new[0]].kind.row() {
			continue
		}
		both := [2]*element{p.old[m.old[0]].table(), p.new[m.new[0]].table()}
		if rows[both] == nil {
			order = append(order, both)
		}
		rows[both] = append(rows[both], m)
	}
	out, most := map[*element]grid{}, map[*element]int{}
	for _, both := range order {
		if n := len(rows[both]); n > most[both[1]] {
			most[both[1]] = n
			out[both[1]] = grid{both[0], p.columns(rows[both])}
		}
	}
	return out
}

// columns aligns the columns of two tables by the cells that their rows share.
func (p *pairing) columns(rows []*match) []column {
	width, newWidth := 0, 0
	for _, m := range rows {
		width = max(width, len(p.old[m.old[0]].cells))
		newWidth = max(newWidth, len(p.new[m.new[0]].cells))
	}
	var links []link
	for o := 0; o < width && width <= wide && newWidth <= wide; o++ {
		for n := range newWidth {
			if s := p.shared(rows, o, n); s > 0 {
				links = append(links, link{o, n, s})
			}
		}
	}
	if width > wide || newWidth > wide {
		for k := range min(width, newWidth) {
			links = append(links, link{k, k, 1})
		}
	}
	return fill(heaviest(links), width, newWidth)
}

// shared returns how sure it is that two columns are one: by the cells that are the same, most by that of the heading.
func (p *pairing) shared(rows []*match, o, n int) int {
	sum := 0
	if o == n {
		sum = 1
	}
	for _, m := range rows {
		a, b := p.old[m.old[0]], p.new[m.new[0]]
		if o >= len(a.cells) || n >= len(b.cells) || len(a.cells[o].tokens) == 0 || !sameCell(a.cells[o], b.cells[n]) {
			continue
		}
		if sum += 4; a.kind.Name == HeadRow {
			sum += 8
		}
	}
	return sum
}

func sameCell(a, b cell) bool {
	if len(a.tokens) != len(b.tokens) {
		return false
	}
	for i := range a.tokens {
		if a.tokens[i].form() != b.tokens[i].form() {
			return false
		}
	}
	return true
}

// fill returns all columns in order, the deleted before the inserted.
func fill(held []link, width, newWidth int) []column {
	var out []column
	o, n := 0, 0
	for _, l := range append(held, link{width, newWidth, 0}) {
		for ; o < l.old; o++ {
			out = append(out, column{o, -1})
		}
		for ; n < l.new; n++ {
			out = append(out, column{-1, n})
		}
		if o < width && n < newWidth {
			out = append(out, column{o, n})
		}
		o, n = o+1, n+1
	}
	return out
}

// plainly reports whether no column came or went.
func plainly(columns []column) bool {
	for _, c := range columns {
		if c.old < 0 || c.new < 0 {
			return false
		}
	}
	return true
}
