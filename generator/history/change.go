package history

// text is what a path held: a blob, "" for no file. Symbolic links and submodules are no files: they hold no text of their own.
type text struct{ path, blob string }

// change is what one commit made of one path.
type change struct {
	commit *Commit
	text
	before []text // what it was made from: of one parent, or of each parent of a merge that had it
	merge  bool
}

// wrote reports whether the change is the commit's own: a merge that took one side's text wrote nothing.
func (c change) wrote() bool {
	if !c.merge {
		return true
	}
	for _, before := range c.before {
		if before.blob == c.blob {
			return false
		}
	}
	return true
}

// unmoved reports whether a path held the same text before: its mode alone changed, or it was no file before and after.
func (c change) unmoved() bool {
	if len(c.before) == 0 {
		return c.blob == ""
	}
	return !c.merge && c.before[0] == c.text
}
