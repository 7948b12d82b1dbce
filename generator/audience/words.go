package audience

import (
	"cmp"
	"html"
	"strings"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// text returns what a person wrote about a record for everybody: its public table, or all of a public document; translated where
// a person translated it.
func (s speaker) text(rec program.Any) (PublicText, bool) {
	r := rec.Base()
	t := r.Translations[s.lang]
	switch {
	case !r.Public.Text.Empty():
		out := PublicText{ID: r.Public.ID, Title: plain(r.Public.Title), HTML: readable(r.Public.Text), Criteria: keys(r.Public.Criteria),
			ReviewedOn: r.Public.ReviewedOn.String()}
		if t != nil && !t.Public.Text.Empty() {
			out.HTML = readable(t.Public.Text)
			out.Title = cmp.Or(plain(t.Public.Title), out.Title)
		} else {
			out.Lang = s.foreign(false)
		}
		return out, true
	case r.IsPublic():
		words, whole := program.Whole(rec)
		out := PublicText{ID: r.ID, Title: program.Name(rec), HTML: readable(words), ReviewedOn: reviewed(r)}
		if t != nil && !t.Body.Empty() {
			out.HTML, out.Title = readable(t.Body), cmp.Or(t.Title, out.Title)
		} else {
			out.Lang = s.foreign(false)
		}
		return out, whole && !words.Empty()
	}
	return PublicText{}, false
}

// keys returns the criteria that references lead to, with their frameworks.
func keys(refs []program.CriterionRef) []string {
	var out []string
	for _, ref := range refs {
		if ref.To != nil {
			out = append(out, ref.To.String())
		}
	}
	return out
}

// reviewed returns the day on which somebody last looked at a public record, as far as it states one.
func reviewed(r *program.Record) string {
	for _, key := range []string{"reviewed_on", "as_of"} {
		if n := r.Fields.Get(key); n != nil {
			if day, err := node.ParseDay(n.Text); err == nil {
				return day.String()
			}
		}
	}
	return ""
}

// readable returns a text without the links of its references: what a reader sees stays, but for the id of a record that is not
// public, in whose place its public id stands.
func readable(p program.Prose) string {
	return p.Fill(func(ref source.Ref, to program.Target, inner string) string {
		if ref.Bare && to.Record != nil && !to.Record.Base().IsPublic() {
			return html.EscapeString(to.Record.Base().Public.ID)
		}
		return inner
	})
}

// plain returns the words of a text of one line.
func plain(p program.Prose) string {
	text := readable(p)
	for open := strings.IndexByte(text, '<'); open >= 0; open = strings.IndexByte(text, '<') {
		end := strings.IndexByte(text[open:], '>')
		if end < 0 {
			break
		}
		text = text[:open] + text[open+end+1:]
	}
	return strings.TrimSpace(html.UnescapeString(text))
}
