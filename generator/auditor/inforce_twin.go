package auditor

import (
	"strings"

	"trustpress/generator/bundle"
)

// inForceTwin lists what was in force of each policy on the days examined: a row for each text, and for the days on which there was none.
func (w *writer) inForceTwin() twin {
	return twin{bundle.TableOf(inForcePage), func(v view) [][]string {
		out := [][]string{{"policy", "title", "state", "from", "to", "version", "in_force_from", "in_force_to", "sha256", "approved_by", "approved_on", "attribution",
			"text_from", "bundle.words", "bundle.page"}}
		for _, r := range v.ruled {
			for _, span := range v.timeline(r) {
				out = append(out, v.spanCells(r, span))
			}
		}
		return out
	}}
}

func (v view) spanCells(of *ruled, s span) []string {
	days, r := s.days, s.reign
	if r == nil {
		return append([]string{of.id(), of.title(), "no approved text", days.From.String(), days.To.String()}, make([]string, 10)...)
	}
	var by, on, ties []string
	for _, a := range r.Approvals {
		by, on, ties = append(by, v.owner(a.By).label()), append(on, a.On.String()), append(ties, attributions[a.How])
	}
	state, words := "approved text missing from the bundle", ""
	if v.wording(r) != nil {
		state, words = "approved text", "data/"+r.words()
	}
	return []string{of.id(), of.title(), state, days.From.String(), days.To.String(), versionOf(r.Held), r.From.String(), r.To.String(), r.sha256(),
		strings.Join(by, "; "), strings.Join(on, "; "), strings.Join(ties, "; "), originOf(v.wording(r)), words, "data/" + r.page()}
}

// originOf says where a text comes from, as a CSV file has it, in every language.
func originOf(text *wording) string {
	switch {
	case text == nil:
		return ""
	case text.in != nil:
		return "version " + text.in.Version
	case text.commit != nil:
		return "commit " + text.commit.Hash
	}
	return "today"
}
