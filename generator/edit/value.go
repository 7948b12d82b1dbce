package edit

import (
	"fmt"
	"strings"

	"trustpress/generator/program"
)

// Quoted returns a text as a TOML string on one line.
func Quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Long returns a text as a TOML string, over as many lines as it has.
func Long(text string) string {
	if !strings.Contains(text, "\n") {
		return Quoted(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(strings.TrimPrefix(Quoted(line), `"`), `"`)
	}
	return `"""` + "\n" + strings.Join(lines, "\n") + "\n" + `"""`
}

// How many bytes a list has on one line, and on each of several.
const (
	listLength = 120
	listLine   = 110
)

// List returns texts as a TOML list, over as many lines as it needs, or "" if there are none.
func List(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = Quoted(text)
	}
	if one := "[" + strings.Join(out, ", ") + "]"; len(one) <= listLength {
		return one
	}
	var b strings.Builder
	width := 0
	for i, text := range out {
		if i == 0 || width+len(text) > listLine {
			b.WriteString("\n  ")
			width = 0
		} else {
			b.WriteString(" ")
		}
		b.WriteString(text + ",")
		width += len(text) + 2
	}
	return "[" + b.String() + "\n]"
}

// Period returns a period as a TOML table, or "" if it is none.
func Period(p program.Period) string {
	if p.IsZero() {
		return ""
	}
	return fmt.Sprintf("{ from = %s, to = %s }", p.From, p.To)
}
