// Package diag owns what the program says about an author's input: a position, a rule, a severity, a sentence and a hint. It
// sorts findings and prints them as text, JSON, SARIF 2.1.0 and GitHub annotations.
//
// It refuses to judge: which rule exists, how severe it is and what it blocks is written in package check. A failure of the
// program itself is a Go error and never a finding; a defect of the input is a finding and never a Go error.
package diag

import (
	"cmp"
	"slices"
	"sync"
)

// Span is a range of bytes in one file. Lines and columns count from 1, columns in bytes; the end is exclusive. File is
// relative to the directory of site.toml and uses slashes.
type Span struct {
	File      string
	Line      int
	Column    int
	EndLine   int
	EndColumn int
}

// Start returns the span of the first byte of a file, where a finding about the file as a whole stands.
func Start(file string) Span {
	return Span{File: file, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
}

// Before reports whether s stands before t: by file, then line, then column.
func (s Span) Before(t Span) bool { return s.Compare(t) < 0 }

// Compare orders places by file, then line, then column.
func (s Span) Compare(t Span) int {
	return cmp.Or(cmp.Compare(s.File, t.File), cmp.Compare(s.Line, t.Line), cmp.Compare(s.Column, t.Column),
		cmp.Compare(s.EndLine, t.EndLine), cmp.Compare(s.EndColumn, t.EndColumn))
}

// Severity says what a finding means for the outputs.
type Severity uint8

const (
	// Off silences a rule; only a warning can be turned off.
	Off Severity = iota
	// Warning marks what is not there yet: it is shown as a gap and blocks nothing.
	Warning
	// Error marks what would make an output false, broken or leaking.
	Error
)

func (s Severity) String() string {
	return [...]string{"off", "warning", "error"}[s]
}

// Rule is what a finding's rule is known by from outside. Codes and names never change.
type Rule struct {
	Code     string   // "TP201": "TP", the stage, the place within the stage
	Name     string   // "unknown-criterion"
	Severity Severity // as delivered; a site may raise, lower or silence a warning
	Blocks   []string // the outputs that an error keeps from being written
	Waivable bool
	Says     string // one sentence: what the author did
}

// Finding is one defect of the input, at its place.
type Finding struct {
	Rule     string // the rule's name
	Code     string // filled in from the rule when the findings are judged
	Severity Severity
	Blocks   []string // the outputs that it keeps from being written
	Span
	Message string // a sentence without capital and full stop
	Hint    string // what to do about it, or ""
	Related []Related
	Record  string // the id of the record it is about, or ""
	At      string // the window ("2026-01-01") or version ("1.2") of the record, or the criterion ("tsc:CC6.1") that it is about, or ""
}

// Related is another place that explains a finding.
type Related struct {
	Span
	Message string
}

// Compare orders findings by place, then code, then message, so that one input always prints one text.
func Compare(a, b Finding) int {
	return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message), cmp.Compare(a.Record, b.Record), cmp.Compare(a.At, b.At), cmp.Compare(a.Hint, b.Hint))
}

// Log collects findings from many goroutines. The zero Log is ready to use.
type Log struct {
	mu       sync.Mutex
	findings []Finding
}

// Add records findings.
func (l *Log) Add(f ...Finding) {
	if len(f) == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.findings = append(l.findings, f...)
}

// Findings returns what was recorded, sorted, each once.
func (l *Log) Findings() []Finding {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := slices.Clone(l.findings)
	slices.SortFunc(out, Compare)
	return slices.CompactFunc(out, func(a, b Finding) bool { return Compare(a, b) == 0 })
}

// Report is the judged outcome of one run.
type Report struct {
	Findings []Finding // sorted; what stands against the site
	Waived   []Waived  // sorted; what a waiver record accepts
	Horizon  *Horizon  // nil unless it was asked for
}

// Waived is a finding that a waiver record accepts.
type Waived struct {
	Finding
	Waiver  string // the waiver's place, "content/waivers.toml:3"
	Reason  string
	Owner   string
	Expires string // ISO 8601 date
}

// Count returns how many findings have the severity.
func (r Report) Count(s Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}
