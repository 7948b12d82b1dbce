package history

// graph is which commits each commit builds on, by their places in the log: what a commit builds on stands behind it.
type graph [][]int

// before returns the place from which to look for what a change was made from: the i-th parent of its commit, or the commit
// where git has left out parents that say nothing new.
func (g graph) before(c change, i int) int {
	if parents := g[c.place]; len(parents) == c.parents {
		return parents[i]
	}
	return c.place
}

// reaches reports whether a commit is another, or builds on it.
func (g graph) reaches(from, to int) bool {
	seen, next := map[int]bool{}, []int{from}
	for len(next) > 0 {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		for at < to && len(g[at]) == 1 {
			at = g[at][0]
		}
		if at == to {
			return true
		}
		if at < to && !seen[at] {
			seen[at] = true
			next = append(next, g[at]...)
		}
	}
	return false
}
