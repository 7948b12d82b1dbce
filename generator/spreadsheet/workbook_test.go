package spreadsheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

var day = time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC)

func workbook(t testing.TB, sheets ...Sheet) []byte {
	t.Helper()
	text, err := Workbook("Matrix", day, sheets)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func opened(t testing.TB, text []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// part returns a file out of the ZIP that a workbook is.
func part(t testing.TB, text []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func value(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	got, err := f.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// many are sheets enough for the order of a map to show.
func many() []Sheet {
	var out []Sheet
	for i := range 12 {
		s := Sheet{Name: fmt.Sprint("S", i), Columns: []Column{{Head: "Control"}, {Head: "File"}, {Head: "Result", Theirs: true}}}
		for j := range 20 {
			s.Rows = append(s.Rows, []Cell{{Text: fmt.Sprint("AC-", j), Href: fmt.Sprintf("#S%d!A%d", j%12, j+2)}, {Text: "a.csv", Href: "../evidence/a.csv"}, {}})
		}
		out = append(out, s)
	}
	return out
}

func TestTheSameSheetsAreTheSameBytes(t *testing.T) {
	want := workbook(t, many()...)
	for _, n := range []int{1, 2} {
		before := runtime.GOMAXPROCS(n)
		for range 5 {
			if !bytes.Equal(workbook(t, many()...), want) {
				t.Errorf("on %d processors the bytes are others", n)
			}
		}
		runtime.GOMAXPROCS(before)
	}
	first, _, _ := strings.Cut(string(want[30:]), "<")
	if !strings.HasPrefix(first, contentTypes) {
		t.Errorf("the first part is %q", want[30:60])
	}
	if core := part(t, want, "docProps/core.xml"); strings.Count(core, "2026-09-30T00:00:00Z") != 2 || !strings.Contains(core, ">Matrix<") {
		t.Error(core)
	}
}

func TestCellsAreTextNumbersAndDays(t *testing.T) {
	f := opened(t, workbook(t, Sheet{Name: "A", Columns: make([]Column, 1), Rows: [][]Cell{
		{{Text: "007"}}, {{Text: "1042", As: Number}}, {{Text: "2026-03-31", As: Day}}, {{Text: "n/a", As: Number}}, {{Text: "1234567890123456", As: Number}},
		{{Text: "0012", As: Number}}, {{Text: "soon", As: Day}}, {{Text: "1899-01-01", As: Day}}, {{As: Number}}, {{As: Day}}, {{Text: "=1+1"}}}}))
	for i, want := range []struct{ raw, format string }{{"007", "@"}, {"1042", "0"}, {"46112", "yyyy-mm-dd"}, {"n/a", "@"}, {"1234567890123456", "@"},
		{"0012", "@"}, {"soon", "@"}, {"1899-01-01", "@"}, {"", "@"}, {"", "@"}, {"=1+1", "@"}} {
		at := fmt.Sprint("A", i+2)
		raw, err := f.GetCellValue("A", at, excelize.Options{RawCellValue: true})
		if err != nil || raw != want.raw {
			t.Errorf("%s holds %q, want %q (%v)", at, raw, want.raw, err)
		}
		if got := format(t, f, at); got != want.format {
			t.Errorf("%s has the format %q, want %q", at, got, want.format)
		}
	}
	if got := value(t, f, "A", "A4"); got != "2026-03-31" {
		t.Errorf("a day is shown as %q", got)
	}
}

func format(t *testing.T, f *excelize.File, cell string) string {
	t.Helper()
	n, err := f.GetCellStyle("A", cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(n)
	if err != nil {
		t.Fatal(err)
	}
	if s.CustomNumFmt == nil {
		return map[int]string{1: "0", 49: "@"}[s.NumFmt]
	}
	return *s.CustomNumFmt
}

func TestLinks(t *testing.T) {
	long := "https://example.com/" + strings.Repeat("a", addressLimit)
	hrefs := []string{"#Evidence: raw!A7", "../evidence/x/y.csv", "https://example.com/å b?q=1#c", "mailto:a@example.com",
		"javascript:alert(1)", "file:///etc/passwd", `\\server\share`, "//server/x", "/root", long, "#Nowhere!A1", "#A!A1:B2\x01", "http://a b/"}
	s := Sheet{Name: "A", Columns: make([]Column, 1)}
	for _, href := range hrefs {
		s.Rows = append(s.Rows, []Cell{{Text: "x", Href: href}})
	}
	f := opened(t, workbook(t, s, Sheet{Name: "Evidence: raw", Columns: make([]Column, 1)}))
	want := []string{"'Evidence- raw'!A7", "../evidence/x/y.csv", "https://example.com/%C3%A5%20b?q=1#c", "mailto:a@example.com"}
	for i := range hrefs {
		linked, to, err := f.GetCellHyperLink("A", fmt.Sprint("A", i+2))
		if err != nil || linked != (i < len(want)) || linked && to != want[i] {
			t.Errorf("%s: got %q (%v)", hrefs[i], to, err)
		}
	}
	if got := value(t, f, "A", fmt.Sprint("A", len(hrefs)+3)); !strings.HasPrefix(got, "9 cells have no link") {
		t.Errorf("of those without a link the sheet says %q", got)
	}
}

func TestHerColumnsAreEmptyAndToldApart(t *testing.T) {
	f := opened(t, workbook(t, Sheet{Name: "A", Columns: []Column{{Head: "Control"}, {Head: "For the service auditor: result", Theirs: true}}, Rows: [][]Cell{{{Text: "AC-01"}, {}}}}))
	ours, _ := f.GetCellStyle("A", "A2")
	hers, _ := f.GetCellStyle("A", "B2")
	style, err := f.GetStyle(hers)
	if err != nil || ours == hers || len(style.Fill.Color) == 0 || style.NumFmt != 49 {
		t.Errorf("her cell looks like %+v (%v)", style, err)
	}
	if got := value(t, f, "A", "B2"); got != "" {
		t.Errorf("her cell holds %q", got)
	}
}

func TestTheHeadStaysAndIsPrintedOnEachPage(t *testing.T) {
	f := opened(t, workbook(t, Sheet{Name: "A", Note: "One & all", Columns: []Column{{Head: "a"}, {Head: "b"}, {Head: "c"}}, Rows: [][]Cell{{{Text: "1"}, {Text: strings.Repeat("w ", 99)}, {}}}}))
	if panes, err := f.GetPanes("A"); err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 1 {
		t.Errorf("the panes are %+v (%v)", panes, err)
	}
	var named []string
	for _, n := range f.GetDefinedName() {
		named = append(named, n.Name+" "+n.RefersTo)
	}
	if got := strings.Join(named, ", "); got != "_xlnm._FilterDatabase 'A'!$A$1:$C$2, _xlnm.Print_Titles 'A'!$A:$A,'A'!$1:$1" {
		t.Error(got)
	}
	page, err := f.GetPageLayout("A")
	props, failed := f.GetSheetProps("A")
	if err != nil || failed != nil || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 || !*props.FitToPage {
		t.Errorf("it is printed as %+v, %+v (%v, %v)", page, props, err, failed)
	}
	if foot, err := f.GetHeaderFooter("A"); err != nil || foot.OddFooter != "&LOne && all&R&P / &N" {
		t.Errorf("the foot is %+v (%v)", foot, err)
	}
	if of, err := f.GetSheetDimension("A"); err != nil || of != "A1:C2" {
		t.Errorf("the sheet says that it is %s large (%v)", of, err)
	}
	if width, err := f.GetColWidth("A", "B"); err != nil || width != widest {
		t.Errorf("a long text makes a column %v wide (%v)", width, err)
	}
}

// Excel repairs a file whose columns are out of order, and tells the reader that it was damaged.
func TestColumnsStandInTheirOrder(t *testing.T) {
	var s Sheet
	for i := range 30 {
		s.Columns = append(s.Columns, Column{Head: fmt.Sprint(i), Width: 10 + i})
	}
	xml, at := part(t, workbook(t, s), "xl/worksheets/sheet1.xml"), 0
	for i := range 30 {
		next := strings.Index(xml, fmt.Sprintf(`<col min="%d" max="%d" width="%d"`, i+1, i+1, 10+i))
		if next <= at {
			t.Fatalf("column %d stands at %d, that before it at %d", i+1, next, at)
		}
		at = next
	}
}

// A sheet that is too wide to be read on one page is printed on some beside each other.
func TestWideSheetsArePrintedOnSomePages(t *testing.T) {
	s := Sheet{Name: "A", Columns: make([]Column, 50)}
	page, err := opened(t, workbook(t, s)).GetPageLayout("A")
	if err != nil || *page.FitToWidth != 3 {
		t.Errorf("it is %d pages wide (%v)", *page.FitToWidth, err)
	}
}

// A row is as high as its text, and grows with what is typed in: nobody has set its height.
func TestRowsAreAsHighAsTheirText(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  int
	}{{"", 10, 1}, {"a", 10, 1}, {"a\nb", 10, 2}, {"aaaa bbbb cccc", 10, 2}, {"aaaaa bbbbb", 10, 2}, {strings.Repeat("å", 25), 10, 3}, {"aa " + strings.Repeat("b", 20), 10, 3}, {"a\n\nb", 10, 3}} {
		if got := linesIn(test.text, test.width); got != test.want {
			t.Errorf("%q has %d lines, want %d", test.text, got, test.want)
		}
	}
	made := workbook(t, Sheet{Name: "A", Columns: make([]Column, 1), Rows: [][]Cell{{{Text: strings.Repeat("word ", 30)}}}})
	if height, err := opened(t, made).GetRowHeight("A", 2); err != nil || height != 45 {
		t.Errorf("the row is %v high (%v)", height, err)
	}
	if strings.Contains(part(t, made, "xl/worksheets/sheet1.xml"), setByHand) {
		t.Error("its height is set by hand")
	}
}

func TestWidths(t *testing.T) {
	for text, want := range map[string]float64{"": narrowest, "a b": narrowest, strings.Repeat("å", 20): 22, strings.Repeat("w ", 99): widest,
		strings.Repeat("w", 64): 66, strings.Repeat("w", 99): widestLong, strings.Repeat("w ", 150): widestLong, "a\n" + strings.Repeat("ab ", 10): 32} {
		tab := &tab{Sheet: Sheet{Columns: make([]Column, 1), Rows: [][]Cell{{{Text: text}}}}}
		if got := tab.width(0); got != want {
			t.Errorf("%q makes a column %v wide, want %v", text, got, want)
		}
	}
}

func TestNamesOfSheets(t *testing.T) {
	var sheets []Sheet
	for _, name := range []string{"Controls", "controls", "", "[a]/b:c?", "History", strings.Repeat("å", 40), strings.Repeat("å", 41), "'quoted'", "\x01"} {
		sheets = append(sheets, Sheet{Name: name, Columns: make([]Column, 1)})
	}
	want := []string{"Controls", "controls (2)", "Sheet", "(a)-b-c-", "History (2)", strings.Repeat("å", 31), strings.Repeat("å", 27) + " (2)", "’quoted’", "␁"}
	if got := opened(t, workbook(t, sheets...)).GetSheetList(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
}

func TestWhatASheetHasNoRoomForIsSaid(t *testing.T) {
	s := Sheet{Name: "A", File: "controls", Columns: make([]Column, 3), Rows: [][]Cell{{{Text: "1"}, {}, {}}, {{Text: "2"}, {}, {}}, {{Text: "3"}, {}, {}}}}
	tab := &tab{Sheet: s}
	tab.crop(2, 2)
	if len(tab.Rows) != 2 || len(tab.Rows[1]) != 2 || len(tab.Columns) != 2 || len(s.Rows[0]) != 3 {
		t.Errorf("%d rows of %d cells are left", len(tab.Rows), len(tab.Rows[1]))
	}
	if got := tab.left(); got != "1 more rows have no room in a sheet. 1 more columns have no room in a sheet. The file controls.csv has all." {
		t.Error(got)
	}
}

func TestLinksBeyondTheLimitAreCounted(t *testing.T) {
	s := Sheet{Name: "A", Columns: make([]Column, 1)}
	for range linkLimit + 2 {
		s.Rows = append(s.Rows, []Cell{{Text: "x", Href: "#A!A1"}})
	}
	made := workbook(t, s)
	xml := part(t, made, "xl/worksheets/sheet1.xml")
	if n := strings.Count(xml, "<hyperlink "); n != linkLimit {
		t.Errorf("there are %d links", n)
	}
	if !strings.Contains(xml, "2 cells have no link") {
		t.Error("the sheet does not say that two cells have no link")
	}
}

func TestARowWithoutACellForEachColumnIsAnError(t *testing.T) {
	uneven := Sheet{Name: "A", Columns: make([]Column, 2), Rows: [][]Cell{{{}}}}
	if _, err := Workbook("", day, []Sheet{uneven}); err == nil {
		t.Error("a workbook was made of it")
	}
	if _, err := uneven.CSV(); err == nil {
		t.Error("a CSV file was made of it")
	}
	if _, err := Workbook("", day, nil); err == nil {
		t.Error("a workbook has no sheet")
	}
}

func TestTheTwinHasTheKeysAndTheCodes(t *testing.T) {
	s := Sheet{Columns: []Column{{Head: "Kontroll", Key: "control_id"}, {Head: "b"}}, Rows: [][]Cell{{{Text: "=AC"}, {Text: "saknas", Code: "missing"}}}}
	if got, err := s.CSV(); err != nil || string(got) != "\ufeffcontrol_id,b\r\n'=AC,missing\r\n" {
		t.Errorf("got %q (%v)", got, err)
	}
}

var formulaElement = regexp.MustCompile(`<f[ />]`)

// Whatever a cell holds, it runs nowhere, and the text that is read back is the text that was given, but for what XML cannot hold
// and for what is too long.
func FuzzWorkbook(f *testing.F) {
	for _, s := range []string{"=1+1", "@SUM(1)", "+1", "-1+cmd|' /C calc'!A0", "\t=1", " x ", "a\r\nb\rc\n", "\x00\x1f\ufffe\xff", "_x0041_", "_x005F_x0041_", "x_x000D_",
		"<f>1</f>", "]]>", "&#61;1", "{=1}", "𝄞", strings.Repeat("å", cellLimit+1), "1E5", "TRUE", "#REF!", "http://example.com/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		made := workbook(t, Sheet{Name: text, Note: text, Columns: []Column{{Head: text}}, Rows: [][]Cell{{{Text: text, Href: text}}, {{Text: text, As: Number}}, {{Text: text, As: Day}}}})
		if xml := part(t, made, "xl/worksheets/sheet1.xml"); formulaElement.MatchString(xml) {
			t.Errorf("%q: there is a formula in %s", text, xml)
		}
		file := opened(t, made)
		want := fit(shown(text))
		if clean := utf8.ValidString(text) && !strings.ContainsFunc(text, unholdable) && len(text) < cellLimit/2; clean && want != text {
			t.Errorf("%q was changed to %q", text, want)
		}
		for _, at := range []string{"A1", "A2"} {
			if got := value(t, file, file.GetSheetName(0), at); got != want {
				t.Errorf("%q: %s holds %q, want %q", text, at, got, want)
			}
		}
	})
}

func BenchmarkWorkbook(b *testing.B) {
	controls := Sheet{Name: "Controls", Columns: make([]Column, 24)}
	evidence := Sheet{Name: "Evidence", Columns: make([]Column, 16)}
	for i := range 10_000 {
		c, e := make([]Cell, 24), make([]Cell, 16)
		for j := range c {
			c[j].Text = "Access rights are reviewed"
		}
		for j := range e {
			e[j].Text = "Identity provider"
		}
		c[0].Href, c[1].Href = fmt.Sprintf("../controls/ac-%d/index.html", i), fmt.Sprintf("#Evidence!A%d", i+2)
		e[0].Href, e[1].Href, e[2].Href = fmt.Sprintf("../evidence/ev-%d/index.html", i), fmt.Sprintf("../evidence/ev-%d/raw.csv", i), fmt.Sprintf("#Controls!A%d", i+2)
		controls.Rows, evidence.Rows = append(controls.Rows, c), append(evidence.Rows, e)
	}
	b.ReportAllocs()
	for b.Loop() {
		text := workbook(b, controls, evidence)
		b.ReportMetric(float64(len(text)), "bytes")
	}
}
