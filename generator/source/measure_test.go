package source_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"trustpress/generator/source"
)

// utf16le is a text as spreadsheets and shells of Windows write it.
func utf16le(text string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return string(out)
}

func TestRowsAreCounted(t *testing.T) {
	const bom = "\ufeff"
	for _, c := range []struct {
		name, file, text string
		want             int64
	}{
		{"a header alone", "a.csv", "id,name\n", 0},
		{"nothing", "a.csv", "", 0},
		{"no end of the last line", "a.csv", "id,name\n1,A\n2,B", 2},
		{"blank lines", "a.csv", "id,name\n\n1,A\n\n\n2,B\n\n", 2},
		{"the line ends of Windows", "a.CSV", "id,name\r\n1,A\r\n2,B\r\n", 2},
		{"the line ends of old", "a.csv", "id,name\r1,A\r2,B\r", 2},
		{"a line end in quotes", "a.csv", "id,note\n1,\"one\ntwo\n\nthree\"\n2,B\n", 2},
		{"the same on Windows", "a.csv", "id,note\r\n1,\"one\r\ntwo\"\r\n2,B\r\n", 2},
		{"quotes in quotes", "a.csv", "id,note\n1,\"he said \"\"no\"\", twice\n\"\n2,B\n", 2},
		{"a quote within a cell", "a.csv", "id,size\n1,5\" disk\n2,7\" disk\n", 2},
		{"semicolons", "a.csv", "id;note;sum\n1;\"one\ntwo\";1,50\n2;B;2,50\n", 2},
		{"semicolons and a mark", "a.csv", bom + "\"id;\nnumber\";\"note\"\n1;\"one\ntwo\"\n", 1},
		{"an announced separator", "a.csv", "sep=;\r\nid;note\r\n1;\"one\r\ntwo\"\r\n", 1},
		{"a mark", "a.csv", bom + "\"the\nid\",name\n1,A\n", 1},
		{"tabs", "a.tsv", "id\tnote\n1\t\"one\ntwo\"\n", 1},
		{"bars", "a.csv", "id|note\n1|\"one\ntwo\"\n", 1},
		{"UTF-16", "a.csv", utf16le("id\tnote\r\n1\t\"ett\r\ntvå\"\r\n2\tåäö\r\n"), 2},
		{"one column", "a.csv", "id\n1\n2\n3\n", 3},
		{"a list", "a.json", `[{"a": [1, 2]}, {}, 3]`, 3},
		{"an empty list", "a.json", `[]`, 0},
		{"a list with a mark", "a.json", bom + `[1]`, 1},
		{"a list in UTF-16", "a.json", utf16le(`["å", "ä"]`), 2},
		{"pages of a list", "a.json", "[1, 2]\n[3]\n", 3},
		{"a wrapped list", "a.json", `{"next": null, "meta": {"list": [1, 2]}, "items": [{"a": []}, {"b": {}}]}`, 2},
		{"an empty wrapped list", "a.json", `{"value": []}`, 0},
		{"pages of wrapped lists", "a.json", `{"Resources": [1, 2], "total": 3} {"Resources": [3], "total": 3}`, 3},
		{"a list under another key", "a.json", `{"exceptions": [1, 2]}`, -1},
		{"two lists", "a.json", `{"items": [1], "errors": [2]}`, -1},
		{"settings", "a.json", `{"mfa": "required"}`, -1},
		{"a word", "a.json", `"word"`, -1},
		{"nothing", "a.json", ``, -1},
		{"half a list", "a.json", `[1, 2`, -1},
		{"half a wrapped list", "a.json", `{"items": [1, 2`, -1},
		{"lines", "a.jsonl", "{\"a\": [1]}\n{\"a\": {\"b\": 2}}\n\n3\n", 3},
		{"lines in UTF-16", "a.ndjson", utf16le("{}\r\n{}\r\n"), 2},
		{"half a line", "a.jsonl", "{}\n{", -1},
		{"a picture", "a.png", "PNG", -1},
	} {
		facts, err := source.Measure(fstest.MapFS{c.file: {Data: []byte(c.text)}}, c.file)
		if err != nil || facts.Rows != c.want || facts.Size != int64(len(c.text)) {
			t.Errorf("%s: %d rows of %d bytes, %v; want %d", c.name, facts.Rows, facts.Size, err, c.want)
		}
	}
}

func TestManyRowsAreCounted(t *testing.T) {
	text := "id;note\n" + strings.Repeat("1;\"one\ntwo\"\n", 10000)
	facts, err := source.Measure(fstest.MapFS{"a.csv": {Data: []byte(text)}}, "a.csv")
	if err != nil || facts.Rows != 10000 {
		t.Errorf("%d rows, %v", facts.Rows, err)
	}
}

func TestSampleIsUTF8(t *testing.T) {
	if got := source.Sample(fstest.MapFS{"a.csv": {Data: []byte(utf16le("e-post\r\nå@example.com"))}}, "a.csv"); got != "e-post\r\nå@example.com" {
		t.Errorf("got %q", got)
	}
}

func TestRewrittenLineEnds(t *testing.T) {
	for _, c := range []struct {
		recorded, now string
		want          bool
	}{
		{"a\nb\n", "a\r\nb\r\n", true},
		{"a\r\nb\r\n", "a\nb\n", true},
		{"a\r\rb\r\n\r", "a\r\rb\n\r", true},
		{"a\nb", "a\r\nb", true},
		{"a\nb\n", "a\r\nc\r\n", false},
		{"a\nb\n", "a\nb", false},
		{"", "\n", false},
	} {
		sum := sha256.Sum256([]byte(c.recorded))
		got, err := source.Rewritten(fstest.MapFS{"a.csv": {Data: []byte(c.now)}}, "a.csv", strings.ToUpper(hex.EncodeToString(sum[:])))
		if err != nil || got != c.want {
			t.Errorf("%q recorded, %q there: %t, %v", c.recorded, c.now, got, err)
		}
	}
	if _, err := source.Rewritten(fstest.MapFS{}, "a.csv", ""); err == nil {
		t.Error("a file that is not there was read")
	}
}
