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
	Anchor          string
	ID, Title       string
	HTML            template.HTML
	Lang, TitleLang string // of words that are not in the language of the page
	LangName        string
	Former          []string // the anchors that it had
	Criteria        []criterion
	Standing        standing
}

// criterion is the name of a criterion, with the way to where it stands.
type criterion struct{ ID, Title, Href string }

// below is how many levels the headings of a text go down: its highest is 2, and a statement's own is 3.
const below = 2

// statement finishes a text. part names it on its page, where it is told apart from others by its id, or else by its number.
func (s *sheet) statement(t audience.PublicText, part string, n int) statement {
	levels := below
	if t.ID == "" && t.Title == "" {
		levels--
	}
	return s.statementBelow(levels, t, part, n)
}

// statementBelow finishes a text whose headings go some levels down.
func (s *sheet) statementBelow(levels int, t audience.PublicText, part string, n int) statement {
	out := s.head(t, part, n)
	out.HTML = theme.Readable(s.lead(theme.Embed(t.HTML, out.Anchor+":", levels)), s.say("table-scroll"))
	return out
}

// head returns all of a statement but its words, for a page that names it and does not hold it.
func (s *sheet) head(t audience.PublicText, part string, n int) statement {
	out := statement{Anchor: "tp." + part + "." + strconv.Itoa(n+1), ID: t.ID, Title: t.Title, Lang: t.Lang, TitleLang: t.TitleLang,
		Criteria: s.named(t.Criteria), Standing: s.standing(t.Standing)}
	for _, id := range t.FormerIDs {
		out.Former = append(out.Former, idAnchor(id))
	}
	if t.ID != "" { // which is stable, and so are links to it
		out.Anchor = idAnchor(t.ID)
	}
	if t.Lang != "" {
		out.LangName = s.languageName(t.Lang)
	}
	if t.Title == t.ID { // what bears no title is named by its id, once
		out.Title = ""
	}
	return out
}

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

// named returns the criteria of a statement as readers know them.
func (s *sheet) named(keys []string) []criterion {
	var out []criterion
	for _, key := range keys {
		if known := s.criteria[key]; known != nil {
			out = append(out, criterion{known.ID, known.Title, s.criterionHref(key)})
		}
	}
	return out
}

func criterionAnchor(key string) string {
	return "tp." + strings.ToLower(strings.NewReplacer(":", ".", "(", "-", ")", "", " ", "").Replace(key))
}
