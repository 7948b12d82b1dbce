package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"
)

// A word is told once, at its own place, wherever in a file it stands, and a name before it is in the same piece.
func TestPiecesTellOnce(t *testing.T) {
	for _, at := range []int{0, 5, pieceSize - shared/2 - 3, pieceSize - shared/2, pieceSize - shared, pieceSize - 4, pieceSize, 2*pieceSize - shared - 2, 3 * pieceSize} {
		for _, line := range []string{"0123456\n", "01234567"} {
			before := strings.Repeat(line, at/len(line)) + strings.Repeat("x", at%len(line))
			text := before + "NEEDLE" + strings.Repeat(line, 300_000)
			column := len(before) - strings.LastIndexByte(before, '\n')
			want := fmt.Sprintf("a.log %d:%d", strings.Count(before, "\n")+1, column)
			var got []string
			err := Pieces(fstest.MapFS{"a.log": {Data: []byte(text)}}, "a.log", func(p *Piece) {
				if i := strings.Index(string(p.Text), "NEEDLE"); i >= 0 && p.Owns(i) {
					s := p.Span(i, i+6)
					got = append(got, fmt.Sprintf("%s %d:%d", s.File, s.Line, s.Column))
				}
				if len(p.Text) > pieceSize {
					t.Errorf("a piece of %d bytes", len(p.Text))
				}
			})
			if err != nil || len(got) != 1 || got[0] != want {
				t.Errorf("at %d: got %q, want %q (%v)", at, got, want, err)
			}
		}
	}
}

func TestWhatIsRead(t *testing.T) {
	little, big := []byte{0xff, 0xfe}, []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune("på 😀\n")) {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""}, {"text", "på 😀\n", "på 😀\n"}, {"a mark before it", "\ufeffpå", "på"}, {"UTF-16", string(little), "på 😀\n"}, {"UTF-16 the other way", string(big), "på 😀\n"},
		{"Latin-1", "p\xe5", "p\xe5"}, {"a picture", "\x89PNG\r\n\x1a\n\x00", ""}, {"a workbook", "PK\x03\x04 text", ""}, {"a terminal's colours", "\x1b[31mred", "\x1b[31mred"},
	} {
		got := ""
		if err := Pieces(fstest.MapFS{"a": {Data: []byte(test.text)}}, "a", func(p *Piece) { got += string(p.Text) }); err != nil || got != test.want {
			t.Errorf("%s: %q, %v", test.name, got, err)
		}
	}
}
