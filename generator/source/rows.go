package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// counter returns the way to count the rows of a format, or nil: data rows of CSV without its header, items of a JSON list, be it wrapped
// as interfaces of programs wrap it, values of JSON Lines. Nobody says which format it is but the file's name.
func counter(ext string) func(io.Reader) (int64, error) {
	switch strings.ToLower(ext) {
	case ".csv", ".tsv":
		return csvRows
	case ".json":
		return jsonItems
	case ".jsonl", ".ndjson":
		return jsonLines
	}
	return nil
}

// Text returns what a text says as UTF-8. UTF-16, as spreadsheets and shells of Windows write it, is known by its byte order mark, of
// which nothing is handed on.
func Text(r io.Reader) io.Reader {
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}

// unixLines reads a text with every carriage return as an end of line: alone it is one, as spreadsheets for the Mac write it, and
// before another one it only makes an empty line, which is no row.
type unixLines struct{ io.Reader }

func (u unixLines) Read(b []byte) (int, error) {
	n, err := u.Reader.Read(b)
	for i, c := range b[:n] {
		if c == '\r' {
			b[i] = '\n'
		}
	}
	return n, err
}

// csvRows counts the rows below the header. Which character stands between cells is told from the header: commas, semicolons where a
// comma is the decimal sign, tabs, bars.
func csvRows(r io.Reader) (int64, error) {
	in := bufio.NewReaderSize(unixLines{Text(r)}, firstLook)
	beginning, err := in.Peek(firstLook)
	if err != nil && !errors.Is(err, io.EOF) {
		return -1, err
	}
	comma, announced := separator(beginning)
	rows := rowsOf(in, comma)
	n := int64(-1) // the header
	if announced {
		n--
	}
	for {
		_, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return max(n, 0), nil
		}
		if err != nil {
			return -1, err
		}
		n++
	}
}

// rowsOf reads rows as they are, be they as long as the header or not.
func rowsOf(in io.Reader, comma rune) *csv.Reader {
	rows := csv.NewReader(in)
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes, rows.ReuseRecord = comma, -1, true, true
	return rows
}

// Rows gives the rows of a table in a text, the header first, as far as they can be read. A row is good until the next one.
func Rows(text string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		comma, announced := separator([]byte(text))
		rows := rowsOf(unixLines{strings.NewReader(text)}, comma)
		for {
			row, err := rows.Read()
			switch {
			case err != nil:
				return
			case announced:
				announced = false
			case !yield(row):
				return
			}
		}
	}
}

// firstLook is how much of a text is looked at to tell what stands between its cells.
const firstLook = 4096

var separators = []byte{',', ';', '\t', '|'}

// separator returns what stands between the cells of a text: what its first line announces, as "sep=;" does to a spreadsheet, else the
// separator that its first row has most of outside of quotes, the comma if it has none.
func separator(text []byte) (comma rune, announced bool) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	if told, ok := bytes.CutPrefix(bytes.TrimRight(line, "\r"), []byte("sep=")); ok && len(told) == 1 && slices.Contains(separators, told[0]) {
		return rune(told[0]), true
	}
	count := map[byte]int{}
	quoted := false
	for _, c := range bytes.TrimLeft(text, "\n") {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return most(count), false
		default:
			count[c]++
		}
	}
	return most(count), false
}

func most(count map[byte]int) rune {
	best := separators[0]
	for _, c := range separators {
		if count[c] > count[best] {
			best = c
		}
	}
	return rune(best)
}

// wrappers are the keys under which interfaces of programs hand out a list, in small letters: {"items": [...], "next": ...}.
var wrappers = []string{"data", "entries", "items", "objects", "records", "resources", "results", "rows", "value", "values"}

// jsonItems counts the items of a list, or of the one list of an object if it stands under a key that wraps lists; of several such
// documents, which are the pages of one list, the items of all. Other documents have no rows.
func jsonItems(r io.Reader) (int64, error) {
	in := json.NewDecoder(Text(r))
	total := int64(-1)
	for {
		t, err := in.Token()
		if errors.Is(err, io.EOF) {
			return total, nil
		}
		n := int64(-1)
		switch {
		case err != nil:
		case t == json.Delim('['):
			n, err = items(in)
		case t == json.Delim('{'):
			n, err = itemsWithin(in)
		}
		if err != nil || n < 0 {
			return -1, err
		}
		total = max(total, 0) + n
	}
}

// items counts what is left of a list that was opened, and reads over its end.
func items(in *json.Decoder) (int64, error) {
	var n int64
	for ; in.More(); n++ {
		if err := pass(in); err != nil {
			return -1, err
		}
	}
	_, err := in.Token()
	return n, err
}

// itemsWithin counts the items of the list in an object that was opened, and reads over its end. It is -1 if there is none, or more than one.
func itemsWithin(in *json.Decoder) (int64, error) {
	rows, lists := int64(-1), 0
	for in.More() {
		key, err := in.Token()
		if err != nil {
			return -1, err
		}
		n, err := listed(in)
		if err != nil {
			return -1, err
		}
		if n < 0 {
			continue
		}
		lists++
		if name, _ := key.(string); slices.Contains(wrappers, strings.ToLower(name)) {
			rows = n
		}
	}
	_, err := in.Token()
	if lists != 1 {
		rows = -1
	}
	return rows, err
}

// listed reads over a value, and counts its items if it is a list.
func listed(in *json.Decoder) (int64, error) {
	switch t, err := in.Token(); {
	case err != nil:
		return -1, err
	case t == json.Delim('['):
		return items(in)
	case t == json.Delim('{'):
		return -1, leave(in, 1)
	}
	return -1, nil
}

// pass reads over a value, of which it holds one word at a time.
func pass(in *json.Decoder) error {
	t, err := in.Token()
	if err == nil && (t == json.Delim('[') || t == json.Delim('{')) {
		err = leave(in, 1)
	}
	return err
}

// leave reads to the end of what is that many levels deep.
func leave(in *json.Decoder, depth int) error {
	for depth > 0 {
		t, err := in.Token()
		switch {
		case errors.Is(err, io.EOF):
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		case t == json.Delim('[') || t == json.Delim('{'):
			depth++
		case t == json.Delim(']') || t == json.Delim('}'):
			depth--
		}
	}
	return nil
}

func jsonLines(r io.Reader) (int64, error) {
	in := json.NewDecoder(Text(r))
	for n := int64(0); ; n++ {
		if err := pass(in); errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return -1, err
		}
	}
}
