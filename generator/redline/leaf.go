package redline

// Kind is what a block is to a reader. Level is that of a heading, or how many lists and quotations it stands in.
type Kind struct {
	Name  Name `json:"name"`
	Level int  `json:"level,omitempty"`
}

// Name is the name of a kind.
type Name string

// The kinds of blocks. A list item is its first block; what follows inside it are paragraphs.
const (
	Paragraph Name = "paragraph"
	Heading   Name = "heading"
	Item      Name = "item"
	Numbered  Name = "numbered item"
	Quotation Name = "quotation"
	HeadRow   Name = "heading row"
	Row       Name = "row"
	Code      Name = "code"
	Rule      Name = "rule"
)

// Names lists the kinds of blocks.
var Names = []Name{Paragraph, Heading, Item, Numbered, Quotation, HeadRow, Row, Code, Rule}

// element is one tag around text: a box around blocks, a block, or a mark around words.
type element struct {
	name  string
	class string
	id    string
	attrs string // the others, as they are written in a tag
	link  string // where it leads
	start int    // the number of the first item of a list
	key   string // what of it, and of the marks around it, counts as the text's own
	up    *element
	depth int
	old   bool // of the old text: shown without its address
	used  bool // an item that has its first block
	made  bool // a tag that neither text has
}

// path returns the boxes from the outermost to this one.
func (e *element) path() []*element {
	if e == nil {
		return nil
	}
	out := make([]*element, e.depth)
	for ; e != nil; e = e.up {
		out[e.depth-1] = e
	}
	return out
}

func (e *element) keyed() string {
	if e == nil {
		return ""
	}
	return e.key
}

// token is a word, a sign, or something that stands in the text like one.
type token struct {
	text  string // as it is shown
	key   string // by which it is compared
	html  string // as the new text shows it, if it is no text
	space bool   // white space before it
	mark  *element
}

// form is the token with its marks, by which two texts are the same.
func (t token) form() string { return t.key + "\x00" + t.mark.keyed() }

// cell is a run of words of one block: all of a paragraph, a cell of a row, a line of code.
type cell struct {
	element *element
	tokens  []token
}

// leaf is a block that holds no other.
type leaf struct {
	kind    Kind
	path    []*element // the boxes around it
	element *element   // its own tag; nil where the words stand in the box itself
	inner   *element   // <code> inside <pre>
	cells   []cell
	content string // its words and marks: the same in two leaves that differ in kind at most
	words   []string
	bag     bag
}

// exact is the same in two leaves between which a reader sees no difference.
func (l *leaf) exact() string {
	return string(l.kind.Name) + string(rune('0'+l.kind.Level)) + l.content
}

// flowing reports whether a leaf is text that may be split, joined, and become another kind of text.
func (l *leaf) flowing() bool {
	switch l.kind.Name {
	case Row, HeadRow, Code, Rule:
		return false
	}
	return true
}

// like reports whether two leaves can be one block that changed.
func (l *leaf) like(other *leaf) bool { return l.shape() == other.shape() }

// table returns the table that a row stands in.
func (l *leaf) table() *element {
	for i := len(l.path) - 1; i >= 0; i-- {
		if l.path[i].name == "table" {
			return l.path[i]
		}
	}
	return nil
}
