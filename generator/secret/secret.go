// Package secret owns one question: where in a text do keys, tokens and passwords stand?
//
// The rules are those of gitleaks, read from its embedded configuration and followed in meaning: a keyword must occur, the
// pattern must match, the secret must be random enough, and no allowlist may know it. A few reasons of our own, listed in
// benign.go, keep policies, registers and evidence lists free of false alarms.
//
// It refuses what a text alone cannot tell: rules that need a file name are left out, nothing is decoded, no network is asked
// whether a key still works, and a "gitleaks:allow" comment does not hide a secret, since a published secret stays published.
//
// Nothing is read, parsed or compiled before the first call of Find; a pattern is compiled when its keyword is first seen.
package secret

import (
	"cmp"
	"slices"
	"sync"
)

// Match is one secret in a text.
type Match struct {
	Rule        string // the rule's name in gitleaks, "github-pat"
	Description string // what it looks like, "GitHub Personal Access Token"
	Start, End  int    // byte offsets of the secret itself; the end is exclusive
}

// Says is the message of a finding about the match.
func (m Match) Says() string { return "this looks like a secret: " + m.Description }

// Hint is what to do about a match, whatever it is.
const Hint = "revoke it, then remove it here and from the history"

// Find returns the secrets in a text, in order of place, none overlapping another. It is safe for use by many goroutines.
func Find(text []byte) []Match {
	d := detector()
	s := sights.Get().(*sight)
	defer sights.Put(s)
	var found []finding
	for i, windows := range s.look(d, text) {
		for _, w := range windows {
			found = d.rules[i].find(found, text, w, d.allow)
		}
	}
	return settle(found)
}

// detector is made once, by the first call of Find.
var detector = sync.OnceValue(load)

// A finding is a match and the rule that made it.
type finding struct {
	*rule
	span
}

// A span is a range of bytes of the text; the end is exclusive.
type span struct{ start, end int }

// settle leaves one match for each secret, in order of place.
func settle(found []finding) []Match {
	slices.SortFunc(found, func(a, b finding) int { return cmp.Compare(a.start, b.start) })
	var out []Match
	for len(found) > 0 {
		n, end := 1, found[0].end
		for n < len(found) && found[n].start < end {
			end = max(end, found[n].end)
			n++
		}
		out = append(out, choose(found[:n])...)
		found = found[n:]
	}
	return out
}

// choose takes findings that touch the same bytes: one made for a product beats the general one, then the longer match wins,
// then the first, by place and by name.
func choose(found []finding) []Match {
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.end-b.start, a.end-a.start),
			cmp.Compare(a.start, b.start), cmp.Compare(a.id, b.id))
	})
	var out []Match
	for _, f := range found {
		taken := func(m Match) bool { return f.start < m.End && m.Start < f.end }
		if !slices.ContainsFunc(out, taken) {
			out = append(out, Match{Rule: f.id, Description: f.says, Start: f.start, End: f.end})
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
