// Package wording owns the words that a company may not say of itself, or not as they stand: the language rules of a trust
// center, L01 to L25, and of what is handed to a service auditor, L13 and L26 to L28, as patterns of English and Swedish over plain text,
// with what to say instead.
//
// It understands quotation marks, code, questions and denials: who says that there is no such certificate claims none. It refuses to
// know records: what only a record can tell, as whether there is a SOC 3 report, it hands back as the condition of a match.
package wording

import (
	"cmp"
	"slices"
)

// Class says what is wrong with a match.
type Class uint8

const (
	Forbidden    Class = iota // only a CPA firm or a certification body may say it, or nobody
	Loose                     // more, or less exact, than what is known
	Unmeasurable              // a promise that nobody can measure
	Named                     // a report or a certificate is named: right beside its record
	Owned                     // the service auditor alone writes it
)

// Condition is what a record decides: the match is wrong only if it holds.
type Condition uint8

const (
	Always     Condition = iota
	Unrecorded           // there is no public record of the report or certificate
	Outdated             // what the newest record of the report covers is over for long
	Unexamined           // the record names no auditor
	NoPrivacy            // privacy is not among the categories that are examined
	Bridging             // the record is a bridge letter
	Roman                // the types of reports are written with Arabic numbers elsewhere
	Arabic               // never: it only tells that they are written so here
	Ours                 // it is told of our own system, and not of a vendor
	Unasserted           // the same, and it stands in no assertion of management
)

// Match is one claim found in a text.
type Match struct {
	Rule       string // "L01"
	Class      Class
	If         Condition
	Report     string // the kind of report that is named, as "soc2"; "" if it has none
	Type       int    // of the report, or 0
	Start, End int    // bytes of the text; the end is exclusive
}

// Block is one block of a rendered text, as a paragraph, a heading or the row of a table.
type Block struct {
	Text string
	Lead string // the heading or the half sentence that the block stands under, or ""
}

// Find returns the claims in a plain text of one block, in order of place. What stands between Code and EndCode is set as code.
func Find(text string) []Match { return FindIn(Block{Text: text}) }

// FindIn returns the claims in a block, and the one that it makes together with its lead: a list of reports under "Certificates".
func FindIn(b Block) []Match {
	out := published.search(b.Text)
	if b.Lead != "" && awards.MatchString(b.Lead) && !slices.ContainsFunc(out, certain) {
		out = append(out, led(b)...)
	}
	slices.SortFunc(out, func(x, y Match) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	return out
}

// FindHanded returns what a text that is handed to a service auditor claims, in order of place: what is hers to write, and what nobody
// can measure.
func FindHanded(text string) []Match {
	out := handed.search(text)
	slices.SortFunc(out, func(x, y Match) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	return out
}

func certain(m Match) bool { return m.If == Always }

// led returns what a lead makes of a block that claims nothing by itself.
func led(b Block) []Match {
	const joint = ": "
	var out []Match
	before := len(b.Lead) + len(joint)
	for _, m := range published.search(b.Lead + joint + b.Text) {
		if m.Start < before && m.End > before {
			m.Start, m.End = 0, m.End-before
			out = append(out, m)
		}
	}
	return out
}

// search looks for every phrase in every sentence of a text.
func (t *table) search(text string) []Match {
	if !t.worthwhile(lightly(text)) {
		return nil
	}
	f := fold(text)
	quotes, code := quoted(f.text), coded(f.text)
	var out []Match
	for _, s := range f.sentences() {
		var found []Match
		for _, p := range t.candidates(s.text) {
			for _, at := range p.in(s) {
				inside := func(q span) bool { return q.holds(s.start+at.start, s.start+at.end) }
				if !p.anywhere && (slices.ContainsFunc(quotes, inside) || slices.ContainsFunc(code, inside)) {
					continue
				}
				m := Match{Rule: p.rule, Class: p.class, If: p.when, Start: s.start + at.start, End: s.start + at.end}
				m.Report, m.Type = p.named(s.text[at.start:at.end])
				found = keep(found, m)
			}
		}
		out = append(out, found...)
	}
	for i := range out {
		out[i].Start, out[i].End = f.place(out[i].Start, out[i].End)
	}
	return out
}

// keep adds a match to those of its sentence, unless one that is certain says as much of the same words: one slip, one finding. A sentence
// that is the service auditor's is hers as a whole.
func keep(found []Match, m Match) []Match {
	covered := func(o Match) bool {
		return o.Class == Owned && m.Class == Owned || o.Start < m.End && m.Start < o.End && (o.If == Always || o.If == m.If && o.Report == m.Report)
	}
	if slices.ContainsFunc(found, covered) {
		return found
	}
	return append(found, m)
}
