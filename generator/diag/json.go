package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// The shape of --format json. Programs read it: a field may be added, never renamed, moved or left out.
type jsonReport struct {
	Findings []jsonFinding `json:"findings"`
	Waived   []jsonWaived  `json:"waived"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Horizon  *[]jsonDate   `json:"horizon,omitempty"`
}

type jsonFinding struct {
	Code      string        `json:"code"`
	Rule      string        `json:"rule"`
	Severity  string        `json:"severity"`
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"end_line"`
	EndColumn int           `json:"end_column"`
	Message   string        `json:"message"`
	Hint      string        `json:"hint"`
	Related   []jsonRelated `json:"related"`
}

type jsonDate struct {
	Day    string `json:"day"`
	Days   int    `json:"days"`
	What   string `json:"what"`
	Record string `json:"record"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type jsonWaived struct {
	jsonFinding
	Waiver jsonWaiver `json:"waiver"`
}

type jsonWaiver struct {
	Place   string `json:"place"`
	Reason  string `json:"reason"`
	Owner   string `json:"owner"`
	Expires string `json:"expires"`
}

// WriteJSON prints a report in its stable shape, on one line. A list without entries is [], never null; what lies ahead is there only if
// it was asked for.
func WriteJSON(w io.Writer, r Report) error {
	out := jsonReport{
		Findings: []jsonFinding{},
		Waived:   []jsonWaived{},
		Errors:   r.Count(Error),
		Warnings: r.Count(Warning),
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, newJSONFinding(f))
	}
	for _, v := range r.Waived {
		waiver := jsonWaiver{Place: v.Waiver, Reason: v.Reason, Owner: v.Owner, Expires: v.Expires}
		out.Waived = append(out.Waived, jsonWaived{newJSONFinding(v.Finding), waiver})
	}
	if r.Horizon != nil {
		dates := []jsonDate{}
		for _, d := range r.Horizon.Dates {
			dates = append(dates, jsonDate{d.Day, d.Days, d.What, d.Record, d.File, d.Line, d.Column})
		}
		out.Horizon = &dates
	}
	return encode(w, out)
}

func newJSONFinding(f Finding) jsonFinding {
	out := jsonFinding{
		Code: f.Code, Rule: f.Rule, Severity: f.Severity.String(),
		File: f.File, Line: f.Line, Column: f.Column, EndLine: f.EndLine, EndColumn: f.EndColumn,
		Message: f.Message, Hint: f.Hint, Related: []jsonRelated{},
	}
	for _, rel := range f.Related {
		out.Related = append(out.Related, jsonRelated{rel.File, rel.Line, rel.Column, rel.Message})
	}
	return out
}

// encode writes v as JSON and a newline. Characters that a terminal would obey or hide are written as \u escapes, which mean
// the same to a program.
func encode(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// escapeHidden escapes the hidden characters that an encoder leaves as they are. All of them are above ASCII's own, and so can
// only stand within a string.
func escapeHidden(text []byte) []byte {
	var out bytes.Buffer
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r < 0x7f || !hidden(r):
			out.Write(text[:n])
		case r > 0xffff:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
		text = text[n:]
	}
	return out.Bytes()
}
