package trust

import (
	"html/template"
	"slices"
	"strings"

	"trustpress/generator/audience"
)

// reviewersData is what a reviewer asks first, with the short answers.
type reviewersData struct{ Asked []ask }

// ask is a question with what public records say about it.
type ask struct {
	Number           int
	Anchor, Question string
	Lines            []line
	Answers          []line  // by their names
	More             string  // that there are facts beyond those that are shown
	Pages            []thing // that tell more
}

// line is one answer: what speaks, what it says, and who stands behind it as of when.
type line struct {
	Names    []thing // several, if all that can be read of them here is their standing
	Text     template.HTML
	Lang     string
	Standing standing
}

// pagesOn names the pages that tell more of a topic.
var pagesOn = map[string][]string{
	"scope": {"system", "criteria"}, "report": {"reports"}, "request": {"requests", "documents"}, "currency": {"reports"},
	"subprocessors": {"subprocessors"}, "changes": {"updates"}, "data": {"privacy", "controls"}, "access": {"controls"}, "pentest": {"reports"},
	"vulnerabilities": {"security"}, "incident-notice": {"privacy"}, "incidents": {"incidents", "updates"}, "continuity": {"availability"},
	"customer-controls": {"customers"}, "privacy": {"privacy", "eu"}, "location": {"subprocessors", "privacy"}, "people": {"controls", "policies"},
	"development": {"controls"}, "ai": {"ai"}, "contact": {"contact", "security"},
}

// linesShown is how many lines answer a question, of which one at least is a fact that the company states, if there is one.
const linesShown = 5

// answered returns how much there is to answer with.
func answered(p *audience.Public) int {
	return len(p.Reports) + len(p.Claims) + len(p.Questions) + len(p.Subprocessors) + len(p.Updates)
}

func reviewers(s *sheet) any {
	var out reviewersData
	for i, topic := range topics[:len(topics)-1] { // without that of no topic
		one := ask{Number: i + 1, Anchor: "tp.asked." + topic, Question: s.say("asked-" + topic), Lines: s.drawn(topic), Answers: s.answers(topic)}
		facts := s.stated(topic)
		first := min(len(facts), max(1, linesShown-len(one.Lines)))
		one.Lines = append(one.Lines, facts[:first]...)
		if more := len(facts) - first; more > 0 {
			one.More = s.counted("asked-more", more)
		}
		if !one.Silent() {
			one.Pages = s.pagesOf(topic)
		}
		out.Asked = append(out.Asked, one)
	}
	return out
}

// Silent reports whether nothing public answers a question.
func (a ask) Silent() bool { return len(a.Lines)+len(a.Answers) == 0 }

// pagesOf returns the ways to the pages that tell more of a topic.
func (s *sheet) pagesOf(topic string) []thing {
	var out []thing
	for _, name := range pagesOn[topic] {
		if href := s.pageHref(name); href != "" {
			out = append(out, thing{Text: s.say("trust-" + name), Href: href})
		}
	}
	return out
}

// stated returns what the company states of itself about a topic.
func (s *sheet) stated(topic string) []line {
	var out []line
	for i, c := range s.Claims {
		if c.Topic == topic {
			st := s.statement(c.PublicText, "claim", i)
			out = append(out, line{[]thing{{Text: st.Title, Lang: st.TitleLang, Href: s.place("id", c.ID, "")}}, inline(st.HTML), st.Lang, st.Standing})
		}
	}
	return out
}

// answers returns the questions of a topic that are answered elsewhere, those of one standing together.
func (s *sheet) answers(topic string) []line {
	var out []line
	for i, q := range s.Questions {
		if q.Topic != topic {
			continue
		}
		st := s.head(q.PublicText, "question", i)
		name := thing{Text: st.Title, Lang: st.TitleLang, Href: s.place("id", q.ID, "")}
		if at := slices.IndexFunc(out, func(l line) bool { return l.Standing == st.Standing }); at >= 0 {
			out[at].Names = append(out[at].Names, name)
		} else {
			out = append(out, line{Names: []thing{name}, Standing: st.Standing})
		}
	}
	return out
}

// inline returns the words of a text of one paragraph. Those of a longer one are read where it stands.
func inline(text template.HTML) template.HTML {
	words, opened := strings.CutPrefix(strings.TrimSpace(string(text)), "<p>")
	words, closed := strings.CutSuffix(words, "</p>")
	if !opened || !closed || strings.Contains(words, "<p>") || strings.Contains(words, "</p>") {
		return ""
	}
	return template.HTML(words)
}
