package redline

import (
	"slices"
	"strings"
)

// Span is a stretch of text with one fate.
type Span struct {
	Op   Op     `json:"op"` // Same, Inserted or Deleted
	Text string `json:"text"`
}

// Block is a block that differs, for a reader without HTML.
type Block struct {
	Change  string `json:"change"` // the anchor of its change; of a mark, that of the change at the new place
	Op      Op     `json:"op"`
	Kind    Kind   `json:"kind"`
	Was     *Kind  `json:"was,omitempty"` // the kind that it had
	Section string `json:"section,omitempty"`
	Spans   []Span `json:"spans"`
}

// Blocks returns the blocks that differ, in the order of the page.
func (r *Redline) Blocks() []Block {
	out := []Block{}
	for k := range r.entries {
		if e := &r.entries[k]; e.op != Same {
			out = append(out, Block{r.Changes[e.hunk].ID, e.op, e.leaf.kind, e.was, e.section, e.spans()})
		}
	}
	return out
}

// spans returns the words of an entry as plain text: cells of a row stand apart by a bar, lines of code by their ends.
func (e *entry) spans() []Span {
	if e.op == MovedAway {
		return []Span{{Same, e.leaf.plain()}}
	}
	w := spanWriter{code: e.leaf.kind.Name == Code}
	for k, c := range e.cells {
		if k > 0 && !w.code {
			w.add(Same, " | ")
		}
		w.begun = false
		for _, r := range c.runs {
			w.run(r)
		}
	}
	w.finish()
	return w.out
}

type spanWriter struct {
	out   []Span
	op    Op
	text  strings.Builder // of the last span
	begun bool            // a word stands in the cell
	code  bool
}

// run adds the words of a run. The white space before them is nobody's, so that marks around a span hold words alone.
func (w *spanWriter) run(r run) {
	for i, t := range r.tokens {
		text, end := t.text, ""
		if w.code {
			text, end = strings.TrimSuffix(text, "\n"), text[len(strings.TrimSuffix(text, "\n")):]
		}
		if r.form && i == len(r.tokens)-1 {
			text += t.signs()
		}
		if t.space && w.begun {
			op := r.op
			if i == 0 {
				op = Same
			}
			w.add(op, " ")
		}
		w.add(r.op, text)
		w.add(Same, end)
		w.begun = true
	}
}

// signs tells in plain text how words are set: where their link leads, or the signs of Markdown.
func (t token) signs() string {
	var out []string
	for m := t.mark; m != nil; m = m.up {
		switch {
		case m.name == "a":
			out = append(out, m.link)
		case m.name != "span":
			out = append(out, m.name)
		}
	}
	if len(out) == 0 {
		return ""
	}
	slices.Reverse(out)
	return " (" + strings.Join(out, ", ") + ")"
}

func (w *spanWriter) add(op Op, text string) {
	if text == "" {
		return
	}
	if op != w.op {
		w.finish()
		w.op = op
	}
	w.text.WriteString(text)
}

func (w *spanWriter) finish() {
	if w.text.Len() > 0 {
		w.out = append(w.out, Span{w.op, w.text.String()})
		w.text.Reset()
	}
}

// plain returns the text of a leaf.
func (l *leaf) plain() string {
	e := whole(l, Same)
	var out strings.Builder
	for _, s := range e.spans() {
		out.WriteString(s.Text)
	}
	return out.String()
}

// Text returns what differs for a terminal: each block that differs, below the heading that it stands under. mark writes the words of a
// span; of those that did not change in a long block, the ends next to a change are shown. With a nil mark, Marked is taken. said
// begins a line for each kind of change; of its words Moved, MovedAway and Was are taken.
func (r *Redline) Text(w Words, mark func(Span) string) string {
	if mark == nil {
		mark = Marked
	}
	var out strings.Builder
	section, last := "", Block{}
	for _, b := range r.Blocks() {
		if b.Section != section && b.Section != "" && b.Kind.Name != Heading {
			out.WriteString("# " + mark(Span{Same, b.Section}) + "\n\n")
		}
		if b.Op != Moved || last.Op != Moved || b.Change != last.Change {
			out.WriteString(b.lead(w))
		}
		section, last = b.Section, b
		out.WriteString(b.text(mark) + "\n\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func (b Block) text(mark func(Span) string) string {
	var out strings.Builder
	for k, s := range b.Spans {
		switch {
		case b.Op == MovedAway:
			s.Text = beginning(s.Text)
		case s.Op == Same && b.Kind.Name == Code:
			s.Text = ends(s.Text, "\n", nearby, k > 0, k+1 < len(b.Spans))
		case s.Op == Same:
			s.Text = ends(s.Text, " ", beside, k > 0, k+1 < len(b.Spans))
		}
		out.WriteString(mark(s))
	}
	return strings.TrimRight(out.String(), " \n")
}

// lead says before a block what its words do not show.
func (b Block) lead(w Words) string {
	var out []string
	switch b.Op {
	case Moved:
		out = append(out, w.Moved)
	case MovedAway:
		out = append(out, w.MovedAway)
	}
	if b.Was != nil {
		out = append(out, w.was(*b.Was, b.Kind))
	}
	if out = slices.DeleteFunc(out, func(s string) bool { return s == "" }); len(out) == 0 {
		return ""
	}
	return "(" + strings.TrimSuffix(strings.Join(out, "; "), ":") + ") "
}

// Marked is a span with signs around it that need no colour.
func Marked(s Span) string {
	switch s.Op {
	case Inserted:
		return "{+" + s.Text + "+}"
	case Deleted:
		return "[-" + s.Text + "-]"
	}
	return s.Text
}

// beside is how many words that did not change are shown next to a change, nearby how many lines of code; namedBy is how many words
// tell which block moved away.
const beside, nearby, namedBy = 10, 2, 8

// ends shortens text that did not change to what stands next to a change.
func ends(text, end string, keep int, after, before bool) string {
	parts := slices.DeleteFunc(strings.SplitAfter(text, end), func(part string) bool { return part == "" })
	first, last := 0, len(parts)
	if after {
		first = keep
	}
	if before {
		last -= keep
	}
	if first == 0 && last == len(parts) || last-first <= 2 {
		return text
	}
	return strings.Join(parts[:first], "") + "…" + end + strings.Join(parts[last:], "")
}

// beginning returns the first words of a text.
func beginning(text string) string {
	words := strings.Fields(text)
	if len(words) <= namedBy {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:namedBy], " ") + " …"
}
