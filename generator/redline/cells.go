package redline

// rowCells compares two rows cell by cell, in the columns of their table.
func rowCells(old, new *leaf, columns []column) []shownCell {
	var out []shownCell
	for _, c := range columns {
		a, hadA := at(old, c.old)
		b, hasB := at(new, c.new)
		switch {
		case hadA && hasB:
			out = append(out, shownCell{b, Same, compare(a.tokens, b.tokens)})
		case hasB:
			out = append(out, shownCell{b, Inserted, all(b.tokens, Inserted)})
		case hadA:
			out = append(out, shownCell{a, Deleted, all(a.tokens, Deleted)})
		}
	}
	return out
}

func at(row *leaf, k int) (cell, bool) {
	if k < 0 || k >= len(row.cells) {
		return cell{}, false
	}
	return row.cells[k], true
}

// fit puts the cells of a row that came or went alone into the columns of its table, with empty ones where it has none.
func fit(e *entry, columns []column) {
	cells, width := e.cells, 0
	e.cells = nil
	for _, c := range columns {
		k := c.new
		if e.op == Deleted {
			k = c.old
		}
		width = max(width, k+1)
		if k >= 0 && k < len(cells) {
			e.cells = append(e.cells, cells[k])
		} else {
			e.cells = append(e.cells, shownCell{cell: cell{element: &element{name: e.leaf.cellName()}}, op: Same})
		}
	}
	e.cells = append(e.cells, cells[min(width, len(cells)):]...)
}

func (l *leaf) cellName() string {
	if l.kind.Name == HeadRow {
		return "th"
	}
	return "td"
}

// codeCells compares code line by line.
func codeCells(old, new *leaf) []shownCell {
	var out []shownCell
	lines := func(cells []cell, op Op) {
		for _, c := range cells {
			out = append(out, shownCell{c, Same, all(c.tokens, op)})
		}
	}
	at := 0
	for _, e := range align(lineKeys(old), lineKeys(new), nil) {
		lines(new.cells[at:e.newFrom], Same)
		lines(old.cells[e.from:e.to], Deleted)
		lines(new.cells[e.newFrom:e.newTo], Inserted)
		at = e.newTo
	}
	lines(new.cells[at:], Same)
	return out
}

func lineKeys(l *leaf) []string {
	out := make([]string, len(l.cells))
	for k, c := range l.cells {
		out[k] = flat(c.plain())
	}
	return out
}
