package generator_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"trustpress/generator/spreadsheet"
)

// LibreOffice reads in the control matrix of the example what its CSV files say, cell for cell. A cell may say otherwise where the
// twin has a code, which then stands for the same words in all of its column.
func TestLibreOfficeReadsTheControlMatrix(t *testing.T) {
	office, err := exec.LookPath("soffice")
	need(t, "LibreOffice Calc (soffice)", err == nil)
	buildPages(t)
	books, err := filepath.Glob(filepath.Join(built.root, "en", "auditor", "*", "data", "matrix", "control-matrix.xlsx"))
	if err != nil || len(books) != 1 {
		t.Fatalf("the workbooks are %q (%v)", books, err)
	}
	to := t.TempDir()
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(to, "profile"), "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", to, books[0]).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	twins := 0
	for _, sheet := range csvRows(t, readFile(t, filepath.Join(filepath.Dir(books[0]), "read-me.csv")))[1:] {
		if name, file := sheet[0], sheet[3]; file != "" {
			twins++
			compareSheets(t, name, reread(t, filepath.Join(to, "control-matrix-"+name+".csv")), csvRows(t, readFile(t, filepath.Join(filepath.Dir(books[0]), file))))
		}
	}
	if twins < 10 {
		t.Errorf("the first sheet names %d sheets", twins)
	}
}

func compareSheets(t *testing.T, name string, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) || len(got[0]) != len(want[0]) {
		t.Errorf("%s: LibreOffice reads %d rows of %d cells, the twin has %d of %d", name, len(got), len(got[0]), len(want), len(want[0]))
		return
	}
	stands := map[[2]string]string{} // for a code of a column
	for i, row := range want[1:] {
		for j, cell := range row {
			is, code := got[i+1][j], [2]string{want[0][j], cell}
			if is == cell {
				continue
			}
			if !isCode.MatchString(cell) || stands[code] != "" && stands[code] != is {
				t.Errorf("%s, row %d, %s: LibreOffice reads %q, the twin has %q", name, i+2, want[0][j], is, cell)
			}
			stands[code] = is
		}
	}
}

var isCode = regexp.MustCompile(`^[a-z][\w:;. ()-]*$`)

// reread returns the rows of a CSV file of LibreOffice as ours has them, in which a cell is one line and runs nowhere.
func reread(t *testing.T, name string) [][]string {
	t.Helper()
	ours, err := spreadsheet.CSV(csvRows(t, readFile(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	return csvRows(t, ours)
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func csvRows(t *testing.T, text []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), spreadsheet.ByteOrderMark))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
