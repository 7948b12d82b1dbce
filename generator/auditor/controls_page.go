package auditor

import "trustpress/generator/program"

// controlsIndex lists every control, each once.
type controlsIndex struct {
	Twin, Matrix link
	Controls     []controlRow
	Period       days
	Amended      []amendedRow   // those whose text changed in the period
	Counts       []amendedCount // none: no period is examined
}

func (w *writer) controlsIndex(v view) any {
	out := controlsIndex{Twin: v.twin(controlsPage), Matrix: link{Title: v.text("auditor-matrix"), Href: v.root + matrixPage}}
	for _, c := range w.Program.Controls {
		out.Controls = append(out.Controls, v.controlRow(c))
	}
	out.Period = daysOf(v.Period)
	out.Amended, out.Counts = v.amendedControls()
	return out
}

// controlRow is a control in the list.
type controlRow struct {
	Control   link
	Owner     link
	Frequency []string
	Criteria  []link
	Tally     tally
	Evidence  int
	State     state
}

func (v view) controlRow(c *program.Control) controlRow {
	row := controlRow{Control: v.record(c), Owner: v.owner(c.Owner), Criteria: v.criteriaOf(c.Criteria), Evidence: len(v.evidenceOf[c]),
		Tally: v.tally(c), State: v.controlState(c)}
	for _, f := range c.Frequency {
		row.Frequency = append(row.Frequency, v.chosen(f))
	}
	return row
}
