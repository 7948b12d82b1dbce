package requests

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/edit"
	"trustpress/generator/program"
	"trustpress/generator/requestlist"
	"trustpress/generator/tabular"
)

// List is a list that the service auditor sent.
type List struct {
	Name  string // of the file
	Text  []byte
	Sheet string // that is meant; "": every one that is shown
}

// lists is the folder of the lists as they came, below the folder of requests.
const lists = "lists"

// sheet is one table of a list, with the words for its place.
type sheet struct {
	tabular.Table
	workbook bool
}

// at says where a row of the sheet is.
func (s sheet) at(number int) string {
	if s.workbook {
		return fmt.Sprintf("sheet %q, row %d", s.Name, number)
	}
	return fmt.Sprintf("row %d", number)
}

// cells returns the cells of every row.
func (s sheet) cells() [][]string {
	out := make([][]string, len(s.Rows))
	for i, row := range s.Rows {
		out[i] = row.Cells
	}
	return out
}

// sheets returns the sheets that are meant, and what is to be said of the others.
func (l List) sheets() (out []sheet, notes []string, err error) {
	tables, err := tabular.Read(l.Name, l.Text)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", l.Name, err)
	}
	var names []string
	for _, t := range tables {
		names = append(names, fmt.Sprintf("%q", t.Name))
		switch {
		case l.Sheet != "" && !strings.EqualFold(t.Name, l.Sheet):
		case t.Hidden && l.Sheet == "":
			notes = append(notes, fmt.Sprintf("sheet %q is hidden, and is not read; --sheet reads it", t.Name))
		default:
			out = append(out, sheet{t, t.Name != ""})
		}
	}
	if out == nil {
		return nil, nil, fmt.Errorf("%s has no sheet %q that can be read\nhint: it has %s", l.Name, l.Sheet, strings.Join(names, ", "))
	}
	return out, notes, nil
}

// keep returns the changes that keep a list byte for byte, and its name below the folder of requests. A list that is kept already is
// kept once; another one of the same name gets the day into its own. Names that differ only in the case of letters are the same: on some
// systems they are one file.
func (l List) keep(fsys fs.FS, e *audience.Edition) (name string, changes []edit.Change, err error) {
	folder := path.Join(e.Site.Content.Root, program.KindNamed("request").Folder, lists)
	kept, err := namesIn(fsys, folder)
	if err != nil {
		return "", nil, err
	}
	base := l.safe()
	stem, ext := strings.TrimSuffix(base, path.Ext(base)), path.Ext(base)
	for n := 1; ; n++ {
		there := kept[sameName(base)]
		if there == "" {
			break
		}
		old, err := fs.ReadFile(fsys, path.Join(folder, there))
		if err != nil {
			return "", nil, err
		}
		if bytes.Equal(old, l.Text) {
			return path.Join(lists, there), nil, nil
		}
		if base = fmt.Sprintf("%s_%s%s", stem, e.AsOf, ext); n > 1 {
			base = fmt.Sprintf("%s_%s-%d%s", stem, e.AsOf, n, ext)
		}
	}
	changes = append(changes, edit.Change{Path: path.Join(folder, base), Text: l.Text, New: true})
	asIs, wanted, err := edit.Attribute(fsys, folder)
	if wanted {
		changes = append(changes, asIs)
	}
	return path.Join(lists, base), changes, err
}

// namesIn returns the names in a folder, by what they are the same as.
func namesIn(fsys fs.FS, folder string) (map[string]string, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	out := map[string]string{}
	for _, entry := range entries {
		out[sameName(entry.Name())] = entry.Name()
	}
	return out, nil
}

// sameName returns what names have in common that one file system or another takes for one.
func sameName(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// mostName is how many bytes of a list's name are kept. What tells two lists of one name apart is put behind it.
const mostName = 120

// safe returns the name of the list as every system and git can bear it, with the ending of a list and nothing that is a parameter here.
func (l List) safe() string {
	name := path.Base(strings.ReplaceAll(l.Name, `\`, "/"))
	odd := strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r)
	})
	if odd || !utf8.ValidString(name) || edit.Plainly(name) != name || name != strings.TrimLeft(name, ". -") || bag.Device(name) || len(name) > mostName {
		name = bag.Name(name)
	}
	ext := path.Ext(name)
	switch strings.ToLower(ext) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm":
	default:
		if ext = ".csv"; bytes.HasPrefix(l.Text, []byte("PK")) {
			ext = ".xlsx"
		}
		name += ext
	}
	if len(name) > mostName {
		name = bag.Name(strings.TrimSuffix(name, ext)[:mostName-len(ext)] + ext)
	}
	return name
}

// own reads what the caller says of columns: "Their column=field".
func own(columns []string) (map[string]requestlist.Field, error) {
	out := map[string]requestlist.Field{}
	for _, told := range columns {
		theirs, ours, ok := cutLast(told)
		field := requestlist.Field(strings.TrimSpace(ours))
		known := false
		var names []string
		for _, f := range requestlist.Fields() {
			names = append(names, string(f))
			known = known || f == field
		}
		if !ok || !known || requestlist.Fold(theirs) == "" {
			return nil, fmt.Errorf("--map cannot be %q\nhint: --map \"Their column=field\", where field is one of %s", told, strings.Join(names, ", "))
		}
		out[requestlist.Fold(theirs)] = field
	}
	return out, nil
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '=')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
