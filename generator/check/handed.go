package check

import (
	"slices"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/trace"
	"trustpress/generator/wording"
)

// hearHanded returns what the texts that are handed to a service auditor say and may not say, in every language. What a public text
// says wrong already is found there.
func hearHanded(t *trace.Trace, public []claim) []claim {
	if t.Site.Audit == nil {
		return nil
	}
	h := &hearing{Trace: t}
	h.records(func(one *hearing, rec program.Any) {
		if elsewhere[rec.Base().Kind.Name] {
			return
		}
		for _, told := range program.Texts(rec, func(key string) bool { return handedOver(rec, key) }) {
			one.listen(rec, told, aloud(rec, told))
		}
	})
	for _, told := range inapplicable(t.Site) {
		h.listen(nil, told, aloud(nil, told))
	}
	ground := grounds{Trace: t}
	return slices.DeleteFunc(h.claims, func(c claim) bool {
		return !ground.wrong(c) || slices.ContainsFunc(public, func(p claim) bool { return p.Class != wording.Loose && p.touches(c) })
	})
}

// elsewhere are the kinds whose words no auditor takes for the description, a control or its evidence: policies and procedures, which are
// rules; reports, whose opinion is a fact; pages that only customers read; and records that are no prose.
var elsewhere = map[string]bool{"policy": true, "procedure": true, "report": true, "page": true, "question": true, "update": true, "document": true, "claim": true,
	"person": true, "approval": true, "release": true, "disclosure": true}

// theirs are the fields that tell in the service auditor's words, or a vendor's, by kind.
var theirs = map[string][]string{
	"request":    {"title", "number", "request", "items", "comment", "list"},
	"deficiency": {"exception"},
	"vendor":     {"reports"},
	"evidence":   {"source", "original_name", "companion", "query"},
}

func handedOver(rec program.Any, key string) bool {
	return !slices.Contains(theirs[rec.Base().Kind.Name], key)
}

// measured are the kinds in which a promise that nobody can measure is a flaw of the description of the system.
var measured = map[string]bool{"description": true, "commitment": true, "statement": true}

// aloud returns what is looked for in a text. A promise in public words is found where everybody reads it.
func aloud(rec program.Any, told program.Told) func(wording.Block) []wording.Match {
	key, _, _ := strings.Cut(told.Key, ".")
	promises := rec == nil || measured[rec.Base().Kind.Name] && !program.Publishes(rec, key)
	return func(b wording.Block) []wording.Match {
		return slices.DeleteFunc(wording.FindHanded(b.Text), func(m wording.Match) bool { return m.Class == wording.Unmeasurable && !promises })
	}
}

// handedClaims reports the claims of a class in what is handed to a service auditor.
func (p *Pass) handedClaims(class wording.Class) {
	for _, c := range p.handed() {
		if c.Class == class {
			p.claim(c)
		}
	}
}
