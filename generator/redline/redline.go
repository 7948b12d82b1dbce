// Package redline owns the comparison of two texts for a reader: what was inserted, what was deleted, what moved, down to the
// word.
//
// Both texts are finished HTML as package source renders prose. They are read as rows of blocks (paragraphs, headings, items, rows
// of a table, code blocks); the blocks are aligned first, and the words inside those that changed afterwards. White space never
// counts, in code neither: a text is its words, and so is what was approved.
//
// The HTML of a redline is that of the new text, with these additions:
//
//	<ins>, <del>        inserted and deleted words; a strike-through of the text's own becomes <s>
//	.inserted .deleted  on a block, or the cell of a table, that is wholly so
//	.changed            on a block with changes inside it
//	.moved              on a block at its new place, with its changes inside it
//	.moved-away         on the short mark at the place that a block moved from, which links to the new one
//	.aloud              words for those who hear the page, to be hidden from sight and not from them
//	.remark             words of ours that everybody sees
//	#change-1 …         where each change begins
//
// What was deleted keeps no address and no anchor: its links lead nowhere, its headings have no id, its pictures are their words.
//
// It refuses to know whose texts they are, and it has no words of its own.
package redline

// Op is what happened to a block or to some words.
type Op string

// What may happen. MovedAway is the mark that a moved block leaves behind.
const (
	Same      Op = "same"
	Inserted  Op = "inserted"
	Deleted   Op = "deleted"
	Changed   Op = "changed"
	Moved     Op = "moved"
	MovedAway Op = "moved-away"
)

// Redline is two texts compared.
type Redline struct {
	Same    bool     `json:"same"` // the texts differ in white space at most
	Counts  Counts   `json:"counts"`
	Changes []Change `json:"changes"` // in the order of the page

	entries []entry
}

// Counts says how much changed. A block that moved and changed is counted as moved, its words as what they are.
type Counts struct {
	OldWords       int `json:"old_words"`
	NewWords       int `json:"new_words"`
	WordsInserted  int `json:"words_inserted"`
	WordsDeleted   int `json:"words_deleted"`
	BlocksInserted int `json:"blocks_inserted"`
	BlocksDeleted  int `json:"blocks_deleted"`
	BlocksChanged  int `json:"blocks_changed"`
	BlocksMoved    int `json:"blocks_moved"`
}

// Share returns how much of both texts is inserted or deleted words, from 0 to 1.
func (c Counts) Share() float64 {
	if c.OldWords+c.NewWords == 0 {
		return 0
	}
	return float64(c.WordsInserted+c.WordsDeleted) / float64(c.OldWords+c.NewWords)
}

// Change is one change as a reader would count them: a block with changes in it, or neighbours that were inserted, deleted or moved
// together.
type Change struct {
	ID       string `json:"id"`
	Op       Op     `json:"op"`
	Kind     Kind   `json:"kind"`               // of its first block
	Section  string `json:"section,omitempty"`  // the heading above it
	Deleted  string `json:"deleted,omitempty"`  // how the words begin that went
	Inserted string `json:"inserted,omitempty"` // and those that came; of what moved, its words
}

// Compare compares two texts. Either may be empty. It takes any HTML without complaint, and time in proportion to its length.
func Compare(before, after string) *Redline {
	from, to := parse(before, true), parse(after, false)
	r := &Redline{entries: merge(pair(from, to))}
	r.number(to.ids)
	r.count(from, to)
	return r
}
