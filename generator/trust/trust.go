// Package trust owns the public trust center: what management tells everybody, on one page, made from the public projection
// alone. It returns names and functions that write.
//
// It refuses everything that is not in audience.Public, and it refuses to be taken for an auditor's report.
package trust

import (
	"errors"
	"io"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/theme"
)

// Write lays the trust center out. Without a theme the tree has the names of the pages, which is enough to check them, and no
// assets.
func Write(p audience.Public, t *theme.Theme) *output.Tree {
	tree := &output.Tree{}
	tree.Add("index.html", diag.Span{}, func(w io.Writer) error { return write(w, p, t) })
	if t != nil {
		for _, a := range t.Assets() {
			tree.AddBytes(a.Path, diag.Span{}, a.Bytes)
		}
	}
	return tree
}

func write(w io.Writer, p audience.Public, t *theme.Theme) error {
	if t == nil {
		return errors.New("a page cannot be written without a theme")
	}
	s := &sheet{theme: t, lang: p.Language}
	f := s.front(p)
	page := theme.Page{Output: "trust", Template: "index", Lang: p.Language, Title: s.say("trust-center"),
		Site: p.Organization.Name, Nav: f.nav(), Data: f,
		Foot: []string{s.say("prepared-by", f.Maker), s.say("not-a-report")}}
	if s.err != nil {
		return s.err
	}
	return t.Render(w, page)
}

// sheet is the page while it is put together. A word that the interface does not have is remembered as its error.
type sheet struct {
	theme *theme.Theme
	lang  string
	err   error
}

// say returns the words of the interface for a key.
func (s *sheet) say(key string, args ...any) string {
	word, err := s.theme.Word(s.lang, key, args...)
	if err != nil && s.err == nil {
		s.err = err
	}
	return word
}
