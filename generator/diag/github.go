package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub prints each finding as a workflow command, which GitHub Actions shows beside the line it is about. Columns are
// bytes, as everywhere in a report: GitHub does not say what it counts, and marks the whole line anyway. Waived findings are
// accepted and are not shown.
func WriteGitHub(w io.Writer, r Report) error {
	var b bytes.Buffer
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "::%s %s::%s\n", githubLevel(f.Severity), githubProperties(f), escapeData(githubMessage(f)))
	}
	for _, d := range r.dates() {
		fmt.Fprintf(&b, "::notice %s::%s\n", githubPlace(d.Span, "horizon"), escapeData(fmt.Sprintf("%s (%s): %s", d.Day, d.Left(), d.Says())))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func githubLevel(s Severity) string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "notice"
}

// githubProperties says where. GitHub refuses columns of a range over several lines, and any position without a file.
func githubProperties(f Finding) string { return githubPlace(f.Span, ruleName(f)) }

func githubPlace(f Span, title string) string {
	var p []string
	add := func(name string, value any) {
		p = append(p, name+"="+escapeProperty(fmt.Sprint(value)))
	}
	if f.File != "" {
		add("file", f.File)
	}
	if f.File != "" && f.Line > 0 {
		oneLine := f.EndLine <= f.Line
		add("line", f.Line)
		if oneLine && f.Column > 0 {
			add("col", f.Column)
		}
		add("endLine", max(f.Line, f.EndLine))
		if oneLine && f.Column > 0 {
			add("endColumn", max(f.Column, f.EndColumn))
		}
	}
	add("title", title)
	return strings.Join(p, ",")
}

// githubMessage is the finding with its hint and related places, a line each.
func githubMessage(f Finding) string {
	lines := []string{f.Message}
	if f.Hint != "" {
		lines = append(lines, "hint: "+f.Hint)
	}
	for _, rel := range f.Related {
		lines = append(lines, position(rel.Span)+": "+rel.Message)
	}
	return strings.Join(lines, "\n")
}

var (
	data     = strings.NewReplacer("%", "%25", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// escapeData and escapeProperty are the escapes of workflow commands. A line feed in them is data; whatever else a terminal
// would obey or hide is shown by its number, as in text.
func escapeData(s string) string     { return data.Replace(VisibleLines(s)) }
func escapeProperty(s string) string { return property.Replace(VisibleLines(s)) }

// VisibleLines is Visible, but for line breaks. A carriage return is none: what follows it would be written over the line.
func VisibleLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = Visible(line)
	}
	return strings.Join(lines, "\n")
}
