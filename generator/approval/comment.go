package approval

import "strings"

// uncommented returns the parts of a Markdown text without the comments that stand on lines of their own. It takes away nothing that
// a reader could see: wherever a line would have to be understood to know whether a comment is one, it stays.
func uncommented(body string) []part {
	if !strings.Contains(body, "<!--") {
		return []part{{0, len(body)}}
	}
	var out []part
	var line place
	start := 0
	for at := 0; at < len(body); {
		rest := body[at:]
		if !line.comments() || !strings.HasPrefix(rest, "<!--") {
			length := lineEnd(rest)
			line.pass(strings.TrimSuffix(rest[:length], "\n"))
			at += length
			continue
		}
		length, alone := comment(rest)
		if alone {
			out = append(out, part{start, at})
			start = at + length
		}
		at += length
	}
	return append(out, part{start, len(body)})
}

// part is the bytes of a text from one to another.
type part struct{ start, end int }

// lineEnd returns how many bytes the first line of a text takes, with its end.
func lineEnd(text string) int {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// comment returns how many bytes the lines of the comment take that a text begins with, and whether nothing else stands in them.
// One that is never closed goes on to the end. Browsers also end one at "--!>", and show what follows.
func comment(text string) (length int, alone bool) {
	end := strings.Index(text, "-->")
	if end < 0 {
		return len(text), false
	}
	length = end + len("-->")
	length += lineEnd(text[length:])
	return length, blank(text[end+len("-->"):length]) && !strings.Contains(text[:end], "--!>")
}

func blank(text string) bool { return strings.Trim(text, " \t\r\n") == "" }

// place is where in a text a line stands.
type place struct {
	fence  string // of the code that it stands in, or ""
	unsure bool   // a line before it may have opened or closed something
}

// comments reports whether a line that begins with <!-- opens a comment.
func (p *place) comments() bool { return p.fence == "" && !p.unsure }

// pass takes note of a line.
func (p *place) pass(line string) {
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	switch fence := fence(text); {
	case indent > 3:
	case fence != "" && indent > 0, p.fence == "" && strings.HasPrefix(text, "<"):
		p.unsure = true
	case fence == "":
	case p.fence == "":
		if fence[0] == '~' || !strings.Contains(text[len(fence):], "`") {
			p.fence = fence
		}
	case strings.HasPrefix(fence, p.fence) && blank(text[len(fence):]):
		p.fence = ""
	}
}

// fence returns the three or more backticks or tildes that a line begins with, or "".
func fence(line string) string {
	for _, mark := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, mark)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}
