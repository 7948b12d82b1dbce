package redline

import "strconv"

// Words are what a page says beside the two texts. A word that is empty is left out.
type Words struct {
	// For those who hear the page, around what was inserted or deleted: assistive technology passes over <ins> and <del>.
	Inserted, InsertedEnd string
	Deleted, DeletedEnd   string

	MovedAway string // at the place that a block left; a link to where it is now, followed by how it begins
	Moved     string // before a block, or blocks, at their new place
	MovedEnd  string // after them, for those who hear the page

	Break string // the end of a paragraph that was put in or taken out, shown as a pilcrow
	Was   string // before the kind that a block had: "was"
	Level string // between a kind and its level: "level"
	Form  string // after words that only look different now: "set differently"
	Link  string // before where a link led and where it leads: "link"

	Kinds map[Name]string

	// Address tells an address in the way that readers know it; nil tells it as it is.
	Address func(string) string
}

// was says what kind a block had before; its level too, where that alone tells the two apart or makes a heading what it is.
func (w Words) was(before, now Kind) string {
	if w.Was == "" {
		return ""
	}
	out := w.Was + " " + w.Kinds[before.Name]
	if w.Level != "" && before.Level > 0 && (before.Name == Heading || before.Name == now.Name) {
		out += ", " + w.Level + " " + strconv.Itoa(before.Level)
	}
	return out
}

func (w Words) address(link string) string {
	switch {
	case link == "":
		return "–"
	case w.Address != nil:
		return w.Address(link)
	}
	return link
}
