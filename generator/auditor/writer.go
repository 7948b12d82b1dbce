package auditor

import (
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/readiness"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// writer lays out one bundle.
type writer struct {
	*audience.Auditor
	*places
	theme *theme.Theme
	lang  string

	evidenceOf map[*program.Control][]*program.Evidence
	amendedOf  map[*program.Control]*trace.Amended // empty where no period is examined
	shows      map[*program.Evidence][]shown       // which occurrences a piece of evidence shows
	findings   map[string][]diag.Finding           // by the id of the record, in lower case
	wordings   map[spoken]*wording                 // absent: nobody has the text
	unspoken   atomic.Pointer[error]               // the first word of the interface that the theme does not have

	checklist func() *readiness.List // derived once
	holds     func(path string) bool // whether the bundle has a page or a table, below data/
}

// shown is one occurrence of a control that a piece of evidence shows.
type shown struct {
	control    *program.Control
	occurrence trace.Occurrence
}

func newWriter(a *audience.Auditor, t *theme.Theme, p *places) *writer {
	w := &writer{Auditor: a, places: p, theme: t, lang: a.Site.Site.Languages[0], evidenceOf: map[*program.Control][]*program.Evidence{},
		shows: map[*program.Evidence][]shown{}, findings: map[string][]diag.Finding{}}
	if t != nil && !t.Speaks(w.lang) {
		w.lang = "en"
	}
	w.checklist = sync.OnceValue(func() *readiness.List { return readiness.Of(a.Trace, a.Report) })
	paths := sync.OnceValue(w.paths)
	w.holds = func(path string) bool { return paths()[path] }
	w.evidence()
	w.amendedOf = w.amendments()
	w.report()
	return w
}

// evidence finds the evidence of each control, and what each piece of evidence shows.
func (w *writer) evidence() {
	for _, e := range w.Program.Evidence {
		for _, ref := range e.Controls {
			if list := w.evidenceOf[ref.To]; ref.To != nil && (len(list) == 0 || list[len(list)-1] != e) {
				w.evidenceOf[ref.To] = append(list, e)
			}
		}
	}
	for _, c := range w.Program.Controls {
		for _, o := range w.occurrences(c) {
			for _, e := range o.Evidence {
				w.shows[e] = append(w.shows[e], shown{c, o})
			}
		}
	}
}

// report files the findings under what they are about.
func (w *writer) report() {
	for _, f := range w.Report.Findings {
		key := strings.ToLower(f.Record)
		w.findings[key] = append(w.findings[key], f)
	}
}

// missingOccurrence is the rule whose findings the bundle shows window by window.
const missingOccurrence = "missing-occurrence"

func (w *writer) occurrences(c *program.Control) []trace.Occurrence {
	if s := w.Schedules[c]; s != nil {
		return s.Occurrences
	}
	return nil
}

// text returns words of the interface, where code chooses which. Without a theme there are none, and nothing is printed. A key
// that the theme does not have fails the bundle once its pages are rendered.
func (w *writer) text(key string, args ...any) string {
	if w.theme == nil {
		return ""
	}
	word, err := w.theme.Word(w.lang, key, args...)
	if err != nil {
		w.unspoken.CompareAndSwap(nil, &err)
	}
	return word
}

// chosen prints a word out of a fixed list of a field: the word of the interface for it, else as it is written.
func (w *writer) chosen(of string) string {
	if of == "" || w.theme == nil {
		return ""
	}
	word, err := w.theme.Word(w.lang, theme.ValueKey(of))
	if err != nil {
		return of
	}
	return word
}

func itoa(n int) string { return strconv.Itoa(n) }
