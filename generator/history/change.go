package history

import "strings"

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

// untangle finds the files of one commit that exchanged their names, which git takes for edits: each holds, byte for byte,
// what another held before, all the way round. Files that also changed are two edits; nobody could tell.
func untangle(changes []change) {
	held := map[string]int{}
	for i, c := range changes {
		if len(c.before) == 1 && c.before[0].path == c.path && c.blob != "" {
			held[c.before[0].blob] = i
		}
	}
	if len(held) < 2 {
		return
	}
	from := map[int]text{}
	for i := range changes {
		if round := ring(changes, held, i); round != nil {
			from[i] = *round
		}
	}
	for i, before := range from {
		changes[i].before = []text{before}
	}
}

// ring returns what a change's text was before, if following the texts back leads round to the change.
func ring(changes []change, held map[string]int, start int) *text {
	first, found := held[changes[start].blob]
	if !found || first == start {
		return nil
	}
	at := first
	for range len(held) {
		if at == start {
			return &changes[first].before[0]
		}
		if at, found = held[changes[at].blob]; !found {
			return nil
		}
	}
	return nil
}

// record is one line of git's raw format: a file's mode and blob before, for each parent, and after.
type record struct {
	modes, blobs []string
	status       string
}

// parseRecord reads ":100644 100644 1234… 5678… M"; a merge's begins with as many colons as it has parents.
func parseRecord(line string) (record, bool) {
	rest := strings.TrimLeft(line, ":")
	parents := len(line) - len(rest)
	fields := strings.Split(rest, " ")
	if parents == 0 || len(fields) != 2*parents+3 {
		return record{}, false
	}
	return record{fields[:parents+1], fields[parents+1 : 2*parents+2], fields[2*parents+2]}, true
}

func (r record) parents() int { return len(r.modes) - 1 }

// paths is how many paths follow the line.
func (r record) paths() int {
	switch {
	case r.parents() > 1:
		return r.parents() + 1
	case strings.HasPrefix(r.status, "R"), strings.HasPrefix(r.status, "C"):
		return 2
	}
	return 1
}

// blob is the i-th blob, "" where there was no file.
func (r record) blob(i int) string {
	if !strings.HasPrefix(r.modes[i], "100") {
		return ""
	}
	return r.blobs[i]
}

// change says what the record made of its last path. The paths are those that follow the line.
func (r record) change(commit *Commit, paths []string) change {
	last := len(paths) - 1
	c := change{commit: commit, text: text{paths[last], r.blob(r.parents())}, merge: r.parents() > 1}
	for i := range r.parents() {
		if blob := r.blob(i); blob != "" {
			c.before = append(c.before, text{paths[min(i, last)], blob})
		}
	}
	return c
}
