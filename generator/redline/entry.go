package redline

import "slices"

// entry is one block of the redline.
type entry struct {
	op      Op
	leaf    *leaf
	cells   []shownCell
	was     *Kind      // what it was before, if that is no longer so
	path    []*element // the boxes that it stands in on the page
	hunk    int        // which change it belongs to, from 0; -1 for none
	first   bool       // of its change
	last    bool
	section string
	run     int // which blocks moved together, from 1
}

// shownCell is a cell with what happened to its words.
type shownCell struct {
	cell cell
	op   Op // Inserted or Deleted when the whole cell is; Same for an empty one that keeps others in their column
	runs []run
}

func (c shownCell) differs() bool { return c.op != Same || changed(c.runs) }

// whole returns an entry for a leaf of which all words have one fate.
func whole(l *leaf, op Op) entry {
	e := entry{op: op, leaf: l, hunk: -1}
	fate := op
	if op == MovedAway {
		return e
	}
	if op == Moved {
		fate = Same
	}
	for _, c := range l.cells {
		e.cells = append(e.cells, shownCell{c, Same, all(c.tokens, fate)})
	}
	return e
}

func all(tokens []token, op Op) []run {
	if len(tokens) == 0 {
		return nil
	}
	return []run{{op: op, tokens: tokens}}
}

// pilcrow is where a paragraph ends, between those that were one or became one.
var pilcrow = token{text: "¶", key: "\x00¶", html: "¶"}

// found returns the entries of a match: one for each block of the new text.
func (p *pairing) found(m *match, columns []column) []entry {
	old, new := pick(p.old, m.old), pick(p.new, m.new)
	op := Same
	if m.moved {
		op = Moved
	}
	if len(old) == 1 && len(new) == 1 && old[0].exact() == new[0].exact() && plainly(columns) {
		return []entry{whole(new[0], op)}
	}
	var out []entry
	switch first := new[0]; {
	case first.kind.row():
		out = []entry{{leaf: first, cells: rowCells(old[0], first, columns)}}
	case first.kind.Name == Code:
		out = []entry{{leaf: first, cells: codeCells(old[0], first)}}
	default:
		out = flowingEntries(old, new)
	}
	for i := range out {
		e := &out[i]
		e.hunk = -1
		if k := old[0].kind; i == 0 && k != e.leaf.kind {
			e.was = &k
		}
		switch {
		case m.moved:
			e.op = Moved
		case e.was != nil || slices.ContainsFunc(e.cells, shownCell.differs):
			e.op = Changed
		default:
			e.op = Same
		}
	}
	return out
}

// flowingEntries compares the words of a block, or of several that were one or became one.
func flowingEntries(old, new []*leaf) []entry {
	a, _ := joined(old)
	b, starts := joined(new)
	all := compare(a, b)
	var out []entry
	for k, l := range new {
		var mine []run
		if k+1 < len(new) {
			mine, all = cut(all, starts[k+1]-starts[k])
		} else {
			mine = all
		}
		out = append(out, entry{leaf: l, cells: []shownCell{{cell: l.text(), op: Same, runs: mine}}})
	}
	return out
}

// text returns the only cell of a text, empty if it has no words.
func (l *leaf) text() cell {
	if len(l.cells) == 0 {
		return cell{}
	}
	return l.cells[0]
}

// joined returns the words of several leaves with a pilcrow before each but the first, and where each leaf begins.
func joined(leaves []*leaf) (out []token, starts []int) {
	for k, l := range leaves {
		starts = append(starts, len(out))
		if k > 0 {
			mark := pilcrow
			mark.space = true
			out = append(out, mark)
		}
		for i, t := range l.text().tokens {
			t.space = t.space || k > 0 && i == 0
			out = append(out, t)
		}
	}
	return out, starts
}

// cut takes the first n tokens of the new text off a row of runs.
func cut(all []run, n int) (first, rest []run) {
	for i, r := range all {
		switch {
		case r.op == Deleted:
		case n < len(r.tokens):
			if n > 0 {
				all[i].tokens = r.tokens[n:]
				r.tokens = r.tokens[:n]
				first = append(first, r)
			}
			return first, all[i:]
		default:
			n -= len(r.tokens)
		}
		first = append(first, r)
	}
	return first, nil
}
