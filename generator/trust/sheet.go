package trust

import (
	"cmp"
	"errors"
	"io"
	"net/url"
	"strings"

	"trustpress/generator/theme"
)

// sheet is one page while it is put together. A word that the interface does not have is remembered as its error.
type sheet struct {
	*center
	page page
	root string // the way to the root of the output
	asOf string // the newest date among the facts that were put on the page
	err  error
}

// frame is what every page of the trust center shows around what is its own.
type frame struct {
	Kind, Title, About string
	TitleLang          string // if that is not the language of the page
	AsOf               string
	Maker              string
	Content            any
}

func (c *center) write(w io.Writer, p page) error {
	if c.theme == nil {
		return errors.New("a page cannot be written without a theme")
	}
	s := c.sheet(p)
	f := frame{Kind: s.say("trust-center"), Title: p.title, TitleLang: p.titleLang, About: p.about, Maker: c.maker()}
	if f.Title == "" {
		f.Title, f.About = s.say("trust-"+p.name), s.say("trust-about-"+p.name)
	}
	f.Content = p.compose(s)
	f.AsOf = s.asOf
	out := theme.Page{Output: "trust", Template: p.name, Lang: c.Language, Root: s.root, Home: c.folder(c.Language), Title: f.Title, About: f.About,
		Site: c.Organization.Name + " · " + f.Kind, Brand: theme.Brand(c.Brand), Address: s.address(c.Language), Moved: s.moved(), Nav: s.nav(), Alternates: s.alternates(),
		Foot: []string{s.say("prepared-by", f.Maker), s.say("not-a-report")}, Data: f, Sheets: p.sheets()}
	if p.template != "" {
		out.Template = p.template
	}
	if s.err != nil {
		return s.err
	}
	return c.theme.Render(w, out)
}

// sheet begins a page.
func (c *center) sheet(p page) *sheet {
	s := &sheet{center: c, page: p, root: strings.Repeat("../", strings.Count(c.folder(c.Language)+p.path, "/"))}
	if p.rooted {
		s.root = base(c.Public)
	}
	return s
}

// address returns the whole address of the page in a language. One that has moved, or that stands anywhere, has none.
func (s *sheet) address(lang string) string {
	if s.page.to != "" || s.page.rooted {
		return ""
	}
	return address(s.Public, s.folder(lang)+s.page.path)
}

// moved returns the way to where the page stands now, if it has moved.
func (s *sheet) moved() string {
	if s.page.to == "" {
		return ""
	}
	return s.href(s.page.to, "")
}

// sheets names the style sheets that a page loads beyond what the first one does, which is to be light.
func (p page) sheets() []string {
	switch {
	case p.path == "index.html":
		return nil
	case p.pictures:
		return []string{"records", "chart"}
	}
	return []string{"records"}
}

// maker returns who prepared the page.
func (c *center) maker() string { return cmp.Or(c.Organization.LegalName, c.Organization.Name) }

// say returns the words of the interface for a key.
func (s *sheet) say(key string, args ...any) string { return s.sayIn(s.Language, key, args...) }

func (s *sheet) sayIn(lang, key string, args ...any) string {
	word, err := s.theme.Word(lang, key, args...)
	if err != nil && s.err == nil {
		s.err = err
	}
	return word
}

// days returns a number of days in words, or "" if there are none.
func (s *sheet) days(n int) string {
	if n == 0 {
		return ""
	}
	return s.say(theme.CountKey(n, "days"), n)
}

// chosen prints a word out of a fixed list of a field: the word of the interface for it, else as it is written.
func (s *sheet) chosen(of string) string {
	if of == "" {
		return ""
	}
	word, err := s.theme.Word(s.Language, theme.ValueKey(of))
	if err != nil {
		return of
	}
	return word
}

// dated moves the day of the page forward. ISO dates order as text.
func (s *sheet) dated(days ...string) {
	for _, day := range days {
		s.asOf = max(s.asOf, day)
	}
}

// href returns the way from this page to another of the same language, or to a part of it.
func (s *sheet) href(path, anchor string) string {
	if path == s.page.path && anchor != "" {
		return (&url.URL{Fragment: anchor}).String()
	}
	return (&url.URL{Path: strings.Repeat("../", strings.Count(s.page.path, "/")) + path, Fragment: anchor}).String()
}

func (s *sheet) nav() []theme.Link {
	var out []theme.Link
	for _, p := range s.pages {
		if p.main && !s.page.rooted {
			out = append(out, theme.Link{Text: s.say("nav-" + p.name), Href: s.href(p.path, ""), Current: s.within(p)})
		}
	}
	return out
}

// within reports whether the page is another, or one about a record that the other lists.
func (s *sheet) within(p page) bool {
	return p.path == s.page.path || p.path != "index.html" && strings.HasPrefix(s.page.path, strings.TrimSuffix(p.path, "index.html"))
}

// alternates returns the ways to the same page in the other languages, each named in its own.
func (s *sheet) alternates() []theme.Alternate {
	var out []theme.Alternate
	for i := range s.all {
		other := &s.all[i]
		if len(s.all) > 1 && !s.page.rooted && s.page.facts(other) > 0 {
			out = append(out, theme.Alternate{Lang: other.Language, Name: nameOf(other.Language), Href: s.root + s.folder(other.Language) + s.page.path,
				Address: s.address(other.Language), Current: other.Language == s.Language})
		}
	}
	return out
}
