package auditor

import (
	"html/template"
	"reflect"
	"slices"

	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// evidenceIndex lists every piece of evidence, kind by kind, populations first: samples are drawn from them.
type evidenceIndex struct {
	Twin  link
	Count int
	Kinds []evidenceKind
}

type evidenceKind struct {
	Name     string
	Evidence []evidenceRow
}

func (w *writer) evidenceIndex(v view) any {
	out := evidenceIndex{Twin: v.twin(evidencePage), Count: len(w.Program.Evidence)}
	for _, kind := range append(evidenceKinds(), "") { // a kind that could not be read is none
		k := evidenceKind{Name: v.chosen(kind)}
		for _, e := range w.Program.Evidence {
			if e.Kind == kind {
				k.Evidence = append(k.Evidence, v.evidenceRow(e))
			}
		}
		if len(k.Evidence) > 0 {
			out.Kinds = append(out.Kinds, k)
		}
	}
	return out
}

// evidenceKinds are the words that the field takes, in the order of the struct.
func evidenceKinds() []string {
	for _, f := range node.Fields(reflect.TypeFor[program.Evidence]()) {
		if f.Key == "kind" {
			return slices.Clone(f.Of)
		}
	}
	return nil
}

// evidenceRow is a piece of evidence in a table.
type evidenceRow struct {
	Evidence    link
	Kind        string
	When        days // what it covers, or when it occurred
	Collected   string
	By          value
	System      string
	Rows        string // recorded, or counted where none is recorded
	File        *link  // nil: not in the bundle
	Companion   *link  // a file beside it that has no record of its own
	Held        string // where else it is, or why it is not here
	Kept        bool   // it is in an earlier bundle
	Statement   template.HTML
	Controls    []link
	OutOfPeriod bool
}

func (v view) evidenceRow(e *program.Evidence) evidenceRow {
	row := evidenceRow{Evidence: v.record(e), Kind: v.chosen(e.Kind), Collected: e.CollectedAt.Day.String(), By: v.collector(e), System: e.System,
		Held: v.held(e), Kept: v.isKept(e), Controls: linksTo(v, e.Controls), Statement: v.prose(e.Statement, "")}
	if spoken, ok := trace.Days(e); ok {
		row.When = daysOf(spoken)
		row.OutOfPeriod = !trace.Inside(e, v.Period)
	}
	if f := v.raw[e]; f != nil {
		to := v.fileLink(f)
		row.File = &to
	}
	if f := v.companion[e]; f != nil {
		to := v.fileLink(f)
		row.Companion = &to
	} else if f, ok := v.keptCompanion[e]; ok {
		row.Companion = &link{Title: v.keptIn(f)}
	}
	switch {
	case e.RowCount != nil:
		row.Rows = number(*e.RowCount)
	case v.Files[e].Rows >= 0 && v.Files[e].Present:
		row.Rows = number(v.Files[e].Rows)
	}
	return row
}

func (v view) evidenceRows(list []*program.Evidence) []evidenceRow {
	out := make([]evidenceRow, len(list))
	for i, e := range list {
		out[i] = v.evidenceRow(e)
	}
	return out
}

// collector returns who or what collected a piece of evidence.
func (v view) collector(e *program.Evidence) value {
	if e.CollectedBy.To != nil {
		to := v.record(e.CollectedBy.To)
		return value{Link: &to}
	}
	return value{Text: e.CollectedBy.Text}
}
