package trust

import (
	"fmt"
	"io"
	"strings"

	"trustpress/generator/audience"
)

// movedData is a page that is left where another one stood.
type movedData struct{ Href, Title, TitleLang string }

// moved returns the pages that lead from the addresses that the pages of records had.
func (c *center) moved() []page {
	var out []page
	for _, p := range c.records() {
		for _, former := range p.former {
			out = append(out, left(p, former))
		}
	}
	return out
}

// left is the page at an address that a page once had. A host needs no setting for it.
func left(p page, former string) page {
	return page{name: "moved", path: former, facts: always, to: p.path, compose: func(s *sheet) any {
		return movedData{s.href(p.path, ""), p.title, p.titleLang}
	}}
}

// redirects writes the same for hosts that read a file of them, in the first language and each other one.
func redirects(centers []*center) func(io.Writer) error {
	return func(w io.Writer) error {
		for _, c := range centers {
			root := base(c.Public) + c.folder(c.Language)
			for _, p := range c.moved() {
				if _, err := fmt.Fprintf(w, "%s %s 301\n", root+strings.TrimSuffix(p.path, "index.html"), root+strings.TrimSuffix(p.to, "index.html")); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// formerPaths returns the addresses that the page of a record had, by the ids that the record had.
func formerPaths(folder string, t audience.PublicText) []string {
	var out []string
	for _, id := range t.FormerIDs {
		out = append(out, recordPath(folder, id))
	}
	return out
}
