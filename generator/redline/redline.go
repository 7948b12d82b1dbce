package redline

// Kind is a stand-in.
type Kind string

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
	Kind     Kind   `json:"kind"`              // of its first block
	Section  string `json:"section,omitempty"` // the heading above it
	Deleted  string `json:"deleted,omitempty"`
	Inserted string `json:"inserted,omitempty"` // or, of what only moved, its words
}

type Words struct{}

func Compare(before, after string) *Redline { return &Redline{} }

func (r *Redline) HTML(w Words) string { return "" }
