package handbook

import (
	"html"

	"trustpress/generator/program"
	"trustpress/generator/source"
)

// fill returns the HTML of a text with its references as links within the handbook. Where a reference leads to what staff may
// not read, what the author typed stays; an identifier alone becomes the word for what is restricted.
func (s *sheet) fill(p program.Prose) string {
	return p.Fill(func(ref source.Ref, to program.Target, inner string) string {
		switch {
		case ref.Kind == source.Image:
			return `<span class="figure">` + inner + `</span>`
		case to.Criterion != nil && s.known[to.Criterion]:
			return anchor(s.href(criterionPath(to.Criterion), ""), hint(ref, to.Criterion.Title.In(s.lang)), inner)
		case to.Record == nil:
			return inner
		case !s.staff.Sees(to.Record):
			return s.veil(ref, inner)
		case !s.has(to.Record):
			return inner
		}
		return anchor(s.href(to.Record.Base().Path()+"/index.html", to.Slug), hint(ref, program.Name(to.Record)), inner)
	})
}

// veil returns what stands for a reference to a confidential record.
func (s *sheet) veil(ref source.Ref, inner string) string {
	if ref.Bare {
		return html.EscapeString(s.say("restricted"))
	}
	return inner
}

// hint returns the name of what an identifier stands for, if the identifier is all that a reader sees.
func hint(ref source.Ref, name string) string {
	if ref.Bare {
		return name
	}
	return ""
}

func anchor(href, title, inner string) string {
	open := `<a href="` + html.EscapeString(href) + `"`
	if title != "" {
		open += ` title="` + html.EscapeString(title) + `"`
	}
	return open + ">" + inner + "</a>"
}
