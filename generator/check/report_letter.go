package check

import (
	"fmt"
	"regexp"
	"slices"

	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// impossibleLetter says what is wrong with a bridge letter. Management writes it, about the time since a report.
func impossibleLetter(p *Pass, r *program.Report) []impossible {
	if r.Kind != "bridge-letter" {
		return nil
	}
	var out []impossible
	if r.Auditor.Name != "" {
		out = append(out, impossible{at: []string{"auditor"}, message: "management signs a bridge letter, and an auditor does not", hint: "name who signed it as \"signatory\""})
	}
	if id, _, _ := r.Covers.Label(); id == "" {
		out = append(out, impossible{at: []string{"kind"}, message: "a bridge letter continues a report, and this one names none", hint: "name the report as \"covers\""})
	}
	if r.Period.IsZero() {
		return out
	}
	if last := r.Period.From.AddMonths(program.BridgeMonths).AddDays(-1); last.Before(r.Period.To) {
		out = append(out, impossible{at: []string{"period", "to"}, message: fmt.Sprintf("a bridge letter is about three months at most, which are over on %s", last),
			hint: "a longer time needs the next report"})
	}
	if to := r.Covers.To; to != nil && !to.Period.IsZero() && !to.Period.To.Before(r.Period.From) {
		out = append(out, impossible{at: []string{"period", "from"}, message: fmt.Sprintf("it begins before the period of %s has ended, on %s", to.ID, to.Period.To),
			hint: "begin on the day after"})
	}
	if !nothingChanged.MatchString(r.Changes) {
		return out
	}
	if found := p.happened(r.Period); len(found) > 0 {
		out = append(out, impossible{at: []string{"changes"}, message: "it says that nothing changed, and something did", hint: "tell of it in \"changes\"", related: found})
	}
	return out
}

// nothingChanged is how a letter says so, in English and in Swedish.
var nothingChanged = regexp.MustCompile(`(?i)^\s*(none|nil|nothing|no (material |significant |relevant )?changes?|inga|inget|ingenting)\b`)

// happened returns what a letter about a period has to tell: incidents, significant changes, and changes of subprocessors.
func (p *Pass) happened(in program.Period) []diag.Related {
	var out []diag.Related
	for _, u := range p.Program.Updates {
		if u.IsPublic() && (u.Class == "incident" || u.Class == "subprocessor") && slices.ContainsFunc([]node.Day{u.OccurredOn, u.Published, u.Effective}, in.Holds) {
			out = append(out, diag.Related{Span: u.Span, Message: fmt.Sprintf("%s, a notice of the class %s, lies in its days", u.ID, u.Class)})
		}
	}
	for _, c := range p.Program.Changes {
		if in.Holds(c.On) {
			out = append(out, diag.Related{Span: c.Span, Message: c.ID + ", a significant change, lies in its days"})
		}
	}
	for _, i := range p.Program.Incidents {
		if i.DC4 && in.Holds(i.OccurredOn) {
			out = append(out, diag.Related{Span: i.Span, Message: i.ID + ", an incident that is to be disclosed, lies in its days"})
		}
	}
	return out
}
