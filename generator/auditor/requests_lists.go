package auditor

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/bundle"
	"trustpress/generator/program"
	"trustpress/generator/requestlist"
	"trustpress/generator/spreadsheet"
	"trustpress/generator/tabular"
)

// listFile is a list of requests or of selected items as the service auditor sent it.
type listFile struct {
	name   string // below the folder of requests, as a request names it
	source string // in the site
	path   string // below data/
	tables []tabular.Table
}

// The files beside the page of requests, below data/.
var (
	requestsTwin     = bundle.TableOf(requestsPage)
	requestsWorkbook = strings.TrimSuffix(requestsTwin, ".csv") + ".xlsx"
	listsFolder      = path.Dir(requestsPage) + "/lists"
)

// asked reports whether the service auditor has asked for anything.
func (p *places) asked() bool { return len(p.lists) > 0 || p.requests > 0 }

// requestLists finds the lists that are kept, and gives them their names.
func (p *places) requestLists(a *audience.Auditor, fsys fs.FS) error {
	p.requests = len(a.Program.Requests)
	root := path.Join(a.Site.Content.Root, program.KindNamed("request").Folder)
	var names []string
	files, err := fs.ReadDir(fsys, path.Join(root, "lists"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, f := range files {
		if f.Type().IsRegular() && a.Asset(path.Join(root, "lists", f.Name())) {
			names = append(names, f.Name())
		}
	}
	paths, err := bag.Namer{Folder: "data/" + listsFolder}.Names(names)
	for i, name := range names {
		l := &listFile{name: "lists/" + name, source: path.Join(root, "lists", name), path: strings.TrimPrefix(paths[i], "data/")}
		if text, err := fs.ReadFile(fsys, l.source); err == nil {
			l.tables, _ = tabular.Read(name, text) // one that cannot be read is there as it came, and has no rows to answer
		}
		p.lists = append(p.lists, l)
	}
	return err
}

// listNamed returns the list that a request names, or nil.
func (p *places) listNamed(name string) *listFile {
	i := slices.IndexFunc(p.lists, func(l *listFile) bool { return l.name == name })
	if i < 0 {
		return nil
	}
	return p.lists[i]
}

// requestPaths lists the files beside the page of requests.
func (w *writer) requestPaths() []string {
	if !w.asked() {
		return nil
	}
	out := []string{requestsTwin, requestsWorkbook}
	for _, l := range w.lists {
		out = append(out, l.path)
	}
	return out
}

// requestFiles are the list as it is answered, and the lists as they came.
func (w *writer) requestFiles(fsys fs.FS) ([]bag.Entry, error) {
	if !w.asked() {
		return nil, nil
	}
	v := view{writer: w, root: "../", page: requestsPage}
	sheets := v.requestSheets()
	twin, err := sheets[0].CSV()
	if err != nil {
		return nil, err
	}
	workbook, err := spreadsheet.Workbook(w.text("kinds-request"), w.AsOf.Time(), sheets)
	if err != nil {
		return nil, err
	}
	out := []bag.Entry{entry(requestsTwin, twin), entry(requestsWorkbook, workbook)}
	for _, l := range w.lists {
		out = append(out, bag.Entry{Path: "data/" + l.path, Write: func(to io.Writer) error { return copyFile(to, fsys, l.source) }})
	}
	return out, nil
}

// answered is a sheet of a list with our answers at the right of its own columns, if its rows are requests. A number that stands twice in the
// list was taken in once: left are the requests, by number, that no row before has answered.
func (v view) answered(name string, t tabular.Table, left map[string]*program.Request) (spreadsheet.Sheet, bool) {
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = row.Cells
	}
	head, ok := requestlist.Find(rows, nil)
	if _, counts := head.Columns[requestlist.Number]; !ok || !counts {
		return spreadsheet.Sheet{}, false
	}
	s := spreadsheet.Sheet{Name: name, Note: v.text("requests-answered-note", v.Site.Organization.Name)}
	width := 0
	for _, row := range rows[head.Row:] {
		width = max(width, len(row))
	}
	for i := range width {
		s.Columns = append(s.Columns, spreadsheet.Column{Head: cellAt(rows[head.Row], i)})
	}
	s.Columns = append(s.Columns, v.answerColumns()...)
	for _, row := range rows[head.Row+1:] {
		var cells []spreadsheet.Cell
		for i := range width {
			cells = append(cells, dated(cellAt(row, i)))
		}
		number := strings.ToLower(strings.Join(strings.Fields(head.Cell(row, requestlist.Number)), " "))
		s.Rows = append(s.Rows, append(cells, v.answerCells(left[number])...))
		delete(left, number)
	}
	return s, true
}

func cellAt(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}
