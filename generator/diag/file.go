package diag

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// File turns byte offsets of one text into lines and columns.
type File struct {
	Name  string
	Text  []byte
	lines []int // offset of the first byte of each line
}

// NewFile indexes the lines of text, which end at "\n".
func NewFile(name string, text []byte) *File {
	lines := make([]int, 1, 1+bytes.Count(text, []byte{'\n'}))
	for at := 0; ; {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			return &File{name, text, lines}
		}
		at += n + 1
		lines = append(lines, at)
	}
}

// Span returns the place of the bytes from start to end. Offsets outside the text are moved to its nearest end.
func (f *File) Span(start, end int) Span {
	start = min(max(start, 0), len(f.Text))
	end = min(max(end, start), len(f.Text))
	s := Span{File: f.Name}
	s.Line, s.Column = f.place(start)
	s.EndLine, s.EndColumn = f.place(end)
	return s
}

func (f *File) place(offset int) (line, column int) {
	i := sort.SearchInts(f.lines, offset+1) - 1
	return i + 1, offset - f.lines[i] + 1
}

// Offset returns the byte offset of a line and a column that counts characters, both from 1, as the YAML parser reports them.
// A place outside the text is moved to its nearest end.
func (f *File) Offset(line, character int) int {
	line = min(max(line, 1), len(f.lines))
	at := f.lines[line-1]
	for ; character > 1 && at < len(f.Text) && f.Text[at] != '\n'; character-- {
		_, size := utf8.DecodeRune(f.Text[at:])
		at += size
	}
	return at
}

// Line returns the text of line n without its ending, or nil if there is no such line.
func (f *File) Line(n int) []byte {
	if n < 1 || n > len(f.lines) {
		return nil
	}
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return bytes.TrimRight(f.Text[f.lines[n-1]:end], "\r\n")
}

// InvalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func InvalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
