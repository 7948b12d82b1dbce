package requests

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
)

// names finds the records that a service auditor means, as she spells them.
type names struct {
	*audience.Edition
	spelt map[string][]*program.Control // by what a spelling has in common with its id
}

func newNames(e *audience.Edition) *names {
	n := &names{e, map[string][]*program.Control{}}
	for _, c := range e.Program.Controls {
		for _, id := range append([]string{c.ID}, c.FormerIDs...) {
			if key := common(id); !slices.Contains(n.spelt[key], c) {
				n.spelt[key] = append(n.spelt[key], c)
			}
		}
	}
	return n
}

var (
	wordsAndNumbers = regexp.MustCompile(`\pL+|\d+`)
	pieces          = regexp.MustCompile(`[,;\n|]| and | och | & `)
	spelling        = regexp.MustCompile(`\pL+[ ._-]*\d+(?:[._-]\d+)*`)
	looks           = regexp.MustCompile(`^\p{Lu}{1,6}[ ._-]*\d`)
	stretch         = regexp.MustCompile(`\d\s*(?:–|—| - | to | till )\s*\pL*[ ._-]*\d`)
)

// common is what the spellings of an id have in common: "AC-02", "ac 2" and "Ac.02".
func common(id string) string {
	parts := wordsAndNumbers.FindAllString(strings.ToLower(id), -1)
	for i, p := range parts {
		if p = strings.TrimLeft(p, "0"); p != "" {
			parts[i] = p
		}
	}
	return strings.Join(parts, " ")
}

// controls finds the controls that a cell names, and what in it names none.
func (n *names) controls(cell string) (ids, lost []string) {
	for _, piece := range split(cell) {
		found, other := meant(piece, n.control)
		ids, lost = append(ids, found...), append(lost, other...)
	}
	return unique(ids), lost
}

// meant finds what the words of a piece of a cell mean: the piece as a whole, else what in it is spelt as an id. other is what looks so and
// means nothing, and all of it if nothing is found or a stretch of ids is written.
func meant(piece string, one func(word string) string) (found, other []string) {
	if id := one(piece); id != "" {
		return []string{id}, nil
	}
	for _, word := range spelling.FindAllString(piece, -1) {
		if id := one(word); id != "" {
			found = append(found, id)
		} else if looks.MatchString(word) {
			other = append(other, word)
		}
	}
	for _, word := range strings.FieldsFunc(piece, func(r rune) bool { return r == ' ' || r == '/' }) {
		if id := one(strings.Trim(word, "()[]:.")); id != "" {
			found = append(found, id)
		}
	}
	if found == nil || stretch.MatchString(piece) {
		other = []string{piece}
	}
	return found, other
}

// control returns the one control that a spelling means, or "".
func (n *names) control(word string) string {
	if c, ok := n.Record(word).(*program.Control); ok {
		return c.ID
	}
	if found := n.spelt[common(word)]; len(found) == 1 {
		return found[0].ID
	}
	return ""
}

// criteria finds the criteria that a cell names, and says what in it names none.
func (n *names) criteria(cell string) (ids, lost []string) {
	for _, piece := range split(cell) {
		found, other := meant(piece, func(word string) string {
			id, _ := n.criterion(word)
			return id
		})
		ids = append(ids, found...)
		for _, word := range other {
			_, why := n.criterion(word)
			lost = append(lost, why)
		}
	}
	return unique(ids), lost
}

// criterion returns the criterion that a spelling means, or why it means none.
func (n *names) criterion(word string) (id, why string) {
	switch m := n.Catalogues.Find(word); {
	case m.Criterion == nil && m.Hint != "":
		return "", fmt.Sprintf("%q is no criterion: %s", shorten(word, 40), m.Hint)
	case m.Criterion == nil:
		return "", fmt.Sprintf("%q is no criterion", shorten(word, 40))
	case !n.InScope(m.Criterion):
		return "", fmt.Sprintf("%q is not in scope", shorten(word, 40))
	default:
		return n.Catalogues.Short(m.Criterion), ""
	}
}

// person returns who is meant by an id, a name, an address or a role that one person alone has, or "".
func (n *names) person(cell string) string {
	name, _, _ := strings.Cut(cell, "(")
	inside, _, _ := strings.Cut(cell[min(len(cell), len(name)+1):], ")")
	for _, word := range []string{cell, name, inside} {
		word = strings.Join(strings.Fields(word), " ")
		var found []string
		for _, p := range n.Program.People {
			is := func(s string) bool { return strings.EqualFold(s, word) }
			if is(p.ID) || is(p.Name) || is(p.Role) || slices.ContainsFunc(p.Emails, is) {
				found = append(found, p.ID)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}

func split(cell string) []string {
	var out []string
	for _, piece := range pieces.Split(cell, -1) {
		if piece = strings.TrimSpace(piece); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}

func unique(ids []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
