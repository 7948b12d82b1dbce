package auditor

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"trustpress/generator/program"
)

// evidenceSheet is the provenance of one piece of evidence: what an auditor needs to judge information produced by the entity
// (AT-C 205). What is not recorded is said.
type evidenceSheet struct {
	heading
	Row       evidenceRow
	Path      string // in the bag, as the manifest names it
	Name      string // the file's original one
	Address   *value // of what is held under one
	Recorded  []fact // from which system, by which query, how, by whom and when
	Untimed   bool   // when is a day without a time and a zone
	Measured  []measured
	Whole     []fact // what shows that nothing is missing
	Companion *link
	Beside    string // a companion that is not in the bundle
	Personal  []fact // whether it holds personal data
	Facts     []fact // what else is recorded
	Shows     []shownRow
	ShowsNone []link // controls of which it stands for no occurrence
	Text      []text
	Picture   bool
	Preview   *preview
	Mentions  []link
}

// collection are the fields that say how evidence came about.
var collection = []string{"system", "environment", "query", "filters", "method", "collected_by", "collected_at"}

// wholeness are the fields that say how it is known that a list is whole.
var wholeness = []string{"control_total", "completeness"}

// ofLists are the fields that are asked of a population, from which samples are drawn; elsewhere nobody misses them.
var ofLists = append([]string{"environment", "filters"}, wholeness...)

// shownAlone are the fields of evidence that its sheet shows by themselves.
var shownAlone = append([]string{"kind", "controls", "sha256", "size", "row_count", "source", "original_name", "companion", "statement", "covers", "occurred_on", "personal_data"},
	slices.Concat(collection, wholeness)...)

// provenance returns fields that say how evidence came about, and whether it is whole: those written, and those that it should have.
func (v view) provenance(e *program.Evidence, keys ...string) []fact {
	return v.recorded(e, slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		return e.Kind != "population" && slices.Contains(ofLists, key) && e.Fields.Get(key) == nil
	})...)
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

func (w *writer) sheet(e *program.Evidence) func(view) any {
	return func(v view) any {
		out := evidenceSheet{Row: v.evidenceRow(e), heading: v.heading(e), Recorded: v.provenance(e, collection...), Measured: v.compared(e).list(), Whole: v.provenance(e, wholeness...),
			Untimed: untimed(e), Personal: v.recorded(e, "personal_data"), Facts: v.facts(e, "", shownAlone...),
			Text: v.body(e, ""), Preview: v.preview(e), Mentions: append(v.besides(e), v.mentions(v.Uses[e])...)}
		for _, s := range v.shows[e] {
			out.Shows = append(out.Shows, shownRow{v.record(s.control), v.chosen(s.occurrence.Frequency), daysOf(s.occurrence.Window)})
		}
		out.ShowsNone = v.showsNone(e)
		out.Companion, out.Beside = v.companionOf(e)
		out.file(v, e)
		return out
	}
}

// untimed reports whether evidence was collected at a day without a time and a zone.
func untimed(e *program.Evidence) bool { return !e.CollectedAt.Day.IsZero() && !e.CollectedAt.Timed() }

// file says where the evidence is, and what it was called there where it came from.
func (s *evidenceSheet) file(v view, e *program.Evidence) {
	if f := v.raw[e]; f != nil {
		s.Path = "data/" + f.Path
		s.Picture = slices.Contains(pictures, strings.ToLower(path.Ext(f.Path)))
	}
	if e.IsURL() {
		to := address(e.Source.Text)
		s.Address = &to
		return
	}
	s.Name = cmp.Or(e.OriginalName, e.Source.Text)
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
	if f, ok := v.keptCompanion[e]; ok {
		return &link{Title: v.keptIn(f)}, ""
	}
	if other := v.sources[e.Companion]; other != nil && e.Companion != "" {
		to := v.record(other)
		return &to, ""
	}
	return nil, e.Companion
}

// besides returns the ways to the evidence that has another for its companion: a screenshot, from the export beside it.
func (v view) besides(e *program.Evidence) []link {
	var out []link
	for _, one := range v.beside[e] {
		out = append(out, v.record(one))
	}
	return out
}

// compared sets what the record says of a file beside the file.
type compared struct{ SHA256, Size, Rows measured }

// compared compares what the record says of the file with the file. Where there is nothing to compare, nothing is claimed.
func (v view) compared(e *program.Evidence) compared {
	f := v.Files[e]
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
	if v.hasBytes(e) {
		digest, size = f.SHA256, number(f.Size)
		if f.Rows >= 0 {
			rows = number(f.Rows)
		}
	}
	return compared{row("field-sha256", e.SHA256, digest), row("field-size", optional(e.Size), size), row("field-row_count", optional(e.RowCount), rows)}
}

// list returns what there is to compare, or to say.
func (c compared) list() []measured {
	return slices.DeleteFunc([]measured{c.SHA256, c.Size, c.Rows}, func(m measured) bool { return m.Recorded == "" && m.Found == "" })
}
