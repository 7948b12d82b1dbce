package approval

import (
	"slices"
	"strings"
)

// Difference is how two texts differ, as far as an approval is concerned.
type Difference struct {
	Words    int    // that were inserted or deleted; one in the place of another counts once
	Of       int    // the words of the longer text
	First    int    // the place of the first difference, among the words of the text of today
	Was, Now string // the words there; "" where one text ended, or only the other has a word there
}

// Compare compares the words of a text that was approved with those of today, both as Words returns them.
func Compare(approved, today string) Difference {
	was, now := strings.Fields(approved), strings.Fields(today)
	d := Difference{Of: max(len(was), len(now))}
	for d.First < min(len(was), len(now)) && was[d.First] == now[d.First] {
		d.First++
	}
	was, now = was[d.First:], now[d.First:]
	for len(was) > 0 && len(now) > 0 && was[len(was)-1] == now[len(now)-1] {
		was, now = was[:len(was)-1], now[:len(now)-1]
	}
	if len(was) > 0 {
		d.Was = was[0]
	}
	if len(now) > 0 {
		d.Now = now[0]
	}
	d.Words = max(len(was), len(now)) - common(was, now)
	return d
}

// patience is how many pairs of words are compared at most, which takes a blink. Texts that differ so much are counted without
// their order.
const patience = 20_000_000

// common returns how many words two texts have in common, in one order.
func common(a, b []string) int {
	if len(a)*len(b) > patience {
		return shared(a, b)
	}
	x, y := numbered(a, b)
	row := make([]int, len(y)+1) // of the longest common subsequence, up to a word of a and each word of b
	for _, word := range x {
		diagonal := 0
		for j, other := range y {
			above := row[j+1]
			if word == other {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(y)]
}

// numbered gives equal words one number.
func numbered(a, b []string) (x, y []int) {
	numbers := map[string]int{}
	for _, word := range slices.Concat(a, b) {
		if _, known := numbers[word]; !known {
			numbers[word] = len(numbers)
		}
		x = append(x, numbers[word])
	}
	return x[:len(a)], x[len(a):]
}

// shared returns how many words two texts have in common, in any order.
func shared(a, b []string) int {
	count, n := map[string]int{}, 0
	for _, word := range a {
		count[word]++
	}
	for _, word := range b {
		if count[word] > 0 {
			count[word]--
			n++
		}
	}
	return n
}
