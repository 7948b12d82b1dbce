package check

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

var pathCollision = &Rule{
	Rule: diag.Rule{Code: "TP602", Name: "path-collision", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "two files of an output with one name, ignoring case"},
	Why: `Two pages with one name cannot both be written, and on a system that ignores case the second would silently replace the first.
Most often a record lists under former_ids an id that has since been given to another record: the redirect from the old address and
the new page then want the same place. Take the id off that list, or give the newer record another one.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
former_ids: [POL-AC]
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
former_ids: [POL-AUTH]
---
Passwords have at least 14 characters.
`,
	Run: runPathCollision,
}

// runPathCollision finds the collisions that the content alone tells: a redirect in the place of a page or of another redirect.
// Those of finished outputs are found by package output.
func runPathCollision(p *Pass) {
	taken := map[string]diag.Span{}
	for _, rec := range p.Program.Records() {
		if r := rec.Base(); r.Identified() {
			taken[pageOf(r, r.ID)] = r.At("id")
		}
	}
	for _, rec := range p.Program.Records() {
		for _, n := range formerIDs(rec.Base()) {
			key := pageOf(rec.Base(), n.Text)
			if first, ok := taken[key]; ok {
				p.Report(rec, n.Span, fmt.Sprintf("%q cannot redirect: its address is taken", n.Text), "take it off the list, or rename the other record",
					diag.Related{Span: first, Message: "by this"})
				continue
			}
			taken[key] = n.Span
		}
	}
}

// pageOf is where the page of an id stands, the same in every output.
func pageOf(r *program.Record, id string) string { return r.Kind.Folder + "/" + strings.ToLower(id) }

// formerIDs returns the former ids of a record with their places, repeats dropped.
func formerIDs(r *program.Record) []*node.Node {
	n := r.Fields.Get("former_ids")
	switch {
	case n == nil:
		return nil
	case n.Kind != node.List:
		return []*node.Node{n}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(n.Items), func(item *node.Node) bool {
		again := seen[item.Text]
		seen[item.Text] = true
		return again || item.Text == ""
	})
}
