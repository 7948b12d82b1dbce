package handbook

import (
	"html"
	"html/template"
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

// meaning returns a reference as a link that says what it means: "ref:policy/pol-ac#reviews".
func meaning(s *audience.Staff, ref source.Ref, to program.Target, inner string) string {
	switch {
	case ref.Kind == source.Image:
		return `<span class="figure">` + inner + `</span>`
	case to.Criterion != nil:
		return anchor("ref:criterion/"+to.Criterion.String(), "", inner)
	case to.Record == nil:
		return inner
	case !s.Sees(to.Record) && ref.Bare:
		return `<a href="ref:"></a>`
	case !s.Sees(to.Record):
		return inner
	}
	return anchor("ref:"+key(to.Record.Base().Kind.Name, to.Record.Base().ID)+"#"+to.Slug, "", inner)
}

var meanings = regexp.MustCompile(`<a href="ref:([^"]*)">`)

// resolve returns a redline with its references as links of this page, where they lead to something that this version has.
func (s *sheet) resolve(text string) template.HTML {
	return template.HTML(meanings.ReplaceAllStringFunc(text, func(tag string) string {
		to := html.UnescapeString(meanings.FindStringSubmatch(tag)[1])
		id, slug, _ := strings.Cut(to, "#")
		_, id, _ = strings.Cut(id, "/")
		if rec := s.byID[id]; rec != nil {
			return `<a href="` + html.EscapeString(s.href(rec.Base().Path()+"/index.html", slug)) + `">`
		}
		return "<a>"
	}))
}
