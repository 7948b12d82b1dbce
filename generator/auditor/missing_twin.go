package auditor

import (
	"trustpress/generator/bundle"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// missingRow is one thing that is missing, as a row of CSV.
type missingRow struct {
	what, rule, record, criterion, frequency, window, finding, place string
	reason, owner, expires                                           string // of a waiver
	source                                                           string // where it is held instead
	page                                                             string
}

var missingHead = []string{"what", "rule", "record", "criterion", "frequency", "window", "finding", "place", "reason", "owner", "expires", "source", "bundle.page"}

func (r missingRow) cells() []string {
	return []string{r.what, r.rule, r.record, r.criterion, r.frequency, r.window, r.finding, r.place, r.reason, r.owner, r.expires, r.source, r.page}
}

// missingTwin is what the first page says is missing: occurrences that were due, findings, what a waiver accepts, and evidence that
// is held elsewhere.
func (w *writer) missingTwin() twin {
	return twin{bundle.GapsPath, func(v view) [][]string {
		out := [][]string{missingHead}
		for _, r := range v.missingRows() {
			out = append(out, r.cells())
		}
		return out
	}}
}

func (v view) missingRows() []missingRow {
	var out []missingRow
	for _, c := range v.Program.Controls {
		out = append(out, v.missedRows(c)...)
	}
	for _, f := range v.Report.Findings {
		if f.Rule != missingOccurrence {
			out = append(out, v.findingRow("gap", f))
		}
	}
	for _, f := range v.Report.Waived {
		row := v.findingRow("waived", f.Finding)
		row.reason, row.owner, row.expires = f.Reason, v.personNamed(f.Owner).label(), f.Expires
		out = append(out, row)
	}
	for _, e := range v.Program.Evidence {
		if held := v.held(e); held != "" && !v.isKept(e) {
			out = append(out, missingRow{what: "held elsewhere", record: e.ID, finding: held, place: spot(e.Span), source: e.Source.Text, page: v.pageOf(e)})
		}
	}
	return out
}

func (v view) missedRows(c *program.Control) []missingRow {
	var out []missingRow
	for _, o := range v.occurrences(c) {
		if o.State != trace.Missing {
			continue
		}
		w, _ := v.Accepted(c, o.Window.From)
		out = append(out, missingRow{what: "missing occurrence", rule: missingOccurrence, record: c.ID, frequency: o.Frequency, window: daysOf(o.Window).plain(),
			place: spot(c.Span), reason: w.Reason, expires: w.Expires, owner: v.personNamed(w.Owner).label(), page: v.pageOf(c)})
	}
	return out
}

func (v view) findingRow(what string, f diag.Finding) missingRow {
	row := missingRow{what: what, rule: f.Rule, record: f.Record, finding: f.Message, place: spot(f.Span)}
	if c := v.uncovered(f); c != nil {
		row.criterion, row.page = c.String(), "data/"+v.criteria[c]
		return row
	}
	row.window = f.At
	if rec := v.Record(f.Record); rec != nil {
		row.page = v.pageOf(rec)
	}
	return row
}
