// Package nearest finds the known word that a misspelt one was meant to be. It refuses to guess when nothing is close.
package nearest

// Within returns the candidate with the fewest edits from word, if that is at most limit edits; the first of equals wins. An
// edit inserts, deletes or replaces one byte, or swaps two neighbours.
func Within(word string, candidates []string, limit int) (string, bool) {
	best, found := "", false
	for _, c := range candidates {
		if d := Distance(word, c, limit); d <= limit {
			best, found, limit = c, true, d-1
		}
	}
	return best, found
}

// Distance returns the number of edits between a and b, or some number above limit once it is certain to exceed it.
func Distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			row[j] = step(a, b, i, j, older, old, row)
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		older, old, row = old, row, older
	}
	return old[len(b)]
}

func step(a, b string, i, j int, older, old, row []int) int {
	cost := 1
	if a[i-1] == b[j-1] {
		cost = 0
	}
	d := min(old[j]+1, row[j-1]+1, old[j-1]+cost)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, older[j-2]+1)
	}
	return d
}
