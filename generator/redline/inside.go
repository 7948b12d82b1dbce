package redline

import "slices"

// run is a stretch of words with one fate: Same (as the new text has them), Inserted or Deleted.
type run struct {
	op     Op
	tokens []token
	form   bool // deleted and inserted words are the same; their marks or where they lead differ
}

// compare compares the words inside a block.
func compare(a, b []token) []run {
	edits := align(keys(a), keys(b), nil)
	edits = tidy(append(edits, reformed(a, b, edits)...))
	for i, e := range edits {
		low, high := 0, len(b)
		if i > 0 {
			low = edits[i-1].newTo
		}
		if i+1 < len(edits) {
			high = edits[i+1].newFrom
		}
		edits[i] = slide(a, b, e, low, high)
	}
	return runs(a, b, group(a, b, tidy(edits)))
}

// between calls f with each stretch that two rows have in common.
func between(edits []edit, length int, f func(from, newFrom, count int)) {
	i, j := 0, 0
	for _, e := range edits {
		f(i, j, e.from-i)
		i, j = e.to, e.newTo
	}
	f(i, j, length-i)
}

// reformed returns the words that both texts have, with other marks: another emphasis, or a link that leads elsewhere.
func reformed(a, b []token, edits []edit) []edit {
	var out []edit
	between(edits, len(a), func(from, newFrom, count int) {
		for k := range count {
			if i, j := from+k, newFrom+k; a[i].form() != b[j].form() {
				out = append(out, edit{i, i + 1, j, j + 1})
			}
		}
	})
	return out
}

// slide moves words that were only inserted, or only deleted, to where a reader sees them as a whole: what was inserted into "A. B."
// is rather "C." than ". C". low and high are the places in the new text between which it may move.
func slide(a, b []token, e edit, low, high int) edit {
	tokens, from, to, shift := b, e.newFrom, e.newTo, 0
	switch {
	case e.from == e.to:
	case e.newFrom == e.newTo:
		tokens, from, to, shift = a, e.from, e.to, e.from-e.newFrom
	default:
		return e
	}
	best, score := 0, wholeness(tokens, from, to)
	for by := -1; from+by >= low+shift && tokens[from+by].form() == tokens[to+by].form(); by-- {
		if s := wholeness(tokens, from+by, to+by); s > score {
			best, score = by, s
		}
	}
	for by := 1; to+by <= high+shift && tokens[from+by-1].form() == tokens[to+by-1].form(); by++ {
		if s := wholeness(tokens, from+by, to+by); s > score {
			best, score = by, s
		}
	}
	return edit{e.from + best, e.to + best, e.newFrom + best, e.newTo + best}
}

// wholeness tells how much a stretch reads as one thing: a sentence before a clause before whatever there is.
func wholeness(tokens []token, from, to int) int {
	value := func(text string) int {
		switch text {
		case ".", "!", "?", "\n", "。":
			return 4
		case ";", ":", "—", "–":
			return 3
		case ",":
			return 2
		}
		return 0
	}
	score := value(tokens[to-1].text)
	if from == 0 {
		return 2*score + 8
	}
	return 2*score + 2*value(tokens[from-1].text)
}

// group joins edits that stand so close that a reader would have to pick them out of the words between.
func group(a, b []token, edits []edit) []edit {
	out, sizes := edits[:0:0], []int(nil)
	for _, e := range edits {
		out, sizes = append(out, e), append(sizes, countWords(a[e.from:e.to])+countWords(b[e.newFrom:e.newTo]))
		for n := len(out); n > 1 && confetti(b[out[n-2].newTo:out[n-1].newFrom], sizes[n-2], sizes[n-1]); n = len(out) {
			out[n-2].to, out[n-2].newTo = out[n-1].to, out[n-1].newTo
			sizes[n-2] += sizes[n-1]
			out, sizes = out[:n-1], sizes[:n-1]
		}
	}
	return out
}

const (
	// scrap is how many small common words between two edits are not worth keeping apart.
	scrap = 2
	// drowned is how many times as many words as stand between them two edits must both have, for those to drown.
	drowned = 6
)

// confetti reports whether what was kept between two edits of so many words is too little to be read as kept.
func confetti(kept []token, size, other int) bool {
	words, light := 0, true
	for _, t := range kept {
		if isWord(t.text) {
			words++
		}
		light = light && isLight(t.text)
	}
	if light && words > 0 && words <= scrap && min(size, other) > 0 && size+other > words {
		return true
	}
	return min(size, other) >= drowned*max(words, 1)
}

func countWords(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.html == "" && isWord(t.text) {
			n++
		}
	}
	return n
}

// runs writes edits out as what a reader meets, the deleted before the inserted.
func runs(a, b []token, edits []edit) []run {
	var out []run
	add := func(op Op, tokens []token, form bool) {
		if len(tokens) > 0 {
			out = append(out, run{op, tokens, form})
		}
	}
	at := 0
	for _, e := range edits {
		gone, come := a[e.from:e.to], b[e.newFrom:e.newTo]
		form := slices.EqualFunc(gone, come, func(a, b token) bool { return a.key == b.key })
		add(Same, b[at:e.newFrom], false)
		add(Deleted, gone, form)
		add(Inserted, come, form)
		at = e.newTo
	}
	add(Same, b[at:], false)
	return apart(out)
}

// apart puts white space before what the new text begins with, where deleted words stand before it now.
func apart(all []run) []run {
	if len(all) > 1 && all[0].op == Deleted && isWord(all[1].tokens[0].text) {
		all[1].tokens = slices.Clone(all[1].tokens)
		all[1].tokens[0].space = true
	}
	return all
}

// changed reports whether any of the words came or went.
func changed(all []run) bool {
	return slices.ContainsFunc(all, func(r run) bool { return r.op != Same })
}
