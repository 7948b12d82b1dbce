package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"trustpress/generator/bag"
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

// runPathCollision finds the collisions that the content alone tells: a redirect in the place of a page or of another redirect, for those
// who read the records and for everybody, and sealed files of one name, for they stand in one folder. Those of finished outputs are
// found by package output.
func runPathCollision(p *Pass) {
	told := map[*node.Node]bool{}
	redirects(p, told, func(rec program.Any) string { return rec.Base().ID }, func(rec program.Any) []*node.Node {
		return formerIDs(rec.Base().Fields.Get("former_ids"))
	})
	redirects(p, told, program.PublicID, func(rec program.Any) []*node.Node {
		former := formerIDs(rec.Base().Fields.Get("public").Get("former_ids"))
		if program.Known(rec) {
			former = append(former, formerIDs(rec.Base().Fields.Get("former_ids"))...)
		}
		return former
	})
	sealedTwins(p)
}

// redirects finds former ids whose addresses are taken, by the id of a record or by another former id, but for those that are told.
func redirects(p *Pass, told map[*node.Node]bool, id func(program.Any) string, former func(program.Any) []*node.Node) {
	taken := map[string]diag.Span{}
	for _, rec := range p.Program.Records() {
		if r := rec.Base(); r.Identified() && id(rec) != "" {
			taken[pageOf(r, id(rec))] = r.At("id")
		}
	}
	for _, rec := range p.Program.Records() {
		for _, n := range former(rec) {
			key := pageOf(rec.Base(), n.Text)
			first, ok := taken[key]
			switch {
			case ok && !told[n]:
				told[n] = true
				p.Report(rec, n.Span, fmt.Sprintf("%q cannot redirect: its address is taken", n.Text), "take it off the list, or rename the other record",
					diag.Related{Span: first, Message: "by this"})
			case !ok:
				taken[key] = n.Span
			}
		}
	}
}

// sealedTwins finds sealed files that would bear the name of another.
func sealedTwins(p *Pass) {
	taken := map[string]*program.Document{}
	for _, d := range p.Program.Documents {
		name := strings.ToLower(bag.Name(path.Base(d.Source)))
		first := taken[name]
		switch {
		case d.Access != "sealed" || !d.IsPublic() || !p.Files[d].Present:
		case name == "sha256sums":
			p.Report(d, d.At("file"), fmt.Sprintf("%q would stand where the digests of all sealed files do", d.Source), "rename the file")
		case first != nil:
			p.Report(d, d.At("file"), fmt.Sprintf("%q and %q would be one file", d.Source, first.Source), "rename one of them, or keep one of the two documents",
				diag.Related{Span: first.At("file"), Message: "the other is named here"})
		default:
			taken[name] = d
		}
	}
}

// pageOf is where the page of an id stands, the same in every output.
func pageOf(r *program.Record, id string) string { return r.Kind.Folder + "/" + strings.ToLower(id) }

// formerIDs returns the former ids that a field lists, repeats dropped.
func formerIDs(n *node.Node) []*node.Node {
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
