package requests

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

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
// kept once; another one of the same name gets the day into its own.
func (l List) keep(fsys fs.FS, e *audience.Edition) (name string, changes []edit.Change, err error) {
	folder := program.KindNamed("request").Folder
	base := l.safe()
	stem, ext := strings.TrimSuffix(base, path.Ext(base)), path.Ext(base)
	for n := 1; ; n++ {
		name := path.Join(lists, base)
		p := path.Join(e.Site.Content.Root, folder, name)
		old, err := fs.ReadFile(fsys, p)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			changes = append(changes, edit.Change{Path: p, Text: l.Text, New: true})
			asIs, wanted, err := edit.Attribute(fsys, path.Dir(p))
			if wanted {
				changes = append(changes, asIs)
			}
			return name, changes, err
		case err != nil:
			return "", nil, err
		case bytes.Equal(old, l.Text):
			return name, nil, nil
		}
		if base = fmt.Sprintf("%s_%s%s", stem, e.AsOf, ext); n > 1 {
			base = fmt.Sprintf("%s_%s-%d%s", stem, e.AsOf, n, ext)
		}
	}
}

// safe returns the name of the list as every system and git can bear it, with the ending of a list.
func (l List) safe() string {
	name := path.Base(strings.ReplaceAll(l.Name, `\`, "/"))
	odd := strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r)
	})
	if odd || name != strings.TrimLeft(name, ". ") || bag.Device(strings.TrimSuffix(name, path.Ext(name))) || len(name) > 120 {
		name = bag.Name(name)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm":
		return name
	}
	if bytes.HasPrefix(l.Text, []byte("PK")) {
		return name + ".xlsx"
	}
	return name + ".csv"
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
