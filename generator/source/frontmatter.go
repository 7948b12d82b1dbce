package source

import (
	"bytes"
	"slices"

	"github.com/adrg/frontmatter"

	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// matter is front matter as the cutter found it: its format and how many bytes lie between the fences.
type matter struct {
	format string
	length int
}

var (
	formats = []*frontmatter.Format{format("---", "---", "yaml"), format("---yaml", "---", "yaml"), format("+++", "+++", "toml"),
		format("---toml", "---", "toml"), format(";;;", ";;;", "json"), format("---json", "---", "json"), braces}
	braces = &frontmatter.Format{Start: "{", End: "}", Unmarshal: keep("json"), UnmarshalDelims: true, RequiresNewLine: true}
)

func format(start, end, name string) *frontmatter.Format {
	return frontmatter.NewFormat(start, end, keep(name))
}

// keep makes the cutter leave the bytes alone: they are decoded from the file itself, so that every place is a place in it.
func keep(format string) frontmatter.UnmarshalFunc {
	return func(data []byte, into any) error {
		*into.(*matter) = matter{format, len(data)}
		return nil
	}
}

// document cuts a Markdown file, and blanks its front matter in place: an offset in the prose is an offset in the file.
func document(file *diag.File, log *diag.Log) *Document {
	doc := &Document{File: file, Fields: node.Empty(diag.Start(file.Name))}
	start := bom(file.Text)
	blank(file.Text[:start])
	fence, first := opening(file.Text, start)
	var m matter
	head := header(file.Text, fence, first)
	rest, err := frontmatter.Parse(bytes.NewReader(file.Text[start:head]), &m, formats...)
	if err != nil || m.format == "" {
		doc.Bare = true
		if fence != "" {
			doc.Broken = true
			log.Add(diag.Finding{Rule: "invalid-front-matter", Span: file.Span(first, first+len(fence)),
				Message: "the front matter that begins here is never closed", Hint: "put " + closingFence(fence) + " after it"})
		}
		return doc
	}
	from := first
	if fence != "{" {
		from += bytes.IndexByte(file.Text[first:], '\n') + 1
	}
	var findings []diag.Finding
	if m.format == "toml" {
		doc.Fields, findings = node.TOML(file, from, from+m.length, "invalid-front-matter")
	} else {
		doc.Fields, findings = node.YAML(file, from, from+m.length, "invalid-front-matter")
	}
	log.Add(findings...)
	doc.Broken = len(findings) > 0
	blank(file.Text[:head-len(rest)])
	return doc
}

// opening returns the fence that a file begins with, if its first line that is not blank is one, and the line's offset.
func opening(text []byte, start int) (fence string, offset int) {
	for offset = start; offset < len(text); {
		line, _, found := bytes.Cut(text[offset:], []byte("\n"))
		word := string(bytes.TrimSpace(line))
		if word == "" && found {
			offset += len(line) + 1
			continue
		}
		if slices.ContainsFunc(formats, func(f *frontmatter.Format) bool { return f.Start == word }) {
			return word, offset
		}
		break
	}
	return "", offset
}

// header returns how much of a file the cutter has to see: up to the line that closes the fence, not the prose below it. Braces
// close where a blank line follows, which is the cutter's to find.
func header(text []byte, fence string, offset int) int {
	if fence == "" {
		return min(offset, len(text))
	}
	end := []byte(closingFence(fence))
	for at := offset + len(fence); fence != "{" && at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		at = min(at+len(line)+1, len(text))
		if bytes.Equal(bytes.TrimSpace(line), end) {
			return at
		}
	}
	return len(text)
}

func closingFence(start string) string {
	if start == braces.Start {
		return "} and an empty line"
	}
	i := slices.IndexFunc(formats, func(f *frontmatter.Format) bool { return f.Start == start })
	return formats[i].End + " on a line of its own"
}

func blank(text []byte) {
	for i, b := range text {
		if b != '\n' {
			text[i] = ' '
		}
	}
}
