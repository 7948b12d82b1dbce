package redline

import "slices"

// missing is how much of a block has to be what its neighbour lacks, if the two were one block in the other text.
const missing = 0.7

// parts finds the blocks that were split in two or joined: a neighbour that nobody has claimed and that holds what is missing.
func (p *pairing) parts() {
	for j, m := range p.ofNew {
		if m == nil || m.moved || m.new[0] != j || !p.new[j].flowing() || p.old[m.old[0]].exact() == p.new[j].exact() {
			continue
		}
		p.extend(&m.new, p.ofNew, p.new, p.old[m.old[0]], m)
		if len(m.new) == 1 {
			p.extend(&m.old, p.ofOld, p.old, p.new[j], m)
		}
	}
}

// extend adds to one side of a match the free neighbours that make it more like the one block on the other side.
func (p *pairing) extend(side *[]int, of []*match, leaves []*leaf, whole *leaf, m *match) {
	got := leaves[(*side)[0]].bag
	try := func(k int) bool {
		if k < 0 || k >= len(leaves) || of[k] != nil || !leaves[k].flowing() || leaves[k].kind.Name == Heading {
			return false
		}
		with := got.with(leaves[k].bag)
		gain := with.common(whole.bag) - got.common(whole.bag)
		if gain == 0 || float64(gain) < missing*float64(leaves[k].bag.weight) {
			return false
		}
		got, of[k] = with, m
		*side = append(*side, k)
		return true
	}
	for first := (*side)[0]; try(first - 1); first-- {
	}
	for last := slices.Max(*side); try(last + 1); last++ {
	}
	slices.Sort(*side)
}
