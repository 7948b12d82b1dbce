package auditor

import (
	"html/template"

	"trustpress/generator/program"
)

// What a statement of management is about that stands in the report itself.
const (
	aboutAssertion = "assertion"
	aboutOther     = "other-information"
)

// statementPart is what a person stated for the company, on the page that it belongs to.
type statementPart struct {
	heading
	Part      string
	Statement template.HTML
	Text      []text
	By        link
	On        string
	Early     bool // made before the time that it speaks of was over
}

func (v view) statements(about string) []statementPart {
	var out []statementPart
	for _, s := range v.Stated(about) {
		out = append(out, v.statement(s))
	}
	return out
}

func (v view) statement(s *program.Statement) statementPart {
	part := v.records[s].part
	out := statementPart{heading: v.heading(s), Part: part, Statement: v.prose(s.Statement, part), Text: v.body(s, part), On: s.On.String(), Early: v.TooEarly(s)}
	out.Title = s.Title // without one the matter stands above it
	if s.By.Written() {
		out.By = v.owner(s.By)
	}
	return out
}

// Unsigned reports whether the statement does not say who made it, or when.
func (s statementPart) Unsigned() bool { return s.By == link{} || s.On == "" }
