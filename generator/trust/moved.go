package trust

import (
	"fmt"
	"io"
	"strings"

	"trustpress/generator/audience"
)

// movedData is a page that is left where another one stood.
type movedData struct{ Href, Title, TitleLang string }

// left returns the pages that lead from the addresses that pages had.
func left(pages []page) []page {
	var out []page
	for _, p := range pages {
		for _, former := range p.former {
			out = append(out, p.leftAt(former))
		}
	}
	return out
}

// leftAt is the page at an address that a page once had. A host needs no setting for it.
func (p page) leftAt(former string) page {
	return page{name: "moved", path: former, facts: always, to: p.path, compose: func(s *sheet) any {
		return movedData{s.href(p.path, ""), p.title, p.titleLang}
	}}
}

// redirects writes the same for hosts that read a file of them, in the first language and each other one.
func redirects(centers []*center) func(io.Writer) error {
	return func(w io.Writer) error {
		for _, c := range centers {
			root := base(c.Public) + c.folder(c.Language)
			for _, p := range left(c.records()) {
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
