package bag

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
)

func TestTagsAreTheStandard(t *testing.T) {
	payload := seal(t, entry("data/z.txt", "zz"), entry("data/a.txt", "a"))
	info := []Field{{"Source-Organization", "Exempel AB"}, {"External-Identifier", "exempel-2026-03-31"}, {"Bagging-Date", "2026-03-31"}}
	tags, err := Tags(payload, info)
	if err != nil {
		t.Fatal(err)
	}
	want := []Tag{
		{"bagit.txt", []byte("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")},
		{"bag-info.txt", []byte("Source-Organization: Exempel AB\nExternal-Identifier: exempel-2026-03-31\n" +
			"Bagging-Date: 2026-03-31\nPayload-Oxum: 3.2\n")},
		{"manifest-sha256.txt", fmt.Appendf(nil, "%x  data/a.txt\n%x  data/z.txt\n", sha256.Sum256([]byte("a")), sha256.Sum256([]byte("zz")))},
	}
	want = append(want, Tag{"tagmanifest-sha256.txt", fmt.Appendf(nil, "%x  bag-info.txt\n%x  bagit.txt\n%x  manifest-sha256.txt\n",
		sha256.Sum256(want[1].Bytes), sha256.Sum256(want[0].Bytes), sha256.Sum256(want[2].Bytes))})
	if len(tags) != len(want) {
		t.Fatalf("got %d tag files, want %d", len(tags), len(want))
	}
	for i := range want {
		if tags[i].Path != want[i].Path || string(tags[i].Bytes) != string(want[i].Bytes) {
			t.Errorf("got %s:\n%s\nwant %s:\n%s", tags[i].Path, tags[i].Bytes, want[i].Path, want[i].Bytes)
		}
	}
}

func TestTagFilesRefused(t *testing.T) {
	for _, path := range []string{"", "data/x", "Data/x", "bagit.txt", "BAG-INFO.txt", "tagmanifest-sha256.txt", "../x", "a b"} {
		if _, err := Tags(nil, nil, Tag{Path: path}); err == nil {
			t.Errorf("%q: got no error", path)
		}
	}
}

func TestFieldsRefused(t *testing.T) {
	tests := []struct {
		fields []Field
		want   string
	}{
		{[]Field{{"", "x"}}, "not a label"},
		{[]Field{{"A: B", "x"}}, "not a label"},
		{[]Field{{"A\nB", "x"}}, "not a label"},
		{[]Field{{"Contact-Name", ""}}, "no value"},
		{[]Field{{"Contact-Name", " \n "}}, "no value"},
		{[]Field{{"Contact-Name", "a\x00b"}}, "control character"},
		{[]Field{{"Contact-Name", "a\x1b[2Jb"}}, "control character"},
		{[]Field{{"Contact-Name", "a\xffb"}}, "not UTF-8"},
		{[]Field{{"Payload-Oxum", "1.1"}}, "not for the caller"},
		{[]Field{{"payload-oxum", "1.1"}}, "not for the caller"},
		{[]Field{{"Bagging-Date", "31 March"}}, "not YYYY-MM-DD"},
		{[]Field{{"Bagging-Date", "2026-02-30"}}, "not YYYY-MM-DD"},
		{[]Field{{"Bagging-Date", "2026-03-31"}, {"bagging-date", "2026-03-31"}}, "there twice"},
	}
	for _, test := range tests {
		if _, err := Tags(nil, test.fields); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want an error with %q", test.fields, err, test.want)
		}
	}
	if _, err := Tags(nil, []Field{{"Contact-Name", "a"}, {"Contact-Name", "b"}}); err != nil {
		t.Errorf("a label that may be repeated: %v", err)
	}
}

func TestLongValueFolds(t *testing.T) {
	value := strings.TrimSpace(strings.Repeat("nine char ", 20)) + " " + strings.Repeat("å", 100) + " end"
	text, err := infoFile(nil, []Field{{"External-Description", value}})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > lineWidth && !strings.Contains(line, "ååå") {
			t.Errorf("a line of %d characters: %q", n, line)
		}
	}
	if got := readInfo(string(text)); got[0] != (Field{"External-Description", value}) {
		t.Errorf("got %q, want %q", got[0].Value, value)
	}
}

// readInfo reads bag-info.txt as RFC 8493 §2.2.2 says: a line that begins with white space continues the one before.
func readInfo(text string) []Field {
	var fields []Field
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		if strings.HasPrefix(line, " ") {
			fields[len(fields)-1].Value += line
			continue
		}
		label, value, _ := strings.Cut(line, ": ")
		fields = append(fields, Field{label, value})
	}
	return fields
}

// Whatever a value holds, the file has the fields that were given and no other.
func FuzzNoValueForgesAField(f *testing.F) {
	f.Add("Exempel AB\nPayload-Oxum: 0.0")
	f.Add("a\r\nBagging-Date: 2020-01-01")
	f.Add("a\u2028b\u0085c\vd" + strings.Repeat(" Label: x", 40))
	f.Fuzz(func(t *testing.T, value string) {
		text, err := infoFile(nil, []Field{{"Source-Organization", value}, {"External-Identifier", "x"}})
		if err != nil {
			return
		}
		got := readInfo(string(text))
		want := []Field{{"Source-Organization", strings.Join(strings.Fields(value), " ")}, {"External-Identifier", "x"}, {"Payload-Oxum", "0.0"}}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
