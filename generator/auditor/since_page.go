package auditor

import (
	"path"
	"slices"
	"strings"

	"trustpress/generator/program"
)

// followed is what changed since an earlier bundle.
type followed struct {
	subjects []subject
	files    []fileChange
}

// filesTable lists every file of both bundles, with its digests.
const filesTable = "since/files.csv"

// recordsTwin is the twin of what the page says of records: a line for each column that is other than it was.
func (f *followed) recordsTwin() twin {
	return twin{twinOf(sincePage), func(view) [][]string {
		out := [][]string{{"of", "what", "id", "title", "column", "before", "after", "bundle.page"}}
		for _, s := range f.subjects {
			for _, c := range s.changes {
				out = append(out, c.rows(s.name)...)
			}
		}
		return out
	}}
}

func (c changed) rows(of string) [][]string {
	at := ""
	if c.Page != "" {
		at = "data/" + c.Page
	}
	if len(c.Cells) == 0 {
		return [][]string{{of, c.What, c.ID, c.Title, "", "", "", at}}
	}
	var out [][]string
	for _, cell := range c.Cells {
		out = append(out, []string{of, c.What, c.ID, c.Title, cell.Column, cell.Before, cell.After, at})
	}
	return out
}

func (f *followed) filesTwin() twin {
	return twin{filesTable, func(view) [][]string {
		out := [][]string{{"what", "bundle", "path", "sha256_before", "sha256_after"}}
		for _, c := range f.files {
			out = append(out, []string{c.What, c.Bundle, c.Path, c.Before, c.After})
		}
		return out
	}}
}

// sinceView is what a bundle says of the one that it follows.
type sinceView struct {
	Earlier     *Earlier
	Bundle      string
	Digest      digest
	Period      string // of the earlier one, if it is another than now
	First       string // bundle, if that is another than the earlier one
	Twin        link
	Tally       []sinceCount
	Subjects    []sinceSubject
	Sorts       []sinceSort
	Files, Kept link
	Added       []sinceFile
	Gone        []sinceFile
	Relied      int
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
	Cells  []changedCell
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
	out := sinceView{Earlier: e, Bundle: v.id, Digest: digest(e.SHA256), Twin: v.twin(sincePage), Files: v.fileNamed(filesTable), Kept: v.fileNamed(keptTable),
		Relied: len(v.relied())}
	out.Period = e.OtherPeriod(v.Auditor)
	if e.Group != e.ID {
		out.First = e.Group
	}
	for _, s := range f.subjects {
		shown := v.sinceSubject(s)
		out.Subjects = append(out.Subjects, shown)
		out.Tally = append(out.Tally, sinceCount{count{shown.Name, "#" + shown.Anchor, len(s.changes)}, v.how(s)})
	}
	out.Sorts = v.sinceSorts(f.files)
	for _, c := range f.files {
		switch {
		case sortOf(c.Path) != sortEvidence:
		case c.What == isNew || c.What == isChanged:
			out.Added = append(out.Added, v.sinceFile(c))
		case c.What == isGone:
			out.Gone = append(out.Gone, v.sinceFile(c))
		}
	}
	return out
}

func (v view) fileNamed(at string) link { return link{ID: path.Base(at), Href: v.root + at} }

func (v view) sinceSubject(s subject) sinceSubject {
	out := sinceSubject{Anchor: "tp.since." + s.name, Name: v.subjectName(s.name), Apart: strings.Join(s.apart, ", ")}
	if s.name == gapsSubject {
		out.Lang = "en"
	}
	for _, c := range s.changes {
		one := sinceRecord{Record: link{ID: c.ID, Title: c.Title}, What: v.became(s.name, c.What)}
		if c.Page != "" {
			one.Record.Href = v.root + c.Page
		}
		out.Differ = out.Differ || len(c.Cells) > 0
		for _, cell := range c.Cells {
			before, after := around(cell.Before, cell.After)
			shown := changedCell{v.columnName(cell.Column), v.spoken(before), v.spoken(after)}
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
func (v view) how(s subject) string {
	var out []string
	for _, what := range []string{isNew, isChanged, isAnswered, isGone} {
		if n := s.count(what); n > 0 {
			out = append(out, itoa(n)+" "+v.became(s.name, what).Text)
		}
	}
	return strings.Join(out, ", ")
}

// becomeWords are the words for what became of a record or a file.
var becomeWords = map[string]string{isNew: "follow-new", isChanged: "follow-changed", isAnswered: "follow-answered", isGone: "follow-gone"}

// sortWords are the words for the sorts of files.
var sortWords = map[string]string{sortEvidence: "follow-sort-evidence", sortTable: "follow-sort-table", sortPage: "follow-sort-page", sortOther: "follow-sort-other"}

// became returns what became of a record, in words. A thing that is missing is open, or it is closed.
func (v view) became(name, what string) state {
	if name == gapsSubject && what == isGone {
		return state{Text: v.text("follow-closed"), Name: "state-" + what}
	}
	return state{Text: v.text(becomeWords[what]), Name: "state-" + what}
}

// subjectName returns what a reader calls the records of a table.
func (v view) subjectName(name string) string {
	switch name {
	case gapsSubject:
		return v.text("auditor-missing")
	case criteriaSubject:
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

func (v view) sinceSorts(files []fileChange) []sinceSort {
	var out []sinceSort
	for _, sort := range []string{sortEvidence, sortTable, sortPage, sortOther} {
		n := func(what string) int { return countFiles(files, sort, what) }
		out = append(out, sinceSort{v.text(sortWords[sort]), n(isNew), n(isChanged), n(isSame), n(isHeld), n(isGone)})
	}
	return out
}

func (v view) sinceFile(c fileChange) sinceFile {
	out := sinceFile{File: link{ID: strings.TrimPrefix(c.Path, "data/")}, What: v.text(becomeWords[c.What]), Bundle: c.Bundle, SHA256: digest(c.After), Before: digest(c.Before)}
	if c.What != isGone {
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
