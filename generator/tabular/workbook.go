package tabular

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// book is a workbook of Excel (ECMA-376): a ZIP of XML parts. It is read here and not by the library that writes ours, which takes
// five times as long and a gigabyte for a large list, and ends a sheet without a word where its XML breaks off.
type book struct {
	parts  map[string]*zip.File // by name, in small letters
	room   int64                // bytes that may still be read
	cells  int                  // that were read
	shared []string             // texts that cells name by number
	styles []style
	base   int // the year from which days count: 1900 or 1904
}

// listed is a sheet as the workbook lists it.
type listed struct {
	Name  string `xml:"name,attr"`
	State string `xml:"state,attr"`
	ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	Same  string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // in a workbook saved as strict
}

var errUnpacked = fmt.Errorf("the workbook holds more than %d MB when it is unpacked\nhint: send its rows alone, as CSV", unzipLimit>>20)

var errDamaged = errors.New("the workbook is damaged\nhint: open it in Excel, and save it anew as .xlsx")

// readWorkbook reads every sheet of a workbook.
func readWorkbook(text []byte) ([]Table, error) {
	archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, errDamaged
	}
	b := book{parts: map[string]*zip.File{}, room: unzipLimit, base: 1900}
	told := uint64(0)
	for _, f := range archive.File {
		if told += f.UncompressedSize64; told > unzipLimit || f.UncompressedSize64 > unzipLimit {
			return nil, errUnpacked
		}
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if b.parts[name] != nil {
			return nil, errDamaged // two programs would read two lists
		}
		b.parts[name] = f
	}
	sheets, targets, err := b.open()
	if err != nil {
		return nil, err
	}
	var out []Table
	room := rowLimit
	for _, s := range sheets {
		t := Table{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"}
		if t.Rows, err = b.sheet(targets[s.ID+s.Same], room); err != nil {
			return nil, fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		room -= len(t.Rows)
		out = append(out, t)
	}
	if out == nil {
		return nil, errDamaged
	}
	return out, nil
}

// open reads what the sheets of a workbook share, and returns the sheets and the parts that hold them.
func (b *book) open() (sheets []listed, targets map[string]string, err error) {
	main, err := b.main()
	if err != nil {
		return nil, nil, err
	}
	var w struct {
		Pr struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []listed `xml:"sheets>sheet"`
	}
	if err := b.decode(main, &w); err != nil {
		return nil, nil, err
	}
	if w.Pr.Date1904 == "1" || w.Pr.Date1904 == "true" {
		b.base = 1904
	}
	byID, byType, err := b.relations(main)
	if err != nil {
		return nil, nil, err
	}
	if err := b.readStyles(byType["styles"]); err != nil {
		return nil, nil, err
	}
	return w.Sheets, byID, b.readShared(byType["sharedStrings"])
}

// main returns the part that lists the sheets.
func (b *book) main() (string, error) {
	_, byType, err := b.relations("")
	if err != nil {
		return "", err
	}
	switch main := byType["officeDocument"]; {
	case strings.HasSuffix(main, "/workbook.bin"):
		return "", errors.New("this is a binary workbook, .xlsb\nhint: open it in Excel, and save it as .xlsx")
	case main == "" || !strings.HasPrefix(main, "xl/"):
		return "", errors.New("this is a ZIP and no workbook\nhint: send the list itself, as .xlsx or CSV")
	default:
		return main, nil
	}
}

// relations returns which parts a part names, by id and by what they are.
func (b *book) relations(of string) (byID, byType map[string]string, err error) {
	var r struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	name := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		name = "_rels/.rels"
	}
	if b.parts[name] == nil && of == "" {
		return nil, map[string]string{}, nil
	}
	if err := b.decode(name, &r); err != nil {
		return nil, nil, err
	}
	byID, byType = map[string]string{}, map[string]string{}
	for _, one := range r.All {
		to := strings.TrimPrefix(one.Target, "/")
		if to == one.Target {
			to = path.Join(path.Dir(of), one.Target)
		}
		byID[one.ID], byType[path.Base(one.Type)] = to, to
	}
	return byID, byType, nil
}

// part opens a part of the workbook, of which no more is unpacked than there is room for.
func (b *book) part(name string) (io.ReadCloser, error) {
	f := b.parts[strings.ToLower(name)]
	if f == nil {
		return nil, errDamaged
	}
	r, err := f.Open()
	if err != nil {
		return nil, errDamaged
	}
	return &metered{r, &b.room}, nil
}

// metered reads as long as there is room.
type metered struct {
	io.ReadCloser
	room *int64
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	if *m.room -= int64(n); *m.room < 0 {
		return 0, errUnpacked // the ZIP told less
	}
	return n, err
}

// decode reads a small part.
func (b *book) decode(name string, to any) error {
	r, err := b.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	return damaged(xml.NewDecoder(io.LimitReader(r, smallLimit)).Decode(to))
}

// damaged says of an error that is not ours what it means.
func damaged(err error) error {
	if err == nil || strings.Contains(err.Error(), "\nhint: ") {
		return err
	}
	return fmt.Errorf("%w (%v)", errDamaged, err)
}

// tokens calls a function with each token of a part, to the end of its root.
func (b *book) tokens(name string, see func(token xml.Token) error) error {
	r, err := b.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d, depth := xml.NewDecoder(r), 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err := see(token); err != nil {
			return err
		}
	}
}

// readShared reads the texts that cells name by number.
func (b *book) readShared(name string) error {
	if name == "" {
		return nil
	}
	var text strings.Builder
	in, aloud := false, false
	return b.tokens(name, func(token xml.Token) error {
		switch x := token.(type) {
		case xml.StartElement:
			in, aloud = x.Name.Local == "t", aloud || x.Name.Local == "rPh"
		case xml.CharData:
			if in && !aloud {
				text.Write(x)
			}
		case xml.EndElement:
			in, aloud = false, aloud && x.Name.Local != "rPh"
			if x.Name.Local == "si" && len(b.shared) == cellLimit {
				return tooMany()
			}
			if x.Name.Local == "si" {
				b.shared = append(b.shared, plainText(text.String()))
				text.Reset()
			}
		}
		return nil
	})
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
