package handbook

import (
	"html/template"
	"slices"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// use is a record that refers to what the page is about, and the places where it does.
type use struct {
	From   template.HTML
	Kind   string
	Places template.HTML // fields, or the text, and the headings of this page that are meant
}

// uses gathers references by the record in which they stand, in the order of the records. about is the record that they lead to,
// or nil. References from records that have no page, and from those to leave out, are not among them.
func (s *sheet) uses(all []trace.Use, about program.Any, without map[program.Any]bool) []template.HTML {
	var gathered []use
	var from program.Any
	var told []trace.Use // of the record at hand: all that one record says stands together
	for _, u := range all {
		if !s.has(u.From) || without[u.From] {
			continue
		}
		if u.From != from {
			from, told = u.From, told[:0]
			gathered = append(gathered, use{From: s.name(from, "").HTML(), Kind: s.say("kind-" + from.Base().Kind.Name)})
		}
		if slices.ContainsFunc(told, func(t trace.Use) bool { return t.Field == u.Field && t.Anchor == u.Anchor }) {
			continue
		}
		told = append(told, u)
		last := &gathered[len(gathered)-1]
		if last.Places != "" {
			last.Places += "; "
		}
		last.Places += s.place(u, about)
	}
	out := make([]template.HTML, len(gathered))
	for i, u := range gathered {
		out[i] = u.cells()
	}
	return out
}

// cells returns the row of a use, put together here because a template takes longer over three parts than over one.
func (u use) cells() template.HTML {
	return "<td>" + u.From + "</td><td>" + text(u.Kind).HTML + "</td><td>" + u.Places + "</td>"
}

// place says where in a record a reference stands.
func (s *sheet) place(u trace.Use, about program.Any) template.HTML {
	where := s.say("in-text")
	if u.Field != "body" {
		where = s.say("under", s.say("field-"+u.Field[strings.LastIndexByte(u.Field, '.')+1:]))
	}
	out := text(where).HTML
	if about != nil {
		if h, ok := about.Base().Body.Heading(u.Anchor); ok && h.Slug != "" {
			out += ": " + named{Title: h.Text, Href: s.href(s.path, h.Slug)}.HTML()
		}
	}
	return out
}
