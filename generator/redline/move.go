package redline

import (
	"cmp"
	"slices"
)

const (
	// tellingWords is how many words make a block that occurs once in each text known again at another place. A shorter one is known
	// by its neighbours, or within its own list or table.
	tellingWords = 4
	// tellingChanged is the same for a block that also changed, and alikeElsewhere is how much it has to share.
	tellingChanged = 8
	alikeElsewhere = 0.6
)

// movedSame finds blocks that stand elsewhere, word for word. What occurs more than once is never called moved for itself.
func (p *pairing) movedSame() {
	count, newCount, at := map[string]int{}, map[string]int{}, map[string]int{}
	for i, l := range p.old {
		count[l.content]++
		at[l.content] = i
	}
	for _, l := range p.new {
		newCount[l.content]++
	}
	boxes := p.boxes()
	for j, l := range p.new {
		i, once := at[l.content], count[l.content] == 1 && newCount[l.content] == 1
		if !once || p.ofNew[j] != nil || p.ofOld[i] != nil || len(l.words) == 0 {
			continue
		}
		if len(l.words) >= tellingWords || listed(l) != nil && listed(l) == boxes[listed(p.old[i])] {
			p.join(i, j, true)
		}
	}
	p.spread()
}

// listed returns the list or the table that a leaf is an entry of.
func listed(l *leaf) *element {
	if l.kind.row() {
		return l.table()
	}
	if n := len(l.path); n > 1 && l.path[n-1].name == "li" {
		return l.path[n-2]
	}
	return nil
}

// movedAlike finds blocks that moved and changed; of several that could be one, the most alike.
func (p *pairing) movedAlike() {
	old, new := p.telling(p.old, p.ofOld), p.telling(p.new, p.ofNew)
	from, to := pick(p.old, old), pick(p.new, new)
	type found struct {
		old, new int
		alike    float64
	}
	var all []found
	for _, c := range candidates(from, to) {
		a, b := from[c[0]], to[c[1]]
		if alike := a.bag.alike(b.bag); a.like(b) && alike >= alikeElsewhere {
			all = append(all, found{old[c[0]], new[c[1]], alike})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(b.alike, a.alike) })
	for _, f := range all {
		if p.ofOld[f.old] == nil && p.ofNew[f.new] == nil {
			p.join(f.old, f.new, true)
		}
	}
	p.spread()
}

// telling returns the leaves not found yet that say enough to be known elsewhere.
func (p *pairing) telling(leaves []*leaf, of []*match) []int {
	var out []int
	for i, l := range leaves {
		if of[i] == nil && len(l.words) >= tellingChanged {
			out = append(out, i)
		}
	}
	return out
}

// spread lets the neighbours of a moved block move with it: its heading, and what is boilerplate by itself.
func (p *pairing) spread() {
	for j := range p.new {
		p.follow(j, 1)
	}
	for j := len(p.new) - 1; j >= 0; j-- {
		p.follow(j, -1)
	}
}

func (p *pairing) follow(j, step int) {
	m := p.ofNew[j]
	if m == nil || !m.moved {
		return
	}
	i, next := m.old[0]+step, j+step
	if i < 0 || i >= len(p.old) || next < 0 || next >= len(p.new) || p.ofOld[i] != nil || p.ofNew[next] != nil {
		return
	}
	a, b := p.old[i], p.new[next]
	if a.content == b.content || a.like(b) && a.bag.alike(b.bag) >= alikeInPlace {
		p.join(i, next, true)
	}
}
