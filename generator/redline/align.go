package redline

import (
	"cmp"
	"slices"

	"github.com/aymanbagabas/go-udiff/lcs"
)

// edit is a stretch of one row that stands in the place of a stretch of the other. What lies between two edits is the same in both.
type edit struct{ from, to, newFrom, newTo int }

func (e edit) empty() bool { return e.from == e.to && e.newFrom == e.newTo }

const (
	// exactly is how many differences the library finds before it guesses: rows no longer than this together are compared by it alone.
	exactly = 100
	// patience is how many times a stretch is searched for what occurs once in both rows.
	patience = 12
)

// align compares two rows and returns the edits between them, in order. What occurs once in both rows holds them together, and the
// library finds the shortest way between two such places. weights, if given, say what each of a is worth holding.
//
// The library alone gives up in the middle of what differs in more than a hundred places; so it is asked again about what it left,
// as often as keeps the cost in proportion to the length.
func align(a, b []string, weights []int) []edit {
	x := &aligner{a: a, b: b, weights: weights, budget: 4 + (len(a)+len(b))/exactly}
	x.between(edit{0, len(a), 0, len(b)}, patience)
	return tidy(x.edits)
}

type aligner struct {
	a, b    []string
	weights []int
	edits   []edit
	budget  int // how often the library may be asked again
}

func (x *aligner) between(e edit, depth int) {
	e = x.trim(e)
	switch {
	case e.from == e.to || e.newFrom == e.newTo:
		x.edits = append(x.edits, e)
		return
	case e.to-e.from+e.newTo-e.newFrom <= exactly || depth == 0:
		x.search(e)
		return
	}
	held := heaviest(x.anchors(e))
	if len(held) == 0 {
		x.search(e)
		return
	}
	at := edit{from: e.from, newFrom: e.newFrom}
	for _, h := range held {
		x.between(edit{at.from, h.old, at.newFrom, h.new}, depth-1)
		at.from, at.newFrom = h.old+1, h.new+1
	}
	x.between(edit{at.from, e.to, at.newFrom, e.newTo}, depth-1)
}

// trim takes off what the ends of a stretch have in common.
func (x *aligner) trim(e edit) edit {
	for e.from < e.to && e.newFrom < e.newTo && x.a[e.from] == x.b[e.newFrom] {
		e.from, e.newFrom = e.from+1, e.newFrom+1
	}
	for e.from < e.to && e.newFrom < e.newTo && x.a[e.to-1] == x.b[e.newTo-1] {
		e.to, e.newTo = e.to-1, e.newTo-1
	}
	return e
}

// anchors returns what occurs once in both rows of a stretch.
func (x *aligner) anchors(e edit) []link {
	type seen struct{ count, newCount, at int }
	all := make(map[string]seen, e.to-e.from)
	for i := e.from; i < e.to; i++ {
		s := all[x.a[i]]
		all[x.a[i]] = seen{s.count + 1, 0, i}
	}
	for _, text := range x.b[e.newFrom:e.newTo] {
		if s, ok := all[text]; ok {
			s.newCount++
			all[text] = s
		}
	}
	var out []link
	for j := e.newFrom; j < e.newTo; j++ {
		if s := all[x.b[j]]; s.count == 1 && s.newCount == 1 {
			out = append(out, link{s.at, j, x.weight(s.at)})
		}
	}
	return out
}

func (x *aligner) weight(i int) int {
	if x.weights == nil {
		return 1
	}
	return x.weights[i]
}

// search asks the library, and asks again about each long stretch in which it found nothing because it had given up.
func (x *aligner) search(e edit) {
	for queue := []edit{e}; len(queue) > 0; queue = queue[1:] {
		now := queue[0]
		found, left := []edit(nil), 0
		for _, d := range lcs.DiffLines(x.a[now.from:now.to], x.b[now.newFrom:now.newTo]) {
			f := edit{now.from + d.Start, now.from + d.End, now.newFrom + d.ReplStart, now.newFrom + d.ReplEnd}
			found, left = append(found, f), left+f.to-f.from+f.newTo-f.newFrom
		}
		for _, f := range found {
			if left > exactly && f != now && f.from < f.to && f.newFrom < f.newTo && x.budget > 0 {
				x.budget--
				queue = append(queue, f)
			} else {
				x.edits = append(x.edits, f)
			}
		}
	}
}

// tidy sorts edits and makes one of those that touch.
func tidy(edits []edit) []edit {
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Or(a.from-b.from, a.newFrom-b.newFrom, a.to-b.to, a.newTo-b.newTo) })
	out := edits[:0]
	for _, e := range edits {
		switch last := len(out) - 1; {
		case e.empty():
		case last >= 0 && out[last].to == e.from && out[last].newTo == e.newFrom:
			out[last].to, out[last].newTo = e.to, e.newTo
		default:
			out = append(out, e)
		}
	}
	return out
}
