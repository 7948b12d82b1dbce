package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"trustpress/generator/diag"
)

// Piece is a part of a raw file of text, in UTF-8. Neighbours share some bytes, so that what stands where one ends is whole in the
// next. No more of a file than one piece is held, however large it is.
type Piece struct {
	Text        []byte // good until the next piece is read
	First, Last bool
	file        string
	line        int // where the text begins in the file
	column      int
	comma       rune     // between the cells of a table
	columns     []string // what they are called
}

const (
	pieceSize = 1 << 20
	shared    = 1 << 16 // bytes that a piece has in common with the next: twice as many as what is looked for may be long
)

// Owns reports whether what begins at a byte of the piece is this piece's to tell, and not that of a neighbour which holds it too.
func (p *Piece) Owns(at int) bool {
	return (p.First || at >= shared/2) && (p.Last || at < len(p.Text)-shared/2)
}

// Span returns where bytes of the piece stand in the file.
func (p *Piece) Span(start, end int) diag.Span {
	s := diag.NewFile(p.file, p.Text).Span(start, end)
	s.Line, s.Column = p.place(s.Line, s.Column)
	s.EndLine, s.EndColumn = p.place(s.EndLine, s.EndColumn)
	return s
}

func (p *Piece) place(line, column int) (int, int) {
	if line == 1 {
		column += p.column - 1
	}
	return line + p.line - 1, column
}

// Pieces reads a raw file of text piece by piece, and nothing of any other: by its first bytes, whatever its name. UTF-16 is read
// where the file says that it is. What is packed, as a workbook or an archive, is not opened.
func Pieces(fsys fs.FS, name string, found func(p *Piece)) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReaderSize(Text(f), headSize)
	if beginning, err := in.Peek(headSize); err != nil && !errors.Is(err, io.EOF) || !printed(beginning) {
		return ignoreEnd(err)
	}
	p := &Piece{First: true, file: name, line: 1, column: 1}
	for {
		if err := p.fill(in); err != nil {
			return err
		}
		if found(p); p.Last {
			return nil
		}
		p.pass()
	}
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// fill reads on until the piece is full or the file ends.
func (p *Piece) fill(in *bufio.Reader) error {
	for len(p.Text) < pieceSize {
		p.Text = slices.Grow(p.Text, 1)
		n, err := in.Read(p.Text[len(p.Text):min(cap(p.Text), pieceSize)])
		p.Text = p.Text[:len(p.Text)+n]
		if err != nil {
			p.Last = true
			return ignoreEnd(err)
		}
	}
	_, err := in.Peek(1)
	p.Last = err != nil
	return ignoreEnd(err)
}

// pass leaves of a piece what the next one shares with it.
func (p *Piece) pass() {
	gone := p.Text[:len(p.Text)-shared]
	if lines := bytes.Count(gone, []byte{'\n'}); lines > 0 {
		p.line, p.column = p.line+lines, 1
	}
	p.column += len(gone) - 1 - bytes.LastIndexByte(gone, '\n')
	p.Text, p.First = p.Text[:copy(p.Text, p.Text[len(gone):])], false
}

// printed reports whether a beginning holds none of the signs that no text has.
func printed(beginning []byte) bool {
	return !bytes.ContainsFunc(beginning, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\f\r\x1b", r) })
}

const headSize = 4096 // the first bytes of a file, by which it is known

// IsTable reports whether the file is a table, by its name.
func (p *Piece) IsTable() bool {
	ext := strings.ToLower(path.Ext(p.file))
	return ext == ".csv" || ext == ".tsv"
}

// whole returns where the first line begins that is whole in the piece.
func (p *Piece) whole() int {
	if p.First {
		return 0
	}
	return bytes.IndexByte(p.Text, '\n') + 1
}

// Lines returns where the lines that are whole in the piece begin and end.
func (p *Piece) Lines() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for start := p.whole(); start < len(p.Text); {
			n := bytes.IndexByte(p.Text[start:], '\n')
			if n < 0 && !p.Last {
				return
			}
			if n < 0 {
				n = len(p.Text) - start
			}
			if !yield(start, start+n) {
				return
			}
			start += n + 1
		}
	}
}

// Cells gives the cells of a table, each with what its column is called in the first row and where in the piece it begins; of a file that is
// none, nothing. The first row of a later piece is told with the piece before.
func (p *Piece) Cells(found func(column, cell string, at int)) {
	if !p.IsTable() {
		return
	}
	announced := false
	if p.First {
		p.comma, announced = separator(p.Text)
	}
	before := p.whole()
	text := p.Text[before:]
	lines := lineStarts(text)
	rows := rowsOf(bytes.NewReader(text), p.comma)
	for {
		row, err := rows.Read()
		switch {
		case err != nil:
			return // the rule about rows says so
		case announced:
			announced = false
			continue
		case p.columns == nil:
			p.columns = slices.Clone(row)
			continue
		}
		for i, cell := range row[:min(len(row), len(p.columns))] {
			line, column := rows.FieldPos(i)
			at := lines[line-1] + column - 1
			if at < len(text) && text[at] == '"' {
				at++
			}
			found(p.columns[i], cell, before+at)
		}
	}
}

func lineStarts(text []byte) []int {
	out := []int{0}
	for i, c := range text {
		if c == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}
