package handbook

import (
	"html"
	"regexp"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// comparable returns the HTML of a document in a form in which two versions of it can be compared: its title and description before it, its
// references by what they mean and not by where that stands.
func comparable(s *audience.Staff, rec program.Any) string {
	r := rec.Base()
	fill := func(p program.Prose) string {
		return p.Fill(func(ref source.Ref, to program.Target, inner string) string { return meaning(s, ref, to, inner) })
	}
	return "<h1>" + html.EscapeString(program.Name(rec)) + "</h1>" + fill(r.Description) + fill(r.Body)
}

// meaning returns a reference as a link that says what it means: "POL-AC#reviews", "tsc:CC6.1".
func meaning(s *audience.Staff, ref source.Ref, to program.Target, inner string) string {
	switch {
	case ref.Kind == source.Image:
		return `<span class="figure">` + inner + `</span>`
	case to.Criterion != nil:
		return anchor(refScheme+to.Criterion.String(), "", inner)
	case to.Record == nil:
		return inner
	case !s.Sees(to.Record) && ref.Bare:
		return `<span class="restricted"></span>`
	case !s.Sees(to.Record):
		return inner
	}
	href := refScheme + to.Record.Base().ID
	if to.Slug != "" {
		href += "#" + to.Slug
	}
	return anchor(href, "", inner)
}

// refScheme begins a link that says what it means, and not where that stands. It is what no author can write: in an address it would be
// escaped.
const refScheme = "\x10"

var (
	meanings = regexp.MustCompile(`<a href="` + refScheme + `([^"]*)">`)
)

// resolve returns a redline with its references as links of this page, where they lead to something that this version has.
func (s *sheet) resolve(text string) string {
	return meanings.ReplaceAllStringFunc(text, func(tag string) string {
		if href := s.meaningOf(html.UnescapeString(meanings.FindStringSubmatch(tag)[1])); href != "" {
			return `<a href="` + html.EscapeString(href) + `">`
		}
		return "<a>"
	})
}

// meaningOf returns the way to what a reference means, or "".
func (s *sheet) meaningOf(to string) string {
	id, slug, _ := strings.Cut(to, "#")
	if rec := s.byID[strings.ToLower(id)]; rec != nil {
		return s.href(rec.Base().Path()+"/index.html", slug)
	}
	if c := s.staff.Catalogues().Find(id).Criterion; c != nil && s.known[c] {
		return s.href(criterionPath(c), "")
	}
	return ""
}

// address tells where a link of a compared text leads, as an author would write it.
func address(href string) string { return strings.TrimPrefix(href, refScheme) }
