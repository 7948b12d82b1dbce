package diag

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteText prints a report for a person: each finding on a line that an editor can jump to, below it its hint and its related
// places, and last a line that counts; then what lies ahead, if that was asked for. A report with nothing in it prints nothing. With color, the position and the severity
// stand out; nothing else does.
func WriteText(w io.Writer, r Report, color bool) error {
	var b bytes.Buffer
	for _, f := range r.Findings {
		textFinding(&b, f, color)
	}
	if s := summary(r); s != "" {
		fmt.Fprintln(&b, s)
	}
	textHorizon(&b, r.Horizon, color)
	_, err := w.Write(b.Bytes())
	return err
}

func textFinding(b *bytes.Buffer, f Finding, color bool) {
	if p := position(f.Span); p != "" {
		fmt.Fprintf(b, "%s ", paint(p+":", bold, color))
	}
	fmt.Fprintf(b, "%s %s [%s]\n", paint(f.Severity.String()+":", colors[f.Severity], color), Visible(f.Message), Visible(ruleName(f)))
	if f.Hint != "" {
		fmt.Fprintf(b, "    hint: %s\n", Visible(f.Hint))
	}
	for _, rel := range f.Related {
		fmt.Fprintf(b, "    %s: %s\n", position(rel.Span), Visible(rel.Message))
	}
}

// position is "file:line:column", as much of it as is known.
func position(s Span) string {
	p := Visible(s.File)
	if s.Line > 0 {
		p += fmt.Sprintf(":%d:%d", s.Line, max(s.Column, 1))
	}
	return p
}

// ruleName is how a rule is known to people: by its name, and by its code if it has one yet.
func ruleName(f Finding) string {
	return strings.TrimSpace(f.Rule + " " + f.Code)
}

// summary counts what there is, "2 errors, 1 warning, 1 waived", and is empty if there is nothing.
func summary(r Report) string {
	var parts []string
	if n := r.Count(Error); n > 0 {
		parts = append(parts, plural(n, "error"))
	}
	if n := r.Count(Warning); n > 0 {
		parts = append(parts, plural(n, "warning"))
	}
	if n := len(r.Waived); n > 0 {
		parts = append(parts, fmt.Sprintf("%d waived", n))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

const bold = "1"

var colors = map[Severity]string{Warning: "1;33", Error: "1;31"}

// paint wraps our own words in an ANSI sequence; what comes from the input has been through visible before.
func paint(s, code string, color bool) string {
	if !color || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Visible shows what a terminal would obey or hide. File names and quoted text come from whoever wrote the input: control
// characters could move the cursor or forge a line, bidirectional ones reverse what is read, and others are not seen at all. Each
// stands as its number, "<U+202E>", a byte that is not UTF-8 as "<0xFF>".
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			fmt.Fprintf(&b, "<0x%02X>", s[i])
		case hidden(r):
			fmt.Fprintf(&b, "<%U>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hidden reports whether a character is neither a letter, mark, number, sign nor space. Line and paragraph separators count as
// spaces in Unicode and are none here.
func hidden(r rune) bool {
	return !unicode.IsGraphic(r) || r == '\u2028' || r == '\u2029'
}
