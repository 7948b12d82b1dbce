package audience

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"trustpress/generator/plain"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// text returns what a person wrote about a record for everybody: its public table, or all of a public document; translated where
// a person translated it.
func (s speaker) text(rec program.Any) (PublicText, bool) {
	r, t := rec.Base(), s.translation(rec)
	out := s.name(rec)
	out.Standing = s.standing(rec)
	words, whole := program.Whole(rec)
	switch {
	case !r.Public.Text.Empty():
		out.Criteria = s.keys(r.Public.Criteria)
		out.HTML, out.Lang = s.words(r.Public.Text, t.Public.Text)
	case whole && r.IsPublic() && !words.Empty():
		out.HTML, out.Lang = s.words(words, t.WholeOf(rec))
	default:
		return out, false
	}
	return out, true
}

// standing returns how far what everybody reads of a record goes.
func (s speaker) standing(rec program.Any) Standing {
	st := program.StandingOf(rec, s.Site.Trust.Holds)
	return Standing{st.Level, st.AsOf.String(), st.Until.String()}
}

// translation returns a record's translation into the language that is spoken, or an empty one.
func (s speaker) translation(rec program.Any) *program.Translation {
	if t := rec.Base().Translations[s.lang]; t != nil {
		return t
	}
	return &program.Translation{}
}

// name returns what everybody may call a record.
func (s speaker) name(rec program.Any) PublicText {
	r, t := rec.Base(), s.translation(rec)
	out := PublicText{ID: program.PublicID(rec), FormerIDs: r.Public.FormerIDs}
	if program.Known(rec) {
		out.FormerIDs = slices.Concat(r.Public.FormerIDs, r.FormerIDs)
	}
	if program.Known(rec) && r.Public.Text.Empty() && r.Public.Title.Empty() {
		out.Title, out.TitleLang = s.title(rec, program.Name(rec), t.Title)
		return out
	}
	out.Title, out.TitleLang = s.title(rec, oneLine(r.Public.Title), oneLine(t.Public.Title))
	return out
}

// title returns a title in the language that is spoken, or else as it is written, and its language if that is another. The name of a
// company is the same in every language.
func (s speaker) title(rec program.Any, written, translated string) (title, lang string) {
	_, company := rec.(*program.Vendor)
	return cmp.Or(translated, written), s.foreign(company || written == "" || translated != "")
}

// words returns a text in the language that is spoken, or else as it is written, and its language if that is another.
func (s speaker) words(written, translated program.Prose) (html, lang string) {
	if translated.Empty() {
		return readable(written), s.foreign(false)
	}
	return readable(translated), ""
}

// keys returns the criteria that references lead to, with their frameworks, and notes that they are named.
func (s speaker) keys(refs []program.CriterionRef) []string {
	var out []string
	for _, ref := range refs {
		if ref.To != nil {
			out = append(out, ref.To.String())
			s.named[ref.To] = true
		}
	}
	return out
}

// readable returns a text with its references to what is public as links of the form "ref:id:AC-02" and "ref:criterion:tsc:CC6.1", for
// whoever lays it out to resolve. Of other references what a reader sees stays, but for an id, in whose place stands the one by which
// everybody knows the record.
func readable(p program.Prose) string {
	return p.Fill(func(ref source.Ref, to program.Target, inner string) string {
		if ref.Bare && to.Record != nil && program.PublicID(to.Record) != to.Record.Base().ID {
			inner = html.EscapeString(program.PublicID(to.Record))
		}
		href := address(ref, to)
		if href == "" || inner == "" {
			return inner
		}
		return `<a href="` + html.EscapeString(href) + `">` + inner + "</a>"
	})
}

// address returns where a reference leads, by what everybody may know of it, or "". The headings of a record are known where all of
// it is.
func address(ref source.Ref, to program.Target) string {
	switch {
	case ref.Kind == source.Image:
		return ""
	case to.Criterion != nil:
		return "ref:criterion:" + to.Criterion.String()
	case to.Record == nil:
		return ""
	}
	id := program.PublicID(to.Record)
	switch all := program.Known(to.Record) && to.Record.Base().Public.Text.Empty(); {
	case ref.Target == "" && !all: // a heading that nobody knows
		return ""
	case ref.Target == "": // one of the text itself
		return "#" + to.Slug
	case all && to.Slug != "":
		return "ref:id:" + id + "#" + to.Slug
	case id != "":
		return "ref:id:" + id
	}
	return ""
}

// oneLine returns the words of a text of one line.
func oneLine(p program.Prose) string { return strings.ReplaceAll(plain.Text(readable(p)), "\n", " ") }
