package source

import (
	"regexp"
	"strings"
	"unicode"
)

// Labels decides which link labels without a definition are references: those that name a record, those that look like a
// criterion of a known catalogue, and those that begin like the records there are.
type Labels struct {
	ids       map[string]bool // in lower case
	prefixes  map[string]bool // up to the last hyphen of an id, if in capitals
	criterion func(label string) bool
}

// NewLabels prepares the decision from the ids that the content states and the catalogues' own judgement.
func NewLabels(ids []string, criterion func(label string) bool) *Labels {
	l := &Labels{map[string]bool{}, map[string]bool{}, criterion}
	for _, id := range ids {
		l.ids[strings.ToLower(id)] = true
		if i := strings.LastIndexByte(id, '-'); i > 0 && capital(id[:i]) {
			l.prefixes[id[:i]] = true
		}
	}
	return l
}

var identifier = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$`)

// Valid reports whether a text can be the id of a record.
func Valid(id string) bool { return identifier.MatchString(id) }

// Split cuts a label at its first "#".
func Split(label string) (id, anchor string) {
	id, anchor, _ = strings.Cut(label, "#")
	return strings.TrimSpace(id), strings.TrimSpace(anchor)
}

// Reference reports whether a label is to be read as a reference.
func (l *Labels) Reference(label string) bool {
	id, _ := Split(label)
	if id == "" || len(id) > 200 || id[0] == '^' || strings.EqualFold(id, "x") || !strings.ContainsFunc(id, unicode.IsLetter) {
		return false
	}
	return l.ids[strings.ToLower(id)] || l.criterion(id) || l.prefixed(id)
}

// prefixed reports whether an id begins like one that exists: AC-99 where there is an AC-02, but not RFC-2119.
func (l *Labels) prefixed(id string) bool {
	if !strings.Contains(id, "-") || !Valid(id) {
		return false
	}
	for i := 1; i+1 < len(id); i++ {
		next := id[i+1]
		if id[i] == '-' && l.prefixes[id[:i]] && (next >= '0' && next <= '9' || next >= 'A' && next <= 'Z') {
			return true
		}
	}
	return false
}

func capital(s string) bool { return s == strings.ToUpper(s) }
