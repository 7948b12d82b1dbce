package handbook

import (
	"html/template"
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
func (s *sheet) uses(all []trace.Use, about program.Any, without map[program.Any]bool) []use {
	var out []use
	at := map[program.Any]int{}
	seen := map[trace.Use]bool{}
	for _, u := range all {
		key := trace.Use{From: u.From, Field: u.Field, Anchor: u.Anchor}
		if !s.has(u.From) || without[u.From] || seen[key] {
			continue
		}
		seen[key] = true
		i, known := at[u.From]
		if !known {
			i = len(out)
			at[u.From] = i
			out = append(out, use{From: s.name(u.From, "").HTML(), Kind: s.say("kind-" + u.From.Base().Kind.Name)})
		}
		if out[i].Places != "" {
			out[i].Places += "; "
		}
		out[i].Places += s.place(u, about)
	}
	return out
}

// place says where in a record a reference stands.
func (s *sheet) place(u trace.Use, about program.Any) template.HTML {
	where := s.say("in-text")
	if u.Field != "body" {
		where = s.say("under", s.say("field-"+u.Field[strings.LastIndexByte(u.Field, '.')+1:]))
	}
	out := text(where).HTML
	if about != nil {
		if slug, section := heading(about, u.Anchor); slug != "" {
			out += ": " + named{Title: section, Href: s.href(s.path, slug)}.HTML()
		}
	}
	return out
}
