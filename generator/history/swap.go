package history

// untangle finds the files of one commit that exchanged their names, which git takes for edits: each holds, byte for byte,
// what another held before, all the way round. Files that also changed are two edits; nobody could tell.
func untangle(changes []change) {
	held := map[string]int{}
	for i, c := range changes {
		if c.edits() {
			held[c.before[0].blob] = i
		}
	}
	if len(held) < 2 {
		return
	}
	taken := map[int]int{} // from whom each file took its text
	for i, c := range changes {
		if from, ok := held[c.blob]; ok && c.edits() {
			taken[i] = from
		}
	}
	before := map[int][]origin{}
	for i, from := range rings(taken) {
		before[i] = changes[from].before
	}
	for i, origins := range before {
		changes[i].before = origins
	}
}

// edits reports whether a change left a file where it was.
func (c change) edits() bool {
	return c.parents < 2 && c.blob != "" && len(c.before) == 1 && c.before[0].path == c.path
}

// rings keeps, of arrows of which each place has at most one, those that lead round: it drops the arrow of a place that none
// points to, until every place is pointed to.
func rings(arrows map[int]int) map[int]int {
	pointed := map[int]int{}
	for _, to := range arrows {
		pointed[to]++
	}
	loose := []int{}
	for from := range arrows {
		if pointed[from] == 0 {
			loose = append(loose, from)
		}
	}
	for len(loose) > 0 {
		from := loose[len(loose)-1]
		loose = loose[:len(loose)-1]
		to, ok := arrows[from]
		if !ok {
			continue
		}
		delete(arrows, from)
		if pointed[to]--; pointed[to] == 0 {
			loose = append(loose, to)
		}
	}
	return arrows
}
