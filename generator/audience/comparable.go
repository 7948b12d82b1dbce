package audience

import (
	"html"
	"regexp"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/redline"
	"trustpress/generator/source"
)

// Comparable returns the HTML of a document in a form in which two versions of it can be compared: its title and description before it, its
// references by what they mean and not by where that stands.
func (s *Staff) Comparable(rec program.Any) string { return comparable(rec, s.Sees) }

// Comparable returns a document in that form, nothing in it withheld.
func (a *Auditor) Comparable(rec program.Any) string {
	return comparable(rec, func(program.Any) bool { return true })
}

func comparable(rec program.Any, sees func(program.Any) bool) string {
	r := rec.Base()
	fill := func(p program.Prose) string {
		return p.Fill(func(ref source.Ref, to program.Target, inner string) string { return meaning(sees, ref, to, inner) })
	}
	return "<h1>" + html.EscapeString(program.Name(rec)) + "</h1>" + fill(r.Description) + fill(r.Body)
}

// meaning returns a reference as a link that says what it means: "POL-AC#reviews", "tsc:CC6.1".
func meaning(sees func(program.Any) bool, ref source.Ref, to program.Target, inner string) string {
	switch {
	case ref.Kind == source.Image:
		return `<span class="figure">` + inner + `</span>`
	case to.Criterion != nil:
		return meant(to.Criterion.String(), inner)
	case to.Record == nil:
		return inner
	case !sees(to.Record) && ref.Bare:
		return `<span class="restricted"></span>`
	case !sees(to.Record):
		return inner
	}
	name := to.Record.Base().ID
	if to.Slug != "" {
		name += "#" + to.Slug
	}
	return meant(name, inner)
}

func meant(name, inner string) string {
	return `<a href="` + html.EscapeString(refScheme+name) + `">` + inner + "</a>"
}

// refScheme begins a link that says what it means, and not where that stands. It is what no author can write: in an address it would be
// escaped.
const refScheme = "\x10"

var meanings = regexp.MustCompile(`<a href="` + refScheme + `([^"]*)">`)

// Resolve returns a comparable text, or a redline of two, with its references as links: way returns where an id, or a heading of it, is to be
// found, or "" if it is not.
func Resolve(text string, way func(id, slug string) string) string {
	return meanings.ReplaceAllStringFunc(text, func(tag string) string {
		id, slug, _ := strings.Cut(html.UnescapeString(meanings.FindStringSubmatch(tag)[1]), "#")
		if href := way(id, slug); href != "" {
			return `<a href="` + html.EscapeString(href) + `">`
		}
		return "<a>"
	})
}

// RedlineWords returns what a redline of two comparable texts says beside them.
func RedlineWords(say func(key string) string) redline.Words {
	out := redline.Words{Inserted: say("redline-inserted"), InsertedEnd: say("redline-inserted-end"), Deleted: say("redline-deleted"), DeletedEnd: say("redline-deleted-end"),
		MovedAway: say("redline-moved-away"), Moved: say("redline-moved"), MovedEnd: say("redline-moved-end"), Break: say("redline-break"), Was: say("redline-was"),
		Level: say("redline-level"), Form: say("redline-form"), Link: say("redline-link"), Address: asWritten, Kinds: map[redline.Name]string{}}
	for _, name := range redline.Names {
		out.Kinds[name] = say("redline-" + strings.ReplaceAll(string(name), " ", "-"))
	}
	return out
}

// asWritten tells where a link of a comparable text leads, as an author would write it.
func asWritten(href string) string { return strings.TrimPrefix(href, refScheme) }

// Changes lists what changed between two comparable texts.
func Changes(r *redline.Redline) []redline.Change {
	out := []redline.Change{}
	for _, c := range r.Changes {
		c.Section, c.Deleted, c.Inserted = Told(c.Section), Told(c.Deleted), Told(c.Inserted)
		out = append(out, c)
	}
	return out
}

// Told returns words of a redline in which what a reference means stands as an author would write it.
func Told(text string) string { return strings.ReplaceAll(text, "("+refScheme, "(") }
