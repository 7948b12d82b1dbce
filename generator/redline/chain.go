package redline

import (
	"cmp"
	"slices"
)

// link ties one of the old row to one of the new, for what the tie is worth.
type link struct{ old, new, weight int }

// heaviest returns the links that are worth most together and do not cross, in order.
func heaviest(links []link) []link {
	slices.SortFunc(links, func(a, b link) int { return cmp.Or(a.old-b.old, b.new-a.new) })
	sums, before := make([]int, len(links)), make([]int, len(links))
	t := newTree(links)
	last := -1
	for i, l := range links {
		before[i] = t.best(l.new, sums)
		sums[i] = l.weight
		if before[i] >= 0 {
			sums[i] += sums[before[i]]
		}
		t.add(l.new, i, sums)
		if last < 0 || sums[i] > sums[last] {
			last = i
		}
	}
	var out []link
	for ; last >= 0; last = before[last] {
		out = append(out, links[last])
	}
	slices.Reverse(out)
	return out
}

// tree finds the best sum among all places before one, in a logarithm of their number.
type tree struct {
	low int
	top []int // the link with the best sum of a range, or -1
}

func newTree(links []link) tree {
	if len(links) == 0 {
		return tree{}
	}
	low, high := links[0].new, links[0].new
	for _, l := range links {
		low, high = min(low, l.new), max(high, l.new)
	}
	top := make([]int, high-low+2)
	for i := range top {
		top[i] = -1
	}
	return tree{low, top}
}

func (t tree) best(before int, sums []int) int {
	out := -1
	for i := before - t.low; i > 0; i -= i & -i {
		if at := t.top[i]; at >= 0 && (out < 0 || sums[at] > sums[out]) {
			out = at
		}
	}
	return out
}

func (t tree) add(place, which int, sums []int) {
	for i := place - t.low + 1; i < len(t.top); i += i & -i {
		if at := t.top[i]; at < 0 || sums[which] > sums[at] {
			t.top[i] = which
		}
	}
}
