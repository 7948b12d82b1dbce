package main

import (
	"cmp"
	"fmt"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/handbook"
	"trustpress/generator/redline"
)

// diffText prints a comparison for a person.
type diffText struct {
	*terminal
	stat bool // which documents changed, and not what changed in them
}

func (p diffText) comparison(c *handbook.Comparison, from, to string) string {
	if len(c.Documents) == 0 {
		return fmt.Sprintf("nothing changed from %s to %s\n", from, to)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s to %s: %s\n", from, to, counted(c))
	for i, d := range c.Documents {
		if i == 0 || !p.stat {
			b.WriteByte('\n')
		}
		b.WriteString(p.document(d))
	}
	return b.String()
}

// counted counts the documents by what became of them: "2 changed, 1 new, 5 unchanged".
func counted(c *handbook.Comparison) string {
	of := map[string]int{}
	for _, d := range c.Documents {
		of[d.What]++
	}
	var parts []string
	for _, what := range []string{handbook.Changed, handbook.Renamed, handbook.Added, handbook.Removed} {
		if of[what] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", of[what], verdicts[what]))
		}
	}
	if c.Unchanged > 0 {
		parts = append(parts, fmt.Sprintf("%d unchanged", c.Unchanged))
	}
	return strings.Join(parts, ", ")
}

// document prints what became of one document, and below that the blocks that changed.
func (p diffText) document(d handbook.Difference) string {
	now := d.Now()
	out := p.paint(bold, diag.Visible(now.ID+" "+now.Title)) + ": " + told(d) + "\n"
	if text := d.Text(diffWords, p.mark); text != "" && !p.stat {
		out += "\n" + setOff(text)
	}
	return out
}

// told says what became of a document, in one line.
func told(d handbook.Difference) string {
	out := []string{verdicts[d.What]}
	if id := d.FormerID(); id != "" {
		out = append(out, "was "+diag.Visible(id))
	}
	switch was, is := d.Versions(); {
	case was != "" && is != "" && was != is:
		out = append(out, "version "+diag.Visible(was+" to "+is))
	case d.What != handbook.Changed && was+is != "" && (was == "" || is == "" || was == is):
		out = append(out, "version "+diag.Visible(cmp.Or(is, was)))
	}
	if c := d.Counts(); c != nil {
		out = append(out, measured(d, c)...)
	}
	return strings.Join(out, ", ")
}

// measured says how much of a document changed.
func measured(d handbook.Difference, c *redline.Counts) []string {
	var out []string
	if c.WordsInserted > 0 {
		out = append(out, number(c.WordsInserted, "word")+" inserted")
	}
	if c.WordsDeleted > 0 {
		out = append(out, number(c.WordsDeleted, "word")+" deleted")
	}
	if c.BlocksMoved > 0 {
		out = append(out, number(c.BlocksMoved, "block")+" moved")
	}
	switch {
	case len(d.Changes()) == 0:
		return []string{"reads as before"}
	case len(out) == 0:
		return []string{"no word inserted or deleted"}
	}
	return out
}

func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// mark writes the words of a span between signs that need no colour, and each of its lines in a colour of its own where there is one.
func (p diffText) mark(s redline.Span) string {
	style := map[redline.Op]string{redline.Inserted: green, redline.Deleted: red}[s.Op]
	lines := strings.Split(strings.ReplaceAll(s.Text, "\t", "    "), "\n")
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	s.Text = strings.Join(lines, "\n")
	lines = strings.Split(redline.Marked(s), "\n")
	for i := range lines {
		lines[i] = p.paint(style, lines[i])
	}
	return strings.Join(lines, "\n")
}

// setOff indents the lines of a text.
func setOff(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// diffWords are said beside the words of a document.
var diffWords = redline.Words{Moved: "moved here", MovedAway: "moved from here", Was: "was", Level: "level", Kinds: func() map[redline.Name]string {
	out := map[redline.Name]string{}
	for _, name := range redline.Names {
		out[name] = string(name)
	}
	return out
}()}
