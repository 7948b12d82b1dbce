package history

import "strings"

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
func (r record) change(paths []string) change {
	last := len(paths) - 1
	c := change{text: text{paths[last], r.blob(r.parents())}, parents: r.parents()}
	for i := range r.parents() {
		if blob := r.blob(i); blob != "" {
			c.before = append(c.before, origin{text{paths[i], blob}, i})
		}
	}
	return c
}
