package tabular

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// readText reads a table out of a text.
func readText(tabs bool, text []byte) ([]Table, error) {
	decoded, err := decode(text)
	if err != nil {
		return nil, err
	}
	comma := separator(decoded)
	if told, rest, ok := declared(decoded); ok {
		// The line is a row in no spreadsheet, and yet Excel counts from the one below it.
		decoded, comma = rest, told
	}
	if tabs {
		comma = '\t'
	}
	if atMost(decoded, comma) > cellLimit {
		return nil, tooMany()
	}
	rows, err := records(decoded, comma)
	return []Table{{Rows: rows}}, err
}

// decode returns a text in UTF-8: as its byte order mark says, else UTF-16 if every other byte is zero, else UTF-8 if it is that,
// else Windows-1252, which is what Excel writes in western Europe.
func decode(text []byte) (string, error) {
	rest, bom := bytes.CutPrefix(text, []byte(byteOrderMark))
	switch {
	case bom:
		return string(rest), nil
	case bytes.HasPrefix(text, []byte{0xff, 0xfe}), wide(text, 1):
		return fromUTF16(bytes.TrimPrefix(text, []byte{0xff, 0xfe}), binary.LittleEndian), nil
	case bytes.HasPrefix(text, []byte{0xfe, 0xff}), wide(text, 0):
		return fromUTF16(bytes.TrimPrefix(text, []byte{0xfe, 0xff}), binary.BigEndian), nil
	case bytes.IndexByte(text, 0) >= 0:
		return "", errors.New("this is neither a workbook nor a text\nhint: send the list as .xlsx or CSV")
	case utf8.Valid(text):
		return string(text), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(text)
	return string(out), err
}

// wide reports whether the bytes at every other place of the beginning are mostly zero, as in UTF-16 without a mark.
func wide(text []byte, at int) bool {
	head, zero := text[:min(len(text), 512)&^1], 0
	for i := at; i < len(head); i += 2 {
		if head[i] == 0 {
			zero++
		}
	}
	return len(head) >= 4 && zero*4 > len(head)/2*3
}

func fromUTF16(text []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = order.Uint16(text[2*i:])
	}
	return string(utf16.Decode(units))
}

// declared cuts off the line by which Excel is told the separator: "sep=;".
func declared(text string) (separator rune, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimRight(line, "\r")
	if len(line) != len("sep=;") || !strings.EqualFold(line[:4], "sep=") || !strings.ContainsRune(",;\t", rune(line[4])) {
		return 0, text, false
	}
	return rune(line[4]), rest, true
}

// separator returns what separates the cells of a text: that of which most lines of its beginning hold the most, quoted cells aside.
func separator(text string) rune {
	best, most := ',', 0
	for _, sign := range []rune{',', ';', '\t'} {
		if n := lines(text, sign); n > most {
			best, most = sign, n
		}
	}
	return best
}

// lines counts how often a sign stands outside quotation marks, and counts a line that holds it for more.
func lines(text string, sign rune) int {
	const head, aLine = 1 << 16, 100
	count, quoted, seen := 0, false, false
	for _, r := range text[:min(len(text), head)] {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '\n':
			seen = false
		case r == sign && !seen:
			count, seen = count+aLine, true
		case r == sign:
			count++
		}
	}
	return count
}

// atMost returns how many cells a text has, or more. It is asked before any is made: thirty million commas are a small file.
func atMost(text string, comma rune) int {
	count, quoted := 0, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted && (rune(c) == comma || c == '\n'):
			count++
		}
	}
	return count + 1
}

// records reads the rows of a CSV file. A row has the number that a spreadsheet gives it, which empty lines count in.
func records(text string, comma rune) ([]Row, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	var out []Row
	number, line, end := 0, 1, int64(0) // the row before, the line after it, and where it ended
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, fmt.Errorf("line %d: %w\nhint: a cell that holds quotation marks stands in quotation marks, and doubles them; save the list from Excel as CSV UTF-8", bad.Line, bad.Err)
		}
		if err != nil {
			return nil, err
		}
		at, _ := r.FieldPos(0)
		number += 1 + at - line
		line = at + strings.Count(text[end:r.InputOffset()], "\n") - (at - line)
		end = r.InputOffset()
		if cells, err = tidy(number, cells); err != nil {
			return nil, err
		}
		if len(cells) > 0 && len(out) == rowLimit {
			return nil, tooLong()
		}
		if len(cells) > 0 {
			out = append(out, Row{Number: number, Cells: cells})
		}
	}
}
