// Package auditor owns the bundle for the firm that examines the company: a bag (BagIt 1.0, RFC 8493) whose pages open from disk
// without a script, whose evidence is byte for byte what was collected, and whose manifest `sha256sum -c` reads; and a ZIP of
// the bag that is the same bytes for the same input. What is missing stands before what is there. Beside a page that lists records
// stands its twin, the same as CSV, of which no cell runs as a formula. A bundle that follows an earlier
// one holds of the evidence what that one does not, and says where the rest is and what changed. Every text of a policy that was in force in
// the time examined is there with its words, whose digest is the approved one, and with what changed from the text before.
//
// It refuses to conclude. A page says what is mapped, what is evidenced in the period, what is missing and what did not occur;
// what a test found is for the service auditor to write, and the columns for it are empty. It reads no file but evidence and
// what policies are written in, and holds no more of the evidence in memory than the beginning that a sheet shows.
package auditor

import (
	"io"
	"io/fs"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/theme"
)

// Write lays out the bundle: the bag's folder and, beside it, its ZIP. fsys holds the files of the site. Without a theme the
// tree has the names alone, and no evidence is read. A site without an audit has no bundle.
func Write(a *audience.Auditor, fsys fs.FS, t *theme.Theme) (*output.Tree, error) {
	return write(nil, a, fsys, t)
}

// Follow lays out the bundle that answers what came after an earlier one: all pages and tables as they are today, and of the evidence
// those files that the earlier one, and those before it, did not hold byte for byte.
func Follow(e *bundle.Bundle, a *audience.Auditor, fsys fs.FS, t *theme.Theme) (*output.Tree, error) {
	if err := e.Refuses(a); err != nil {
		return nil, err
	}
	return write(e, a, fsys, t)
}

// write lays out a bundle that follows an earlier one, or none.
func write(earlier *bundle.Bundle, a *audience.Auditor, fsys fs.FS, t *theme.Theme) (*output.Tree, error) {
	tree := &output.Tree{}
	if a.Site.Audit == nil {
		return tree, nil
	}
	places, err := layOut(earlier, a, fsys)
	if err != nil {
		return nil, err
	}
	w := newWriter(a, t, places)
	if t == nil {
		w.names(tree)
		return tree, nil
	}
	payload, err := w.payload(fsys)
	if err != nil {
		return nil, err
	}
	return tree, w.pack(tree, payload)
}

// names adds every page and every file of evidence to a tree that is looked at and not written.
func (w *writer) names(tree *output.Tree) {
	nothing := func(io.Writer) error { return nil }
	for _, p := range w.pages() {
		tree.Add(w.id+"/data/"+p.path, p.from, nothing)
	}
	for _, path := range w.tablePaths() {
		tree.Add(w.id+"/data/"+path, diag.Span{}, nothing)
	}
	for _, f := range w.files {
		tree.Add(w.id+"/data/"+f.Path, f.evidence.Source.Span, nothing)
	}
	tree.Add(w.id+".zip", diag.Span{}, nothing)
}

// bundleID returns the name of the bag's folder: what site.toml says, else the service and the end of the period, in the
// characters that a name inside a bag may have.
func bundleID(a *audience.Auditor) string {
	name := a.Site.Auditor.BundleID
	if name == "" {
		name = strings.ToLower(a.Site.Service.Name) + "-" + a.Period.To.String()
	}
	name = bag.Name(name)
	if len(name) > bundle.MaxID {
		return bag.Name(name[:bundle.MaxID])
	}
	return name
}
