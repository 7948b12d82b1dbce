package spreadsheet

import (
	"bytes"
	"errors"
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Workbook writes sheets as one XLSX file, in their order. on is the day that its properties speak of: a file that is the same has
// the same bytes.
func Workbook(title string, on time.Time, sheets []Sheet) ([]byte, error) {
	if len(sheets) == 0 {
		return nil, errors.New("a workbook has at least one sheet")
	}
	f := excelize.NewFile(excelize.Options{TmpDir: nowhere})
	b := &book{file: f, title: title, names: names(sheets), links: map[string][]link{}}
	if err := b.fill(sheets); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if err := b.properties(on); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	var out bytes.Buffer
	err := f.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return newParts(to, on, b.linked()) }).Write(&out)
	return out.Bytes(), errors.Join(err, f.Close())
}

// nowhere is a folder that no system has. A long sheet is else put by in a file among the temporary ones, which stays there if the
// program is ended, and what a workbook holds may be for the eyes of one firm alone.
const nowhere = "\x00"

// book is a workbook in the making.
type book struct {
	file  *excelize.File
	title string
	names []string // of the sheets, in their order
	at    map[string]string
	looks looks
	links map[string][]link // of the sheets, by their names
}

func (b *book) fill(sheets []Sheet) error {
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	b.at = map[string]string{}
	for i, s := range sheets {
		if _, taken := b.at[s.Name]; !taken {
			b.at[s.Name] = b.names[i]
		}
	}
	if err := b.file.SetSheetName(b.file.GetSheetName(0), b.names[0]); err != nil {
		return err
	}
	for _, name := range b.names[1:] {
		if _, err := b.file.NewSheet(name); err != nil {
			return err
		}
	}
	for i, s := range sheets {
		if err := b.sheet(b.names[i], s); err != nil {
			return err
		}
	}
	return nil
}

// linked returns the links by the number of the sheet.
func (b *book) linked() map[int][]link {
	out := map[int][]link{}
	for n, name := range b.file.GetSheetMap() {
		out[n] = b.links[name]
	}
	return out
}

func (b *book) properties(on time.Time) error {
	day := on.UTC().Format(time.RFC3339)
	return errors.Join(
		b.file.SetDocProps(&excelize.DocProperties{Title: shown(b.title), Creator: program, LastModifiedBy: program, Created: day, Modified: day}),
		b.file.SetAppProps(&excelize.AppProperties{Application: program}))
}

// program is what wrote the workbook.
const program = "trustpress"
