package redline

import (
	"cmp"
	"slices"
	"strings"
)

// bag is the words of a leaf, sorted, with what they weigh together. Small common words weigh little, so that two sentences are not
// alike for their "of the".
type bag struct {
	words  []word
	weight int
}

type word struct{ id, weight int }

// vocabulary numbers words, whatever their case.
type vocabulary map[string]int

func (v vocabulary) bag(words []string) bag {
	var b bag
	for _, text := range words {
		lower := strings.ToLower(text)
		id, ok := v[lower]
		if !ok {
			id = len(v)
			v[lower] = id
		}
		w := word{id, 4}
		if isLight(text) {
			w.weight = 1
		}
		b.words, b.weight = append(b.words, w), b.weight+w.weight
	}
	slices.SortFunc(b.words, func(a, b word) int { return cmp.Compare(a.id, b.id) })
	return b
}

// with returns the words of both bags.
func (b bag) with(other bag) bag {
	all := slices.Concat(b.words, other.words)
	slices.SortFunc(all, func(a, b word) int { return cmp.Compare(a.id, b.id) })
	return bag{all, b.weight + other.weight}
}

// common returns the weight of the words that two bags share.
func (b bag) common(other bag) int {
	sum, i, j := 0, 0, 0
	for i < len(b.words) && j < len(other.words) {
		switch x, y := b.words[i], other.words[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			sum, i, j = sum+x.weight, i+1, j+1
		}
	}
	return sum
}

// alike returns how much of two bags is shared, from 0 to 1.
func (b bag) alike(other bag) float64 {
	if b.weight+other.weight == 0 {
		return 0
	}
	return float64(2*b.common(other)) / float64(b.weight+other.weight)
}

const (
	// fewPairs is how many pairs of leaves are compared one by one.
	fewPairs = 2000
	// rare is how often a word may occur on a side and still tell which two leaves belong together.
	rare = 4
	// around is how many leaves near the same place are compared with one, when there are many.
	around = 4
)

// candidates returns the pairs of two sets of leaves that may be alike, in order: all of them where they are few, otherwise those that
// share rare words or stand near the same place.
func candidates(from, to []*leaf) [][2]int {
	var out [][2]int
	if len(from)*len(to) <= fewPairs {
		for i := range from {
			for j := range to {
				out = append(out, [2]int{i, j})
			}
		}
		return out
	}
	places, newPlaces := occurrences(from), occurrences(to)
	for id, at := range places {
		for _, i := range at {
			for _, j := range newPlaces[id] {
				out = append(out, [2]int{i, j})
			}
		}
	}
	for i := range from {
		middle := i * len(to) / len(from)
		for j := max(0, middle-around); j <= min(len(to)-1, middle+around); j++ {
			out = append(out, [2]int{i, j})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	return slices.Compact(out)
}

// occurrences returns the leaves in which each rare word stands.
func occurrences(leaves []*leaf) map[int][]int {
	out, common := map[int][]int{}, map[int]bool{}
	for i, l := range leaves {
		for k, w := range l.bag.words {
			if k > 0 && l.bag.words[k-1].id == w.id || w.weight == 1 || common[w.id] {
				continue
			}
			if out[w.id] = append(out[w.id], i); len(out[w.id]) > rare {
				common[w.id] = true
				delete(out, w.id)
			}
		}
	}
	return out
}
