package redline

// merger writes the blocks of both texts in one row: in the order of the new text, with those that went where they were.
type merger struct {
	*pairing
	inNew  map[*element]*element // the boxes of the old text in the new one
	grids  map[*element]grid     // of the tables of the new text
	widths map[*element]int
	runs   map[*match]int // which moved blocks moved together, from 1
	out    []entry
}

func merge(p *pairing) []entry {
	x := &merger{pairing: p, inNew: p.boxes(), grids: p.tables(), widths: map[*element]int{}, runs: p.together()}
	x.measure()
	i, j := 0, 0
	for n, m := range p.ofNew {
		if m == nil || m.moved || m.new[0] != n {
			continue
		}
		held := x.come(m.new[0], m.new[len(m.new)-1]+1)
		x.weave(x.gone(i, m.old[0]), x.come(j, n), held)
		i, j = m.old[len(m.old)-1]+1, m.new[len(m.new)-1]+1
	}
	x.weave(x.gone(i, len(p.old)), x.come(j, len(p.new)), nil)
	return x.out
}

// measure counts the columns that each table has on the page.
func (x *merger) measure() {
	for _, l := range x.new {
		if l.kind.row() {
			t := l.table()
			x.widths[t] = max(x.widths[t], len(l.cells), len(x.grids[t].columns))
		}
	}
}

// together numbers the blocks that moved as one: neighbours in both texts, but for what came or went between them.
func (p *pairing) together() map[*match]int {
	out, n := map[*match]int{}, 0
	var last *match
	for _, m := range p.ofNew {
		switch {
		case m == nil || !m.moved:
			last = nil
			continue
		case last == nil || !p.adjacent(last.old[0], m.old[0]):
			n++
		}
		out[m], last = n, m
	}
	return out
}

func (p *pairing) adjacent(i, next int) bool {
	if next <= i {
		return false
	}
	for i++; i < next; i++ {
		if p.ofOld[i] != nil {
			return false
		}
	}
	return true
}

// come returns the entries of some blocks of the new text.
func (x *merger) come(from, to int) []entry {
	var out []entry
	for j := from; j < to; j++ {
		m, l := x.ofNew[j], x.new[j]
		var now []entry
		switch {
		case m == nil:
			now = []entry{whole(l, Inserted)}
			if columns := x.grids[l.table()].columns; l.kind.row() && columns != nil {
				fit(&now[0], columns)
			}
		case m.new[0] == j:
			now = x.found(m, x.columnsOf(m))
		}
		for k := range now {
			now[k].run = x.runs[m]
			now[k].path = settle(nil, now[k].leaf.path, now[k].leaf, 1)
		}
		out = append(out, now...)
	}
	return out
}

// columnsOf returns the columns of a row that both texts have: those of its table, unless it comes from another.
func (x *merger) columnsOf(m *match) []column {
	row := x.new[m.new[0]]
	if !row.kind.row() {
		return nil
	}
	if g := x.grids[row.table()]; g.old == x.old[m.old[0]].table() {
		return g.columns
	}
	return x.columns([]*match{m})
}

// gone returns the entries of some blocks of the old text: those that were deleted, and a mark for each group that moved away.
func (x *merger) gone(from, to int) []entry {
	var out []entry
	marked := 0
	for i := from; i < to; i++ {
		m := x.ofOld[i]
		switch run := x.runs[m]; {
		case m == nil:
			out = append(out, whole(x.old[i], Deleted))
		case m.moved && run != marked:
			e := whole(x.old[i], MovedAway)
			e.run, marked = run, run
			out = append(out, e)
		}
	}
	return out
}

// manyPlaces is how many places for deleted blocks are compared; where there are more, they stand before what was inserted.
const manyPlaces = 10000

// weave writes what went and what came between two blocks that both texts have. What went stands first, unless its list or its table is
// only reached later.
func (x *merger) weave(gone, come, held []entry) {
	at := 0
	for k := range gone {
		best := at
		if len(gone)*len(come) <= manyPlaces {
			best = x.nearest(&gone[k], come, held, at)
		}
		x.out = append(x.out, come[at:best]...)
		at = best
		x.place(&gone[k], next(come, held, at))
		x.out = append(x.out, gone[k])
	}
	x.out = append(append(x.out, come[at:]...), held...)
}

// nearest returns before which of the blocks that came a deleted one shares most of its boxes with a neighbour.
func (x *merger) nearest(e *entry, come, held []entry, from int) int {
	path := x.renewed(e.leaf)
	best, most := from, -1
	for k := from; k <= len(come); k++ {
		near := shared(path, next(come, held, k))
		if k == from {
			near = max(near, shared(path, x.left()))
		} else {
			near = max(near, shared(path, come[k-1].path))
		}
		if near > most {
			best, most = k, near
		}
	}
	return best
}

func next(come, held []entry, at int) []*element {
	switch {
	case at < len(come):
		return come[at].path
	case len(held) > 0:
		return held[0].path
	}
	return nil
}

func (x *merger) left() []*element {
	if len(x.out) == 0 {
		return nil
	}
	return x.out[len(x.out)-1].path
}

// renewed returns the boxes of a block of the old text, those of the new text in their stead as far in as there are any.
func (x *merger) renewed(l *leaf) []*element {
	out := make([]*element, len(l.path))
	live := true
	for k, box := range l.path {
		other := x.inNew[box]
		live = live && other != nil && (k == 0 || other.up == out[k-1]) && other.depth == k+1
		if out[k] = box; live {
			out[k] = other
		}
	}
	return out
}

// place finds the boxes for a deleted block between its neighbours. What both of them stand in stays open around it; a box of one of
// them may hold it too; otherwise it keeps those that it had.
func (x *merger) place(e *entry, right []*element) {
	left := x.left()
	must := shared(left, right)
	path := x.renewed(e.leaf)
	k := shared(path, right[:must])
	if k == must {
		k = max(shared(path, left), shared(path, right))
	}
	base := path[:k]
	if k < must {
		base = right[:must]
	}
	width := 1
	for _, box := range base {
		width = max(width, x.widths[box])
	}
	e.path = settle(base, e.leaf.path[k:], e.leaf, width)
	if g, ok := x.grids[table(base)]; ok && e.op == Deleted && e.leaf.kind.row() && g.old == e.leaf.table() {
		fit(e, g.columns)
	}
}

func table(path []*element) *element {
	for k := len(path) - 1; k >= 0; k-- {
		if path[k].name == "table" {
			return path[k]
		}
	}
	return nil
}
