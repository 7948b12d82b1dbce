package auditor

import (
	"html/template"
	"path"
	"slices"
	"strings"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

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
	Held        string // why not, or ""
	Statement   template.HTML
	Controls    []link
	OutOfPeriod bool
}

func (v view) evidenceRow(e *program.Evidence) evidenceRow {
	row := evidenceRow{Evidence: v.record(e), Kind: v.chosen(e.Kind), Collected: e.CollectedAt.Day.String(), By: v.collector(e), System: e.System,
		Held: v.held(e), Controls: v.controls(e), Statement: v.prose(e.Statement, "")}
	if spoken, ok := trace.Days(e); ok {
		row.When = daysOf(spoken)
		row.OutOfPeriod = !trace.Inside(e, v.Period)
	}
	if f := v.raw[e]; f != nil {
		to := v.fileLink(f)
		row.File = &to
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

// evidenceSheet is the provenance of one piece of evidence: what an auditor needs to judge information produced by the entity
// (AT-C 205).
type evidenceSheet struct {
	heading
	Row       evidenceRow
	Name      string // the file's original one
	Address   *value // of what is held under one
	Picture   bool
	Measured  []measured
	Companion *link
	Beside    string // a companion that is not in the bundle
	Facts     []fact
	Shows     []shownRow
	ShowsNone []link // controls of which it stands for no occurrence
	Text      []text
	Mentions  []link
}

// measured sets what was recorded beside what was found.
type measured struct {
	What, Recorded, Found string
	Differs               bool
}

// shownRow is one occurrence that the evidence shows.
type shownRow struct {
	Control   link
	Frequency string
	Window    days
}

func (w *writer) evidencePage(e *program.Evidence) func(view) any {
	return func(v view) any {
		out := evidenceSheet{Row: v.evidenceRow(e), heading: v.heading(e), Measured: v.measured(e),
			Facts:    v.facts(e, "", "controls", "sha256", "size", "row_count", "source", "companion", "statement"),
			Text:     v.body(e, ""),
			Mentions: v.mentions(v.Uses[e])}
		for _, s := range v.shows[e] {
			out.Shows = append(out.Shows, shownRow{v.record(s.control), v.chosen(s.occurrence.Frequency), daysOf(s.occurrence.Window)})
		}
		if f := v.raw[e]; f != nil {
			out.Picture = slices.Contains(pictures, strings.ToLower(path.Ext(f.Path)))
		}
		if e.IsURL() {
			to := address(e.Source.Text)
			out.Address = &to
		} else {
			out.Name = e.Source.Text
		}
		out.ShowsNone = v.showsNone(e)
		out.Companion, out.Beside = v.companionOf(e)
		return out
	}
}

// showsNone returns the controls that a piece of evidence names without standing for an occurrence of theirs.
func (v view) showsNone(e *program.Evidence) []link {
	counted := map[*program.Control]bool{nil: true}
	for _, s := range v.shows[e] {
		counted[s.control] = true
	}
	var out []link
	for _, ref := range e.Controls {
		if !counted[ref.To] {
			out = append(out, v.record(ref.To))
		}
	}
	return out
}

// pictures are the formats that every browser shows.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp"}

// companionOf returns the way to the export beside a screenshot, or its name if the bundle does not have it.
func (v view) companionOf(e *program.Evidence) (*link, string) {
	if f := v.companion[e]; f != nil {
		to := v.fileLink(f)
		return &to, ""
	}
	if other := v.sources[e.Companion]; other != nil && e.Companion != "" {
		to := v.record(other)
		return &to, ""
	}
	return nil, e.Companion
}

// measured compares what the record says of the file with the file. Where there is nothing to compare, nothing is claimed.
func (v view) measured(e *program.Evidence) []measured {
	f := v.Files[e]
	here := v.raw[e] != nil
	row := func(key, recorded, found string) measured {
		return measured{v.text(key), recorded, found, recorded != "" && found != "" && !strings.EqualFold(recorded, found)}
	}
	optional := func(n *int64) string {
		if n == nil {
			return ""
		}
		return number(*n)
	}
	var digest, size, rows string
	if here {
		digest, size = f.SHA256, number(f.Size)
		if f.Rows >= 0 {
			rows = number(f.Rows)
		}
	}
	out := []measured{row("field-sha256", e.SHA256, digest), row("field-size", optional(e.Size), size), row("field-row_count", optional(e.RowCount), rows)}
	return slices.DeleteFunc(out, func(m measured) bool { return m.Recorded == "" && m.Found == "" })
}
