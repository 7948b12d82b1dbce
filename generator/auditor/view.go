package auditor

import (
	"cmp"
	"html"
	"html/template"
	"path"
	"slices"
	"strings"

	"trustpress/generator/bundle"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// view is the bundle as seen from one page: every way begins at the page's root.
type view struct {
	*writer
	root string // the way to data/: "", "../../"
	page string
}

// link is a way to a page of the bundle, or to a file of it. Without an address it is text.
type link struct{ ID, Title, Href string }

// label is the shortest name of what a link leads to.
func (l link) label() string { return cmp.Or(l.ID, l.Title) }

// record returns the way to a record.
func (v view) record(rec program.Any) link {
	r := rec.Base()
	out := link{ID: r.ID, Title: program.Name(rec), Href: v.root + v.records[rec].href("")}
	if out.Title == out.ID {
		out.Title = ""
	}
	if r.Kind.Name == "person" {
		out.ID = ""
	}
	return out
}

// criterionLink returns the way to a criterion.
func (v view) criterionLink(c *criteria.Criterion) link {
	return link{ID: c.Label(v.lang), Title: c.Title.In(v.lang), Href: v.root + v.criteria[c]}
}

// criteriaOf returns the ways to the criteria that references lead to; one that leads nowhere is the text that was written.
func (v view) criteriaOf(refs []program.CriterionRef) []link {
	out := make([]link, len(refs))
	for i, ref := range refs {
		if out[i] = (link{ID: ref.Text}); ref.To != nil {
			out[i] = v.criterionLink(ref.To)
		}
	}
	return out
}

// owner returns the way to the person that a reference means, or what was written.
func (v view) owner(ref program.Ref[program.Person]) link {
	return linksTo(v, []program.Ref[program.Person]{ref})[0]
}

// twin returns the way to the twin of a page.
func (v view) twin(page string) link {
	return link{ID: path.Base(bundle.TableOf(page)), Href: v.root + bundle.TableOf(page)}
}

// linksTo returns the ways to the records that references mean; of one that leads nowhere, what was written.
func linksTo[T any](v view, refs []program.Ref[T]) []link {
	out := make([]link, len(refs))
	for i, ref := range refs {
		out[i] = link{Title: ref.ID}
		if ref.To != nil {
			out[i] = v.record(any(ref.To).(program.Any))
		}
	}
	return out
}

// once drops the links that are there before: a list may name two sections of one policy.
func once(links []link) []link {
	var out []link
	for _, l := range links {
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// fileLink returns the way to a file of the payload.
func (v view) fileLink(f *file) link {
	return link{ID: path.Base(f.Path), Href: v.root + f.Path}
}

// prose returns a text below a heading of the page, its references as links of the bundle. part is the name of the record's
// part of the page, "" if the page is the record's own.
func (v view) prose(p program.Prose, part string) template.HTML {
	text := p.Fill(v.fill)
	if text == "" {
		return ""
	}
	if part != "" {
		part += partEnd
	}
	return theme.Readable(theme.Embed(text, part, 1), v.text("table-scroll"))
}

// fill puts a link around the text of a reference. One to a file that is no record is its text, because the bundle does not have
// the file.
func (v view) fill(_ source.Ref, to program.Target, inner string) string {
	href := ""
	switch {
	case to.Record != nil:
		href = v.records[to.Record].href(to.Slug)
	case to.Criterion != nil:
		href = v.criteria[to.Criterion]
	}
	if href == "" {
		return inner
	}
	return `<a href="` + html.EscapeString(v.root+href) + `">` + inner + `</a>`
}

// heading is what every record begins with: what it is, and what is missing of it.
type heading struct {
	Kind, ID, Title string
	Lead            template.HTML
	Gaps            []gapGroup
	Missing         []missed // of a control
}

func (v view) heading(rec program.Any) heading {
	r := rec.Base()
	name := v.record(rec)
	h := heading{Kind: v.text("kind-" + r.Kind.Name), ID: name.ID, Title: name.Title, Lead: v.prose(r.Description, v.records[rec].part),
		Gaps: v.gaps(v.findings[strings.ToLower(r.ID)])}
	if h.Title == "" {
		h.ID, h.Title = "", name.ID
	}
	return h
}

// text is one text of a record.
type text struct {
	Lang string // "" in the record's own language
	HTML template.HTML
}

// body returns the texts of a record: its own, and those of its translations by language.
func (v view) body(rec program.Any, part string) []text {
	var out []text
	r := rec.Base()
	if !r.Body.Empty() {
		out = append(out, text{HTML: v.prose(r.Body, part)})
	}
	if part != "" {
		part += partEnd
	}
	for _, lang := range sortedKeys(r.Translations) {
		if t := r.Translations[lang]; !t.Body.Empty() {
			out = append(out, text{Lang: lang, HTML: v.prose(t.Body, part+lang)})
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for key := range m {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// mentions returns the records that refer to something, each once, leaving out those of some kinds, which the page shows by
// themselves.
func (v view) mentions(uses []trace.Use, but ...string) []link {
	return v.users(uses, func(kind string) bool { return !slices.Contains(but, kind) })
}

// users returns the records of the kinds that are wanted which refer to something, each once.
func (v view) users(uses []trace.Use, wanted func(kind string) bool) []link {
	var out []link
	seen := map[program.Any]bool{}
	for _, u := range uses {
		if !seen[u.From] && wanted(u.From.Base().Kind.Name) {
			out = append(out, v.record(u.From))
		}
		seen[u.From] = true
	}
	return out
}
