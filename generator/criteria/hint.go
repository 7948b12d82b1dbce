package criteria

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"trustpress/generator/nearest"
)

// explain finds out what a spelling that means nothing was meant as. The first guess that has anything to say wins.
func (s *Set) explain(q query) Match {
	if len(s.frameworks) == 0 || len(q.whole) > 4*maxID {
		return Match{}
	}
	if hint := s.several(q.whole); hint != "" {
		return Match{Hint: hint}
	}
	if len(q.whole) > maxID {
		return Match{Hint: s.form(q)}
	}
	if len(q.in) == 0 {
		return Match{Hint: s.unknownFramework(q)}
	}
	if !q.qualified && !hasLetter(q.text) {
		return s.digits(q)
	}
	if h, ok := q.heading(); ok {
		return Match{Heading: true, Hint: fmt.Sprintf("%s is a heading; name %s", h.name, s.members(h, q))}
	}
	return Match{Hint: s.guess(q)}
}

func (s *Set) guess(q query) string {
	if hint := s.mistake(q.text, q); hint != "" {
		return hint
	}
	k := key(q.text)
	for _, f := range q.in {
		if c := f.keys[k]; c != nil {
			return didYouMean(s.suggest(c, q))
		}
	}
	if hint := q.beyond(k); hint != "" {
		return hint
	}
	if c := q.nearest(k); c != nil {
		return didYouMean(s.suggest(c, q))
	}
	return s.form(q)
}

// suggest spells a criterion the way the author did: with its framework, or without where that is enough.
func (s *Set) suggest(c *Criterion, q query) string {
	if q.qualified {
		return c.String()
	}
	return s.Short(c)
}

// several answers more than one identifier in the place of one.
func (s *Set) several(text string) string {
	parts := between.Split(text, 6)
	if len(parts) < 2 {
		return ""
	}
	for _, part := range parts[:min(len(parts), 5)] {
		if found := s.exact(s.query(strings.TrimSpace(part))); len(found) != 1 {
			return ""
		}
	}
	rest := ""
	if len(parts) > 2 {
		rest = ", …"
	}
	return "name one criterion at a time: " + quoted(parts[:2], ", ") + rest
}

var between = regexp.MustCompile(`\s*(?:[,;/&+–—-]|\.\.+|\s(?:and|or|to|och|eller|till|samt)\s)\s*`)

// unknownFramework answers a name before the colon that no framework bears.
func (s *Set) unknownFramework(q query) string {
	if found := s.exact(query{text: q.text, in: s.frameworks}); len(found) == 1 {
		return didYouMean(found[0].String())
	}
	if hint := s.mistake(q.whole, query{in: s.frameworks}); hint != "" {
		return hint
	}
	ids := make([]string, len(s.frameworks))
	for i, f := range s.frameworks {
		ids[i] = f.ID
	}
	return "the known frameworks are " + strings.Join(ids, ", ")
}

// digits answers an identifier without a letter, which is not read without its framework.
func (s *Set) digits(q query) Match {
	found := resolve(q.text, q.in)
	for _, c := range corrected(q.text, q.in) {
		if hasLetter(c.ID) {
			found = append(found, c)
		}
	}
	switch len(found) {
	case 0:
		return Match{Hint: s.form(q)}
	case 1:
		return Match{Hint: didYouMean(s.Short(found[0]))}
	}
	short := make([]string, len(found))
	for i, c := range found {
		short[i] = s.Short(c)
	}
	return Match{Ambiguous: found, Hint: "write " + quoted(short, " or ")}
}

// mistake answers a spelling that a catalogue lists as wrong.
func (s *Set) mistake(text string, q query) string {
	if found := corrected(text, q.in); len(found) > 0 {
		return didYouMean(s.suggest(found[0], q))
	}
	for _, f := range q.in {
		for _, m := range f.grammar.mistakes {
			if m.hint != "" && m.match().MatchString(text) {
				return m.hint
			}
		}
	}
	return ""
}

// corrected returns what the frameworks' own lists of mistakes make of a spelling, at most one for each.
func corrected(text string, in []*Framework) []*Criterion {
	var out []*Criterion
	for _, f := range in {
		for _, m := range f.grammar.mistakes {
			to, ok := m.apply(text)
			if !ok || m.to == "" {
				continue
			}
			if c := f.at(to); c != nil {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// beyond answers a number beyond those of a framework that counts its criteria, as a law does its articles.
func (q query) beyond(k string) string {
	for _, f := range q.in {
		low, high, counts := f.ends()
		if !counts || !q.qualified {
			continue
		}
		for part := range strings.SplitSeq(k, ".") {
			if n, err := strconv.Atoi(part); err == nil && (n < low || n > high) {
				return fmt.Sprintf("%s runs from %d to %d", f.ID, low, high)
			} else if err == nil {
				break
			}
		}
	}
	return ""
}

// nearest returns the listed criterion that a spelling is closest to: of its own group if there is one, then by edits of
// letters and numbers, then of punctuation, then by the distance of the numbers. Outside the group a guess is worth one edit.
func (q query) nearest(k string) *Criterion {
	var best *Criterion
	var least []int
	for _, f := range q.in {
		for _, c := range f.Criteria {
			stranger, limit := 1, 1
			if c.Group != nil && strings.HasPrefix(k, key(c.Group.ID)+".") {
				stranger, limit = 0, 3
			}
			edits := nearest.Distance(k, c.key, limit)
			if edits > limit {
				continue
			}
			raw := nearest.Distance(strings.ToUpper(q.text), strings.ToUpper(c.ID), 8)
			if rank := append([]int{stranger, edits, raw}, apart(k, c.key)...); best == nil || slices.Compare(rank, least) < 0 {
				best, least = c, rank
			}
		}
	}
	return best
}

// form shows how a criterion is written.
func (s *Set) form(q query) string {
	if q.qualified && len(q.in) == 1 {
		f := q.in[0]
		return fmt.Sprintf("a criterion of %s is written as in %q", f.ID, f.ID+":"+f.grammar.example)
	}
	f := s.frameworks[0]
	example := cmp.Or(f.grammar.example, "1.1")
	return fmt.Sprintf("a criterion is written as in %q or %q", example, f.ID+":"+example)
}
