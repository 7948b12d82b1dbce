package tabular_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"trustpress/generator/tabular"
)

// cells returns the rows of a table, each as its number and its cells.
func cells(t tabular.Table) string {
	var out []string
	for _, row := range t.Rows {
		line := fmt.Sprint(row.Number, " ", strings.Join(row.Cells, "|"))
		if row.Hidden {
			line += " (hidden)"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestReadText(t *testing.T) {
	wide := func(s string, mark ...byte) string {
		out := mark
		for _, u := range utf16.Encode([]rune(s)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return string(out)
	}
	tests := []struct{ what, name, text, want string }{
		{"commas", "a.csv", "No,Request\n1,\"Leavers, all\"\n", "1 No|Request\n2 1|Leavers, all"},
		{"semicolons, as Excel writes them in Sweden", "a.csv", "Nr;Beg\xe4ran\r\n1;\xc5tkomst, alla\r\n", "1 Nr|Begäran\n2 1|Åtkomst, alla"},
		{"tabs", "a.txt", "Nr\tText\n1\ta;b\n", "1 Nr|Text\n2 1|a;b"},
		{"tabs by name", "a.TSV", "Nr\n1;2;3\n", "1 Nr\n2 1;2;3"},
		{"a mark of UTF-8", "a.csv", "\ufeffNr;Text\n1;å\n", "1 Nr|Text\n2 1|å"},
		{"UTF-16 with a mark", "a.csv", wide("Nr\tå\n1\tb\n", 0xff, 0xfe), "1 Nr|å\n2 1|b"},
		{"UTF-16 without one", "a.csv", wide("Number\tText\n1\tb\n"), "1 Number|Text\n2 1|b"},
		{"the separator told", "a.csv", "sep=;\nNr;a,b,c\n1;2\n", "1 Nr|a,b,c\n2 1|2"},
		{"empty lines count", "a.csv", "\n\nNr,Text\n\n1,\"two\nlines\"\n,\n2,b\n", "3 Nr|Text\n5 1|two\nlines\n7 2|b"},
		{"commas in quotation marks decide nothing", "a.csv", "\"a,b,c\";\"d,e,f\"\n1;2\n", "1 a,b,c|d,e,f\n2 1|2"},
		{"nothing", "a.csv", "", ""},
	}
	for _, test := range tests {
		got, err := tabular.Read(test.name, []byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.what, err)
			continue
		}
		if len(got) != 1 || cells(got[0]) != test.want {
			t.Errorf("%s: got %q, want %q", test.what, cells(got[0]), test.want)
		}
	}
}

func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadWorkbook(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "PBC list")
		f.SetCellValue("PBC list", "B2", "Example Revision AB")
		f.SetSheetRow("PBC list", "A4", &[]any{"Ref", "Request", "Due", "Share", "At", "When"})
		f.SetSheetRow("PBC list", "A5", &[]any{7, "Leavers", time.Date(2026, 10, 9, 0, 0, 0, 0, time.UTC), 0.5, time.Date(2026, 10, 9, 15, 4, 5, 0, time.UTC), "46000"})
		code, day, kronor, swedish := `"PBC-"000`, "d mmm yy", `#,##0.0\ "kr"`, `[$-41D]d mmmm yyyy;@`
		style := func(cell, code string) {
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellStyle("PBC list", cell, cell, id)
		}
		style("A5", code)
		style("C5", day)
		style("D5", kronor)
		style("F5", swedish)
		f.SetRowVisible("PBC list", 5, false)
		f.SetCellFormula("PBC list", "A6", "A5+1")
		f.SetCellValue("PBC list", "A7", 46000)
		style("A7", swedish)
		f.SetCellValue("PBC list", "B6", "merged")
		f.MergeCell("PBC list", "B6", "C7")
		f.NewSheet("Notes")
		f.SetCellValue("Notes", "A1", true)
		f.SetSheetVisible("Notes", false)
	})
	got, err := tabular.Read("whatever.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	want := "2 |Example Revision AB\n4 Ref|Request|Due|Share|At|When\n" +
		"5 PBC-007|Leavers|2026-10-09|0.5|2026-10-09 15:04:05|46000 (hidden)\n6 |merged\n7 2025-12-09|merged"
	if len(got) != 2 || cells(got[0]) != want || got[0].Name != "PBC list" || got[0].Hidden {
		t.Errorf("got %q, want %q", cells(got[0]), want)
	}
	if !got[1].Hidden || cells(got[1]) != "1 TRUE" {
		t.Errorf("the hidden sheet: %+v", got[1])
	}
}

// A formula gives what it came to when the workbook was saved, and is never worked out here.
func TestFormulasAreNotWorkedOut(t *testing.T) {
	book := workbook(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", 3) })
	book = rewrite(t, book, "xl/worksheets/sheet1.xml", func(xml string) string {
		return strings.Replace(xml, "<v>3</v>", `<f>1+1</f><v>3</v>`, 1)
	})
	got, err := tabular.Read("a.xlsx", book)
	if err != nil || cells(got[0]) != "1 3" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// rewrite changes one part of a workbook.
func rewrite(t *testing.T, book []byte, part string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		var text bytes.Buffer
		r, _ := f.Open()
		text.ReadFrom(r)
		to, _ := w.Create(f.Name)
		if f.Name == part {
			to.Write([]byte(change(text.String())))
		} else {
			to.Write(text.Bytes())
		}
	}
	w.Close()
	return out.Bytes()
}

func TestReadRefuses(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	book := workbook(t, func(f *excelize.File) { f.SetCellValue("Sheet1", "A1", 3) })
	tests := []struct {
		what string
		text []byte
		want string
	}{
		{"a password", []byte(ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "protected by a password"},
		{"the old format", []byte(ole + "Workbook"), "old format of Excel"},
		{"a PDF", []byte("%PDF-1.7\n"), "this is a PDF"},
		{"a page", []byte("\ufeff\n<html><table>"), "this is HTML"},
		{"bytes", []byte("a\x00\x01\x02\x03b"), "neither a workbook nor a text"},
		{"a mark that is not closed", []byte("a,\"b\n"), "line 1:"},
		{"half a workbook", book[:len(book)/2], "is damaged"},
		{"a workbook whose XML breaks off", rewrite(t, book, "xl/worksheets/sheet1.xml", func(xml string) string { return xml[:len(xml)-9] }), "is damaged"},
		{"a letter", rewrite(t, book, "_rels/.rels", func(xml string) string { return strings.ReplaceAll(xml, "xl/workbook.xml", "word/document.xml") }), "no workbook"},
		{"a bomb", bomb(t), "when it is unpacked"},
		{"a file that is too large", make([]byte, 33<<20), "larger than 32 MB"},
		{"a row that is too wide", []byte(strings.Repeat(",", 300) + "x"), "a list has 256 columns at most"},
		{"rows without end", []byte(strings.Repeat("a\n", 200_001)), "more than 200000 rows"},
		{"commas without end", bytes.Repeat([]byte(","), 9_000_000), "more than 8000000 cells"},
		{"formats without end", rewrite(t, book, "xl/styles.xml", func(xml string) string {
			return strings.Replace(xml, "</styleSheet>", strings.Repeat(" ", 17<<20)+"</styleSheet>", 1)
		}), "is damaged"},
		{"two sheets of one name", twice(t, book, "XL/worksheets/sheet1.xml"), "is damaged"},
		{"a cell far to the right", rewrite(t, book, "xl/worksheets/sheet1.xml", func(xml string) string {
			return strings.Replace(xml, `r="A1"`, `r="XFD1"`, 1)
		}), "256 columns at most"},
	}
	for _, test := range tests {
		got, err := tabular.Read("list.xlsx", test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "\nhint: ") {
			t.Errorf("%s: got %v and %v, want %q and a hint", test.what, len(got), err, test.want)
		}
	}
}

// A merged cell inside another is none: however many a file lists, each row is looked at once.
func TestMergedCellsDoNotOverlap(t *testing.T) {
	book := workbook(t, func(f *excelize.File) {
		f.SetSheetCol("Sheet1", "A1", &[]any{"a", "b"})
		f.SetSheetCol("Sheet1", "B1", &[]any{"1", "2", "3", "4"})
		f.MergeCell("Sheet1", "A1", "A3")
	})
	book = rewrite(t, book, "xl/worksheets/sheet1.xml", func(xml string) string {
		return strings.Replace(xml, `<mergeCell ref="A1:A3"`, `<mergeCell ref="A2:A4"></mergeCell><mergeCell ref="A1:A3"`, 1)
	})
	got, err := tabular.Read("a.xlsx", book)
	if err != nil || cells(got[0]) != "1 a|1\n2 a|2\n3 a|3\n4 |4" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// twice returns a workbook with a second part of a name.
func twice(t *testing.T, book []byte, part string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		w.Copy(f)
	}
	w.Create(part)
	w.Close()
	return out.Bytes()
}

// bomb is a small file that tells of a large workbook in it.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if _, err := w.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate, UncompressedSize64: 1 << 40}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return out.Bytes()
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "sep=;\na;b", "\xff\xfea\x00b\x00", "\"", "\ufeffx\r\n\r\ny", "PK\x03\x04", "\xe5;\xe4"} {
		f.Add("a.csv", []byte(s))
	}
	book := excelize.NewFile()
	book.SetCellValue("Sheet1", "B2", time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	var out bytes.Buffer
	book.Write(&out)
	f.Add("a.xlsx", out.Bytes())
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		tables, err := tabular.Read(name, text)
		if err != nil {
			return
		}
		if again, _ := tabular.Read(name, text); !reflect.DeepEqual(tables, again) {
			t.Error("read twice, and not the same")
		}
		for _, table := range tables {
			last := 0
			for _, row := range table.Rows {
				if row.Number <= last || len(row.Cells) == 0 || row.Cells[len(row.Cells)-1] == "" {
					t.Errorf("row %d after %d: %q", row.Number, last, row.Cells)
				}
				last = row.Number
			}
		}
	})
}
