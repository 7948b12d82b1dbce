package auditor

import (
	"path"
	"slices"
	"strings"

	"trustpress/generator/bundle"
	"trustpress/generator/program"
)

// sinceView is what a bundle says of the one that it follows.
type sinceView struct {
	Earlier  *bundle.Bundle
	Bundle   string
	Digest   digest
	Period   string // of the earlier one, if it is another than now
	First    string // bundle, if that is another than the earlier one
	Twin     link
	Tally    []sinceCount
	Subjects []sinceSubject
	Sorts    []sinceSort
	Files    link
	Kept     []link // the lists of what earlier bundles hold, for people and for sha256sum
	Added    []sinceFile
	Gone     []sinceFile
	Relied   int
}

// sinceCount is how many records of a kind are other than they were, and how.
type sinceCount struct {
	count
	How string
}

// sinceSubject is the records of a kind that are other than they were.
type sinceSubject struct {
	Anchor, Name string
	Lang         string // of its texts, where it is not the page's
	Differ       bool   // in fields; else records are new or no longer there
	Records      []sinceRecord
	Apart        string // columns that were not compared
}

type sinceRecord struct {
	Record link
	What   state
	Cells  []bundle.Cell
}

// sinceSort counts the files of one sort.
type sinceSort struct {
	Name                           string
	New, Changed, Same, Held, Gone int
}

// sinceFile is a raw file of evidence.
type sinceFile struct {
	File   link
	What   string
	Bundle string
	SHA256 digest
	Before digest
}

func (f *followed) page(v view) any {
	e := v.earlier
	out := sinceView{Earlier: e, Bundle: v.id, Digest: digest(e.SHA256), Twin: v.twin(sincePage), Files: v.fileNamed(filesTable), Kept: []link{v.fileNamed(keptTable), v.fileNamed(bundle.HeldPath)},
		Relied: len(v.relied())}
	out.Period = e.OtherPeriod(v.Auditor)
	if e.Group != e.ID {
		out.First = e.Group
	}
	for _, s := range f.subjects {
		shown := v.sinceSubject(s)
		out.Subjects = append(out.Subjects, shown)
		out.Tally = append(out.Tally, sinceCount{count{shown.Name, "#" + shown.Anchor, len(s.Changes)}, v.how(s)})
	}
	out.Sorts = v.sinceSorts(f.files)
	for _, c := range f.files {
		switch {
		case bundle.SortOf(c.Path) != bundle.SortEvidence:
		case c.What == bundle.New || c.What == bundle.Changed:
			out.Added = append(out.Added, v.sinceFile(c))
		case c.What == bundle.Gone:
			out.Gone = append(out.Gone, v.sinceFile(c))
		}
	}
	return out
}

func (v view) fileNamed(at string) link { return link{ID: path.Base(at), Href: v.root + at} }

func (v view) sinceSubject(s bundle.Subject) sinceSubject {
	out := sinceSubject{Anchor: "tp.since." + s.Name, Name: v.subjectName(s.Name), Apart: strings.Join(s.Apart, ", ")}
	if s.Name == bundle.Gaps {
		out.Lang = "en"
	}
	for _, c := range s.Changes {
		one := sinceRecord{Record: link{ID: short(c.ID, aroundMost), Title: short(c.Title, aroundMost)}, What: v.became(s.Name, c.What)}
		if c.Page != "" {
			one.Record.Href = v.root + c.Page
		}
		out.Differ = out.Differ || len(c.Cells) > 0
		for _, cell := range c.Cells {
			before, after := around(cell.Before, cell.After)
			shown := bundle.Cell{Column: v.columnName(cell.Column), Before: v.spoken(before), After: v.spoken(after)}
			if !slices.Contains(one.Cells, shown) { // what was measured of a file is most often what is recorded of it
				one.Cells = append(one.Cells, shown)
			}
		}
		out.Records = append(out.Records, one)
	}
	return out
}

// columnWords are the words for columns that are no field of a record.
var columnWords = map[string]string{"state": "state", "bundle.state": "state", "missing_occurrences": "auditor-windows", "cuecs": "kinds-cuec", "controls": "kinds-control",
	"bundle.shows": "auditor-shows", "bundle.without_approved_text": "in-force-without", "control_id": "kinds-control", "evidence": "field-answers", "answer": "requests-words",
	"auditor_comment": "field-comment", "period_from": "field-from", "period_to": "field-to"}

// columnName returns what a reader calls a column.
func (v view) columnName(column string) string {
	if key := columnWords[column]; key != "" {
		return v.text(key)
	}
	return v.label(strings.TrimPrefix(column, "bundle."))
}

// how counts what became of the records of a subject, in words.
func (v view) how(s bundle.Subject) string {
	var out []string
	for _, what := range []string{bundle.New, bundle.Changed, bundle.Answered, bundle.Gone} {
		if n := s.Count(what); n > 0 {
			out = append(out, itoa(n)+" "+v.became(s.Name, what).Text)
		}
	}
	return strings.Join(out, ", ")
}

// becomeWords are the words for what became of a record or a file.
var becomeWords = map[string]string{bundle.New: "follow-new", bundle.Changed: "follow-changed", bundle.Answered: "follow-answered", bundle.Gone: "follow-gone"}

// sortWords are the words for the sorts of files.
var sortWords = map[string]string{bundle.SortEvidence: "follow-sort-evidence", bundle.SortTable: "follow-sort-table", bundle.SortPage: "follow-sort-page", bundle.SortOther: "follow-sort-other"}

// became returns what became of a record, in words. A thing that is missing is open, or it is closed.
func (v view) became(name, what string) state {
	if name == bundle.Gaps && what == bundle.Gone {
		return state{Text: v.text("follow-closed"), Name: "state-" + what}
	}
	return state{Text: v.text(becomeWords[what]), Name: "state-" + what}
}

// subjectName returns what a reader calls the records of a table.
func (v view) subjectName(name string) string {
	switch name {
	case bundle.Gaps:
		return v.text("auditor-missing")
	case bundle.Criteria:
		return v.text("criteria")
	}
	i := slices.IndexFunc(program.Kinds, func(k *program.Kind) bool { return path.Base(k.Folder) == name })
	return v.text("kinds-" + program.Kinds[i].Name)
}

// spoken returns a cell in the words of the page, where it is one out of a list that has words; a CSV file has the same in every language.
func (v view) spoken(cell string) string {
	if word, err := v.theme.Word(v.lang, "state-"+strings.ReplaceAll(cell, " ", "-")); err == nil {
		return word
	}
	return v.chosen(cell)
}

func (v view) sinceSorts(files []bundle.FileChange) []sinceSort {
	var out []sinceSort
	for _, sort := range []string{bundle.SortEvidence, bundle.SortTable, bundle.SortPage, bundle.SortOther} {
		n := func(what string) int { return bundle.CountFiles(files, sort, what) }
		out = append(out, sinceSort{v.text(sortWords[sort]), n(bundle.New), n(bundle.Changed), n(bundle.Same), n(bundle.Kept), n(bundle.Gone)})
	}
	return out
}

func (v view) sinceFile(c bundle.FileChange) sinceFile {
	out := sinceFile{File: link{ID: strings.TrimPrefix(c.Path, "data/")}, What: v.text(becomeWords[c.What]), Bundle: c.Bundle, SHA256: digest(c.After), Before: digest(c.Before)}
	if c.What != bundle.Gone {
		out.File.Href = v.root + out.File.ID
	}
	return out
}

// How much of two long texts is shown of where they differ, in characters.
const (
	aroundMost = 240
	aroundLead = 40
)

// around cuts two long texts down to where they differ, and a few words before and behind.
func around(before, after string) (string, string) {
	a, b := []rune(before), []rune(after)
	if len(a) <= aroundMost && len(b) <= aroundMost {
		return before, after
	}
	first := 0
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < min(len(a), len(b))-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	return window(a, first, last), window(b, first, last)
}

// window returns a text without what is the same before and behind, as far as a lead on either side.
func window(text []rune, same, behind int) string {
	from, to := max(0, same-aroundLead), min(len(text), len(text)-behind+aroundLead)
	for from > 0 && from < same && text[from-1] != ' ' {
		from++
	}
	for to < len(text) && to > len(text)-behind && text[to] != ' ' {
		to--
	}
	out := string(text[from:to])
	if from > 0 {
		out = "… " + out
	}
	if to < len(text) {
		out += " …"
	}
	return short(out, 2*aroundMost)
}
