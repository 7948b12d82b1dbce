package auditor

import (
	"slices"

	"trustpress/generator/plain"
	"trustpress/generator/program"
)

// forAuditor are the columns that nobody fills in before the service auditor has tested, and management has been told the result.
var forAuditor = []string{"for the service auditor: test procedure", "for the service auditor: sample", "for the service auditor: result",
	"for the service auditor: exception", "management response"}

// matrixTwin is every control once, with what an auditor plans its test by.
func (w *writer) matrixTwin() twin {
	head := []string{"control_id", "title", "statement", "owner", "frequency", "type", "mode", "systems", "criteria", "policies", "risks", "state",
		"expected_occurrences", "evidenced", "missing", "did_not_occur", "not_yet_due", "population", "evidence"}
	return twin{twinOf(matrixPage), func(v view) [][]string {
		out := [][]string{slices.Concat(head, forAuditor)}
		for _, c := range v.Program.Controls {
			row := append(v.matrixCells(c), v.countCells(c)...)
			row = append(row, joined(ids(v.evidenceOf[c])))
			out = append(out, append(row, make([]string, len(forAuditor))...))
		}
		return out
	}}
}

func (v view) matrixCells(c *program.Control) []string {
	return []string{c.ID, c.Title, plain.Text(string(v.prose(c.Body, ""))), v.owner(c.Owner).label(), joined(c.Frequency), c.Type, c.Mode, joined(c.Systems),
		joined(labels(v.criteriaOf(c.Criteria))), joined(labels(linksTo(v, c.Policies))), joined(labels(linksTo(v, c.Risks))), v.controlState(c).code()}
}

// countCells counts the windows of a control. What acts on events has none: there a population stands for all that happened.
func (v view) countCells(c *program.Control) []string {
	t := v.tally(c)
	out := []string{"", "", "", "", ""}
	if t.Counted() {
		out = []string{itoa(t.Missing + t.Evidenced + t.None + t.NotDue), itoa(t.Evidenced), itoa(t.Missing), itoa(t.None), itoa(t.NotDue)}
	}
	return append(out, v.populationState(c))
}

// populationState says what is known of the populations that a control on events is to have, or nothing if it has windows alone. At
// the date of a Type 1 there is none.
func (v view) populationState(c *program.Control) string {
	var out []string
	for _, o := range v.occurrences(c) {
		if o.Frequency != "" && !v.windowed(o.Frequency) {
			out = append(out, v.occurrenceState(o.State).code())
		}
	}
	return joined(out)
}

func ids(list []*program.Evidence) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.ID
	}
	return out
}
