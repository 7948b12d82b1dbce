package trust

import (
	"html/template"
	"strconv"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/theme"
)

// statement is one public text as a page shows it.
type statement struct {
	Anchor     string
	ID, Title  string
	HTML       template.HTML
	Lang       string // of the words, if they are not in the language of the page
	LangName   string
	Criteria   []criterion
	ReviewedOn string
}

// criterion is the name of a criterion, with the way to where it stands.
type criterion struct{ ID, Title, Href string }

// below is how many levels the headings of a text go down: its highest is 2, and a statement's own is 3.
const below = 2

// statement finishes a text. part names it on its page, where it is told apart from others by its id, or else by its number.
func (s *sheet) statement(t audience.PublicText, part string, n int) statement {
	anchor := "tp." + part + "." + strconv.Itoa(n+1)
	if t.ID != "" {
		anchor = anchorOf(t.ID)
	}
	s.dated(t.ReviewedOn)
	out := statement{Anchor: anchor, ID: t.ID, Title: t.Title, Lang: t.Lang, Criteria: s.named(t.Criteria), ReviewedOn: t.ReviewedOn}
	out.HTML = s.words(t, anchor, below)
	if t.Lang != "" {
		out.LangName = s.languageName(t.Lang)
	}
	if t.Title == t.ID { // what bears no title is named by its id, once
		out.Title = ""
	}
	return out
}

// words finishes the words of a text, whose headings go some levels down.
func (s *sheet) words(t audience.PublicText, anchor string, levels int) template.HTML {
	return theme.Readable(theme.Embed(t.HTML, anchor+":", levels), s.say("table-scroll"))
}

// anchorOf returns the name of the part of a page that is about a record: stable, because an id is.
func anchorOf(id string) string { return "tp." + strings.ToLower(id) }

// statements finishes texts; one that says nothing is none.
func (s *sheet) statements(texts []audience.PublicText, part string) []statement {
	var out []statement
	for i, t := range texts {
		if t.HTML != "" {
			out = append(out, s.statement(t, part, i))
		}
	}
	return out
}

// named returns the criteria of a statement as readers know them: those of the Trust Services Criteria stand alone, others with
// their catalogue.
func (s *sheet) named(keys []string) []criterion {
	var out []criterion
	for _, key := range keys {
		c := criterion{ID: strings.TrimPrefix(key, "tsc:")}
		for _, known := range s.Criteria {
			if known.Key == key && s.has(criteriaPath) {
				c.Title, c.Href = known.Title, s.href(criteriaPath, criterionAnchor(key))
			}
		}
		out = append(out, c)
	}
	return out
}

func criterionAnchor(key string) string {
	return "tp." + strings.ToLower(strings.NewReplacer(":", ".", "(", "-", ")", "", " ", "").Replace(key))
}

// section is a list of statements under a heading.
type section struct {
	Anchor, Title, About string
	Texts                []statement
}

func (s *sheet) section(name string, texts []audience.PublicText) section {
	return section{"tp." + name, s.say("public-" + name), s.say("about-" + name), s.statements(texts, name)}
}

// written leaves out the sections in which nothing stands.
func written(sections ...section) []section {
	var out []section
	for _, one := range sections {
		if len(one.Texts) > 0 {
			out = append(out, one)
		}
	}
	return out
}
