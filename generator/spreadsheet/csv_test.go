package spreadsheet

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func TestCSV(t *testing.T) {
	got, err := CSV([][]string{{"id", "text"}, {"=1", "a, \"b\"\r\n\r\n  c\td  \né"}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "\ufeffid,text\r\n'=1,\"a, \"\"b\"\" ¶ c d ¶ é\"\r\n"; string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A cell that is too long for a spreadsheet is cut between two characters, and says that it is.
func TestLongCellsAreCut(t *testing.T) {
	got := fit(strings.Repeat("𝄞", cellLimit))
	if n := len(utf16.Encode([]rune(got))); n > cellLimit || !strings.HasSuffix(got, cutNote) || strings.ContainsRune(got, '\ufffd') {
		t.Errorf("%d units, which end in %q", n, got[len(got)-100:])
	}
	if whole := strings.Repeat("x", cellLimit-len(cutNote)); fit(whole) != whole {
		t.Error("a cell that fits was cut")
	}
}
