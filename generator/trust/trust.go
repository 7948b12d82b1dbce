// Package trust owns the public trust center: what management tells everybody, made from the public projection alone, once in each
// language of the site. It returns names and functions that write.
//
// It refuses everything that is not in audience.Public, and it refuses to be taken for an auditor's report: each page says who
// prepared it. A page is as of the newest date on which somebody said something that stands on it.
package trust

import (
	"io"
	"io/fs"
	"slices"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/theme"
)

// Write lays the trust center out: the first language at the root, each other one below its code. site holds the files that are
// handed out. Without a theme the tree has the names of the pages, which is enough to check them, and no assets.
func Write(all []audience.Public, site fs.FS, t *theme.Theme) *output.Tree {
	tree := &output.Tree{}
	var centers []*center
	redirected := false
	for i := range all {
		c := newCenter(all, i, site, t)
		centers = append(centers, c)
		records := c.records()
		moved := left(records)
		redirected = redirected || len(moved) > 0
		for _, p := range slices.Concat(c.pages, records, moved) {
			tree.Add(c.folder(c.Language)+p.path, diag.Span{}, func(w io.Writer) error { return c.write(w, p) })
		}
		c.addDownloads(tree)
	}
	centers[0].files(tree)
	if redirected {
		tree.Add("_redirects", diag.Span{}, redirects(centers))
	}
	tree.Add(headersPath, diag.Span{}, headersFile(tree, base(centers[0].Public)))
	return tree
}

// files adds what there is once, whatever the language.
func (c *center) files(tree *output.Tree) {
	c.handOut(tree)
	tree.Add(lost.path, diag.Span{}, func(w io.Writer) error { return c.write(w, lost) })
	if hasSecurityTxt(c.Public) {
		policy := ""
		if path := sectionPath("security"); c.has(path) {
			policy = address(c.Public, path)
		}
		tree.Add(securityTxtPath, diag.Span{}, securityTxt(c.all, policy))
	}
	if c.theme != nil {
		for _, a := range slices.Concat(c.theme.Assets("trust"), theme.Brand(c.Brand).Assets()) {
			tree.AddBytes(a.Path, diag.Span{}, a.Bytes)
		}
	}
}

// center is the trust center in one language.
type center struct {
	*audience.Public
	*index
	theme *theme.Theme
	site  fs.FS // the files that are handed out
	all   []audience.Public
	pages []page
}

func newCenter(all []audience.Public, i int, site fs.FS, t *theme.Theme) *center {
	c := &center{Public: &all[i], theme: t, site: site, all: all, index: newIndex(&all[i])}
	for _, p := range pages {
		if p.facts(c.Public) > 0 {
			c.pages = append(c.pages, p)
		}
	}
	return c
}

// folder returns where the pages of a language stand.
func (c *center) folder(lang string) string {
	if lang == c.all[0].Language {
		return ""
	}
	return lang + "/"
}

// has reports whether there is a page of a path.
func (c *center) has(path string) bool {
	return slices.ContainsFunc(c.pages, func(p page) bool { return p.path == path })
}
