package auditor

import (
	"strings"

	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/program"
)

// twins lists every CSV file of the bundle.
func (w *writer) twins() []twin {
	policy, procedure, statement := program.KindNamed("policy"), program.KindNamed("procedure"), program.KindNamed("statement")
	out := []twin{
		w.missingTwin(), w.criteriaTwin(),
		w.kindTwin(controlsPage, "control", controlColumns...),
		recordTwin(bundle.TableOf(policiesPage), []*program.Kind{policy, procedure}, append(w.ofKind(policy), w.ofKind(procedure)...),
			append([]addedColumn{{"bundle.kind", view.kindOf}}, approvalColumns...)...),
		w.approvalsTwin(), w.inForceTwin(),
		w.kindTwin(evidencePage, "evidence", evidenceColumns...),
		w.kindTwin(descriptionPage, "description"),
		w.calendarTwin(), w.readinessTwin(), w.whoTwin(),
		recordTwin(statementsTwin, []*program.Kind{statement}, w.ofKind(statement)),
	}
	for _, r := range w.registers {
		out = append(out, recordTwin(bundle.TableOf(r.page), []*program.Kind{r.kind}, r.records))
	}
	return out
}

// controlColumns say what is known of a control, and of whether its text changed in the period.
var controlColumns = []addedColumn{
	{"bundle.state", func(v view, rec program.Any) string { return v.controlState(rec.(*program.Control)).code() }},
	{"bundle.text_in_period", func(v view, rec program.Any) string {
		if a := v.amendedOf[rec.(*program.Control)]; a != nil {
			return a.State
		}
		return ""
	}},
	{"bundle.text_changes", func(v view, rec program.Any) string {
		return strings.Join(v.amendedLines(rec.(*program.Control)), "; ")
	}},
}

// kindTwin is the twin of a page that shows all records of a kind.
func (w *writer) kindTwin(page, kind string, added ...addedColumn) twin {
	k := program.KindNamed(kind)
	return recordTwin(bundle.TableOf(page), []*program.Kind{k}, w.ofKind(k), added...)
}

func (w *writer) ofKind(k *program.Kind) []program.Any {
	var out []program.Any
	for _, rec := range w.Program.Records() {
		if rec.Base().Kind == k {
			out = append(out, rec)
		}
	}
	return out
}

func (view) kindOf(rec program.Any) string { return rec.Base().Kind.Name }

// evidenceColumns say where the raw file is and what it measured, so that a row leads to its bytes and to their line in the manifest.
var evidenceColumns = []addedColumn{
	{"bundle.file", ofEvidence(func(v view, e *program.Evidence) string {
		if f := v.raw[e]; f != nil {
			return "data/" + f.Path
		}
		return ""
	})},
	{"bundle.sha256", ofFile(func(v view, e *program.Evidence) string { return v.Files[e].SHA256 })},
	{"bundle.size", ofFile(func(v view, e *program.Evidence) string { return number(v.Files[e].Size) })},
	{"bundle.row_count", ofFile(func(v view, e *program.Evidence) string {
		if v.Files[e].Rows < 0 {
			return ""
		}
		return number(v.Files[e].Rows)
	})},
	{"bundle.held", ofEvidence(func(v view, e *program.Evidence) string { return v.held(e) })},
	{"bundle.shows", ofEvidence(view.shownBy)},
}

func ofEvidence(cell func(view, *program.Evidence) string) func(view, program.Any) string {
	return func(v view, rec program.Any) string { return cell(v, rec.(*program.Evidence)) }
}

// ofFile is a cell about a raw file that the auditor has.
func ofFile(cell func(view, *program.Evidence) string) func(view, program.Any) string {
	return ofEvidence(func(v view, e *program.Evidence) string {
		if !v.hasBytes(e) {
			return ""
		}
		return cell(v, e)
	})
}

// shownBy lists the occurrences that a piece of evidence shows: the control, and the window.
func (v view) shownBy(e *program.Evidence) string {
	var out []string
	for _, s := range v.shows[e] {
		out = append(out, s.control.ID+" "+daysOf(s.occurrence.Window).plain())
	}
	return strings.Join(out, "; ")
}

// renderTwins writes every CSV file.
func (w *writer) renderTwins() ([]bag.Entry, error) {
	var out []bag.Entry
	for _, t := range w.twins() {
		text, err := t.bytes(view{writer: w})
		if err != nil {
			return nil, err
		}
		out = append(out, entry(t.path, text))
	}
	return out, nil
}
