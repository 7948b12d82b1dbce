package history

// text is what a path held: a blob, "" for no file. Symbolic links and submodules are no files: they hold no text of their own.
type text struct{ path, blob string }

// change is what one commit made of one path.
type change struct {
	commit *Commit
	place  int // of the commit in the log
	text
	before  []origin // empty where there was no file
	parents int
}

// origin is what a path was made from: what one parent of the commit held, under this name or another.
type origin struct {
	text
	parent int
}

// wrote reports whether the change is the commit's own: a merge that took one side's text wrote nothing.
func (c change) wrote() bool {
	if c.parents < 2 {
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
	return c.parents < 2 && c.before[0].text == c.text
}
