package redline

import "slices"

// match is one block in both texts. Where a block was split or joined, one side has several.
type match struct {
	old, new []int
	moved    bool
}

// pairing is which leaf of the old text is which of the new.
type pairing struct {
	old, new   []*leaf
	ofOld      []*match // by leaf; nil for what was deleted
	ofNew      []*match // by leaf; nil for what was inserted
	vocabulary vocabulary
}

// pair finds the blocks of one text in the other, surest first: those that are the same in their place, if need be as another kind of
// block, those that are the same elsewhere, those that are alike in their place, those that are alike elsewhere.
func pair(old, new document) *pairing {
	p := &pairing{old: old.leaves, new: new.leaves, vocabulary: vocabulary{},
		ofOld: make([]*match, len(old.leaves)), ofNew: make([]*match, len(new.leaves))}
	p.same()
	p.sameWords()
	p.weigh()
	p.movedSame()
	p.alike()
	p.movedAlike()
	p.parts()
	p.leftAlone()
	return p
}

func (p *pairing) join(i, j int, moved bool) {
	m := &match{[]int{i}, []int{j}, moved}
	p.ofOld[i], p.ofNew[j] = m, m
}

// same joins the leaves that are the same in both texts and stand in the same order; the longer stays in its place before the shorter.
func (p *pairing) same() {
	p.hold(numbers(len(p.old)), numbers(len(p.new)), (*leaf).exact)
}

// sameWords joins the leaves that stand in their place with the same words, as another kind of block.
func (p *pairing) sameWords() {
	p.gaps(func(old, new []int) { p.hold(old, new, func(l *leaf) string { return l.content }) })
}

// hold joins those of some leaves that are the same by a key.
func (p *pairing) hold(old, new []int, key func(*leaf) string) {
	keys, weights := make([]string, len(old)), make([]int, len(old))
	for k, i := range old {
		keys[k], weights[k] = key(p.old[i]), 1+len(p.old[i].words)
	}
	newKeys := make([]string, len(new))
	for k, j := range new {
		newKeys[k] = key(p.new[j])
	}
	between(align(keys, newKeys, weights), len(keys), func(from, newFrom, count int) {
		for k := range count {
			p.join(old[from+k], new[newFrom+k], false)
		}
	})
}

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// weigh counts the words of the leaves that have not been found yet; of a text with few changes these are few.
func (p *pairing) weigh() {
	for i, l := range p.old {
		if p.ofOld[i] == nil {
			l.bag = p.vocabulary.bag(l.words)
		}
	}
	for j, l := range p.new {
		if p.ofNew[j] == nil {
			l.bag = p.vocabulary.bag(l.words)
		}
	}
}

// gaps calls f with the leaves not found yet between each two that stand in their places.
func (p *pairing) gaps(f func(old, new []int)) {
	i := 0
	var free []int
	for j := 0; j <= len(p.new); j++ {
		if j < len(p.new) && (p.ofNew[j] == nil || p.ofNew[j].moved) {
			if p.ofNew[j] == nil {
				free = append(free, j)
			}
			continue
		}
		end := len(p.old)
		if j < len(p.new) {
			end = p.ofNew[j].old[0]
		}
		if old := p.freeOld(i, end); len(old) > 0 && len(free) > 0 {
			f(old, free)
		}
		if j < len(p.new) {
			i = max(i, slices.Max(p.ofNew[j].old)+1)
		}
		free = nil
	}
}

func (p *pairing) freeOld(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		if p.ofOld[i] == nil {
			out = append(out, i)
		}
	}
	return out
}

// alikeInPlace is how much two blocks at one place have to share to be one that changed.
const alikeInPlace = 0.4

// alike joins blocks that stand at one place and share enough words.
func (p *pairing) alike() {
	p.gaps(func(old, new []int) {
		from, to := pick(p.old, old), pick(p.new, new)
		var links []link
		for _, c := range candidates(from, to) {
			a, b := from[c[0]], to[c[1]]
			if !a.like(b) {
				continue
			}
			if common := a.bag.common(b.bag); a.bag.alike(b.bag) >= alikeInPlace || named(a, b) {
				links = append(links, link{c[0], c[1], 4*common + closeness(a, b)})
			}
		}
		for _, l := range heaviest(links) {
			p.join(old[l.old], new[l.new], false)
		}
	})
}

// closeness prefers, of blocks that share as much, the pair of one kind.
func closeness(a, b *leaf) int {
	if a.kind == b.kind {
		return 2
	}
	return 1
}

// named reports whether two rows say by their first cell that they are one.
func named(a, b *leaf) bool {
	if !a.kind.row() || !b.kind.row() {
		return false
	}
	first, other := a.cells[0], b.cells[0]
	return len(first.tokens) > 0 && slices.EqualFunc(first.tokens, other.tokens, func(a, b token) bool { return a.key == b.key })
}

func pick(leaves []*leaf, which []int) []*leaf {
	out := make([]*leaf, len(which))
	for k, i := range which {
		out[k] = leaves[i]
	}
	return out
}

// short is how many words a block may have that is taken for the one it stands in the place of, without sharing a word with it.
const short = 8

// leftAlone joins two short blocks of one kind that are left alone at one place: a heading that was renamed, an item of one word.
func (p *pairing) leftAlone() {
	p.gaps(func(old, new []int) {
		if len(old) != 1 || len(new) != 1 {
			return
		}
		a, b := p.old[old[0]], p.new[new[0]]
		if a.kind == b.kind && a.like(b) && len(a.words) <= short && len(b.words) <= short {
			p.join(old[0], new[0], false)
		}
	})
}
