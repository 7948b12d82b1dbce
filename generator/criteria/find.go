package criteria

import (
	"slices"
	"strings"
)

// Match is what an author's spelling was found to be. Exactly one of these holds: Criterion is set; Ambiguous holds two or
// more; or the text is no criterion, and Hint says what to write.
type Match struct {
	Criterion *Criterion
	Heading   bool   // the text names a heading, such as P6.0 in TSP section 100
	Hint      string // ready to print: did you mean "CC6.1"?
	Ambiguous []*Criterion
}

// query is one spelling and the frameworks that it may belong to.
type query struct {
	text      string // without the framework
	whole     string
	qualified bool
	in        []*Framework
}

// Find resolves a criterion as an author wrote it: "CC6.1", "tsc:CC6.1", "gdpr:32(1)(b)". Letter case does not matter, and each
// catalogue accepts its aliases. Text without a framework needs a letter, since bare digits mean too much.
func (s *Set) Find(text string) Match {
	text = strings.TrimSpace(text)
	q := s.query(text)
	switch found := s.exact(q); len(found) {
	case 0:
		return s.explain(q)
	case 1:
		return Match{Criterion: found[0]}
	default:
		return Match{Ambiguous: found, Hint: "write " + quoted(spell(found), " or ")}
	}
}

func (s *Set) query(text string) query {
	id, rest, qualified := strings.Cut(text, ":")
	if !qualified {
		return query{text: text, whole: text, in: s.frameworks}
	}
	q := query{text: rest, whole: text, qualified: true}
	if f := s.Framework(id); f != nil {
		q.in = []*Framework{f}
	}
	return q
}

// exact returns the criteria that a spelling means as it stands.
func (s *Set) exact(q query) []*Criterion {
	if len(q.text) > maxID || !q.qualified && !hasLetter(q.text) {
		return nil
	}
	return resolve(q.text, q.in)
}

func resolve(text string, in []*Framework) []*Criterion {
	var out []*Criterion
	for _, f := range in {
		if c := f.resolve(text); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// resolve returns what an identifier or an alias of one means in the framework.
func (f *Framework) resolve(text string) *Criterion {
	if c := f.at(text); c != nil {
		return c
	}
	for _, a := range f.grammar.aliases {
		if to, ok := a.apply(text); ok {
			if c := f.at(to); c != nil {
				return c
			}
		}
	}
	return nil
}

func spell(all []*Criterion) []string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = c.String()
	}
	return out
}

// Looks reports whether a link label is to be read as a criterion's identifier, right or wrong: it names a framework before a
// colon, or is written nearly as some catalogue writes its identifiers. The label is without its "#" part. Whatever
// Find resolves looks so.
func (s *Set) Looks(label string) bool {
	if label == "" || len(label) > maxID {
		return false
	}
	if i := strings.IndexByte(label, ':'); i > 0 {
		if f := s.Framework(label[:i]); f != nil {
			return f.claims(label[i+1:])
		}
	}
	if !hasLetter(label) {
		return false
	}
	for _, f := range s.frameworks {
		if f.grammar.near.match(label) || f.listed(label) {
			return true
		}
	}
	return false
}

// claims reports whether what follows the framework's name and a colon is meant as an identifier. "[GDPR: our view]" is a remark
// and "[ISO27001:2022]" an edition.
func (f *Framework) claims(rest string) bool {
	if rest == "" || len(rest) == 4 && strings.Trim(rest, "0123456789") == "" {
		return false
	}
	return !strings.ContainsAny(rest, " \t\n\u00a0") || f.grammar.near.match(rest)
}

// listed reports whether the label is an identifier of the framework, in any letter case. It makes no string unless the
// framework's identifiers take suffixes and its file does not say how they look.
func (f *Framework) listed(label string) bool {
	if f.grammar.listed && f.grammar.suffix != nil {
		return f.at(label) != nil
	}
	var folded [maxID]byte
	for i := range len(label) {
		c := label[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		folded[i] = c
	}
	return f.ids[string(folded[:len(label)])] != nil
}

func hasLetter(s string) bool {
	return slices.ContainsFunc([]byte(s), func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 })
}
