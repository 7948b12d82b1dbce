package trust

import (
	"cmp"

	"trustpress/generator/plain"
	"trustpress/generator/spreadsheet"
)

// questionsData is the questions of reviewers with our answers, topic by topic.
type questionsData struct {
	Topics    []topicOfQuestions
	Downloads []way
}

// topicOfQuestions is the questions about one matter.
type topicOfQuestions struct {
	Anchor, Title string
	Questions     []question
}

// question is a question as a page shows it.
type question struct {
	statement
	Controls []mention
	Refs     []string
}

// topics are the matters in the order in which reviewers ask about them; the last is for a question of which nobody said.
var topics = []string{"scope", "report", "request", "currency", "subprocessors", "changes", "data", "access", "pentest", "vulnerabilities",
	"incident-notice", "incidents", "continuity", "customer-controls", "privacy", "location", "people", "development", "ai", "contact", ""}

func questions(s *sheet) any {
	out := questionsData{Downloads: s.downloads()}
	for _, topic := range topics {
		name := cmp.Or(topic, "other")
		one := topicOfQuestions{Anchor: "tp.topic." + name, Title: s.say("topic-" + name)}
		for i := range s.Questions {
			if q := &s.Questions[i]; q.Topic == topic {
				one.Questions = append(one.Questions, question{s.statement(q.PublicText, "question", i), s.controlsNamed(q.Controls), q.Refs})
			}
		}
		if len(one.Questions) > 0 {
			out.Topics = append(out.Topics, one)
		}
	}
	return out
}

// controlsNamed returns controls by their public ids.
func (s *sheet) controlsNamed(ids []string) []mention {
	var out []mention
	for _, id := range ids {
		if href := s.place("id", id, ""); href != "" {
			out = append(out, mention{ID: id, Href: href})
		}
	}
	return out
}

// questionsCSV is the questions for a questionnaire tool: one a row, in the order of the page.
func questionsCSV(s *sheet) ([]byte, error) {
	rows := [][]string{{"id", "topic", "question", "answer", "refs", "criteria", "level", "as_of", "holds_until", "language"}}
	for _, topic := range topics {
		for i := range s.Questions {
			if q := &s.Questions[i]; q.Topic == topic {
				rows = append(rows, []string{q.ID, q.Topic, q.Title, plain.Text(q.HTML), listed(q.Refs), listed(s.labels(q.Criteria)), q.Level, q.AsOf,
					q.Until, cmp.Or(q.Lang, s.Language)})
			}
		}
	}
	return spreadsheet.CSV(rows)
}

// labels returns criteria as readers know them.
func (s *sheet) labels(keys []string) []string {
	var out []string
	for _, key := range keys {
		if known := s.criteria[key]; known != nil {
			out = append(out, known.ID)
		}
	}
	return out
}
