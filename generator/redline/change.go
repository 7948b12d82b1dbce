package redline

import (
	"strconv"
	"strings"
)

// number tells which entries are one change to a reader, and lists the changes. taken are the anchors of the text.
func (r *Redline) number(taken map[string]bool) {
	r.Same, r.Changes = true, []Change{}
	section, begun := "", map[int]int{}
	for k := range r.entries {
		e := &r.entries[k]
		if e.leaf.kind.Name == Heading && e.op != MovedAway {
			section = e.leaf.plain()
		}
		e.section = section
		if e.op == Same || e.op == MovedAway {
			r.Same = r.Same && e.op == Same
			continue
		}
		if k > 0 && e.continues(&r.entries[k-1]) {
			r.entries[k-1].last = false
			e.hunk = r.entries[k-1].hunk
		} else {
			e.first, e.hunk = true, len(r.Changes)
			r.Changes = append(r.Changes, Change{ID: free(taken, len(r.Changes)+1), Op: e.op, Kind: e.leaf.kind, Section: section})
		}
		r.Same, e.last = false, true
		r.Changes[e.hunk].add(e)
		if _, ok := begun[e.run]; !ok {
			begun[e.run] = e.hunk
		}
	}
	for k := range r.entries {
		if e := &r.entries[k]; e.op == MovedAway {
			e.hunk = begun[e.run]
		}
	}
}

// free returns the anchor of a change, which no heading has.
func free(taken map[string]bool, n int) string {
	id := "change-" + strconv.Itoa(n)
	for taken[id] {
		id += "_"
	}
	return id
}

// continues reports whether an entry is one change with the one before it.
func (e *entry) continues(before *entry) bool {
	if e.op != before.op {
		return false
	}
	switch e.op {
	case Inserted, Deleted:
		return true
	case Moved:
		return e.run == before.run
	}
	return e.leaf.kind.row() && before.leaf.kind.row() && e.leaf.table() == before.leaf.table()
}

// add adds the words of an entry to a change.
func (c *Change) add(e *entry) {
	for _, s := range e.spans() {
		switch {
		case s.Op == Deleted:
			c.Deleted = gather(c.Deleted, s.Text)
		case s.Op == Inserted || e.op == Moved && s.Op == Same:
			c.Inserted = gather(c.Inserted, s.Text)
		}
	}
}

// excerpt is how many bytes of its words a change tells at least; Blocks tells them all.
const excerpt = 200

// gather adds words to those that a change tells, which stand apart in the text.
func gather(text, more string) string {
	more = strings.TrimSpace(more)
	switch {
	case len(text) >= excerpt || more == "":
		return text
	case len(more) > excerpt:
		if end := strings.IndexAny(more[excerpt:], " \n"); end >= 0 {
			more = more[:excerpt+end] + " …"
		}
	}
	if text == "" {
		return more
	}
	return text + " … " + more
}

func (r *Redline) count(from, to document) {
	for _, l := range from.leaves {
		r.Counts.OldWords += len(l.words)
	}
	for _, l := range to.leaves {
		r.Counts.NewWords += len(l.words)
	}
	for k := range r.entries {
		r.Counts.add(&r.entries[k])
	}
}

func (c *Counts) add(e *entry) {
	switch e.op {
	case Inserted:
		c.BlocksInserted++
	case Deleted:
		c.BlocksDeleted++
	case Changed:
		c.BlocksChanged++
	case Moved:
		c.BlocksMoved++
	}
	for _, cell := range e.cells {
		for _, r := range cell.runs {
			switch r.op {
			case Inserted:
				c.WordsInserted += wordsIn(r.tokens)
			case Deleted:
				c.WordsDeleted += wordsIn(r.tokens)
			}
		}
	}
}

// wordsIn counts words, in a line of code too.
func wordsIn(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.html == "" {
			split(t.text, func(word string, _ bool) {
				if isWord(word) {
					n++
				}
			})
		}
	}
	return n
}
