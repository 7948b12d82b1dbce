// Package requests owns how what a service auditor asks for comes in: her list of requests, matched by her numbers with those that are
// there, and the items that she selected out of a population.
//
// It keeps each list byte for byte, reads no word of it for another than it says, and notes what it could not read. What differs from the
// register is told, and changed where that is asked for.
package requests

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/edit"
	"trustpress/generator/program"
	"trustpress/generator/requestlist"
)

// ImportOptions say how a request list is to be read.
type ImportOptions struct {
	Columns []string // "Their column=field"
	Order   requestlist.Order
	Update  bool // requests that the list has otherwise than the register are changed there
}

// Imported is what a request list comes to, before anything is written.
type Imported struct {
	Register string
	List     string // as requests name it
	Added    []Entry
	Changed  []Entry
	Same     int
	Notes    []string // what could not be read, and what a person should know
	Changes  []edit.Change
}

// mostText is how many bytes the requests of a list have at most, as a register has them.
const mostText = 32 << 20

// size returns how many bytes the words of requests have.
func size(rows []*asked) int {
	n := 0
	for _, a := range rows {
		n += len(a.number) + len(a.request) + len(a.comment)
	}
	return n
}

// Entry is a request that is added or changed.
type Entry struct{ ID, Number, What string }

// mostRequests is how many rows a request list has at most. What is longer is a population.
const mostRequests = 10_000

// Import reads a request list of the service auditor. A row whose number no request has becomes one; of the others it says
// what differs. The list is kept as it came.
func Import(fsys fs.FS, e *audience.Edition, list List, opt ImportOptions) (*Imported, error) {
	rows, notes, err := readAsked(e, list, opt)
	if err != nil {
		return nil, err
	}
	kind := program.KindNamed("request")
	out := &Imported{Register: path.Join(e.Site.Content.Root, kind.Folder+".toml"), Notes: notes}
	name, kept, err := list.keep(fsys, e)
	if err != nil {
		return nil, err
	}
	out.List = name
	m := newMatch(e)
	var added []edit.Row
	changes := map[string]edit.Row{}
	for _, a := range rows {
		if req := m.request(a.number); req != nil {
			out.compare(e, req, a, opt.Update, changes)
			continue
		}
		id := m.free(a.number)
		added = append(added, a.row(id, name, e))
		out.Added = append(out.Added, Entry{id, a.number, a.title})
	}
	out.gone(m)
	return out, out.write(fsys, kind.Name, kept, added, changes)
}

// write makes the changes: the list as it came, and the register.
func (r *Imported) write(fsys fs.FS, kind string, kept []edit.Change, added []edit.Row, changes map[string]edit.Row) error {
	r.Changes = append(r.Changes, kept...)
	if len(added)+len(changes) == 0 {
		return nil
	}
	old, absent, err := edit.ReadRegister(fsys, r.Register)
	if err != nil {
		return err
	}
	text := old
	if len(changes) > 0 {
		if text, err = edit.WithFields(r.Register, text, kind, changes); err != nil {
			return err
		}
	}
	if text, err = edit.WithRows(r.Register, text, kind, added...); err != nil {
		return err
	}
	r.Changes = append(r.Changes, edit.Change{Path: r.Register, Text: text, New: absent, Was: old})
	return nil
}

// readAsked reads the rows of every sheet that holds requests.
func readAsked(e *audience.Edition, list List, opt ImportOptions) (rows []*asked, notes []string, err error) {
	told, err := own(opt.Columns)
	if err != nil {
		return nil, nil, err
	}
	sheets, notes, err := list.sheets()
	if err != nil {
		return nil, nil, err
	}
	var unread []string
	found, n := false, newNames(e)
	for _, s := range sheets {
		head, ok := requestlist.Find(s.cells(), told)
		if !ok {
			unread = append(unread, fmt.Sprintf("sheet %q holds no request list, and is not read", s.Name))
			continue
		}
		if err := counts(head, s); err != nil {
			return nil, nil, err
		}
		if n := len(s.Rows) - head.Row - 1; n > mostRequests {
			return nil, nil, fmt.Errorf("%s has %d rows, and a request list has %d at most\nhint: is it a population? trustpress evidence add keeps one", list.Name, n, mostRequests)
		}
		found = true
		r := rowReader{names: n, head: head, order: order(s, head, opt.Order), whole: e.Period}
		rows = append(rows, r.sheet(s)...)
		notes = append(notes, r.notes...)
		if size(rows) > mostText {
			return nil, nil, fmt.Errorf("the requests of %s have more than %d MB together\nhint: send the requests themselves, and what belongs to them as files beside the list", list.Name, mostText>>20)
		}
	}
	if !found {
		return nil, nil, errors.New(list.Name + " has no row that names the columns of a request list\nhint: it needs a column for the number and one for the request; " +
			`--map "Their column=request" --map "Another=number" says which they are`)
	}
	rows, twice := once(rows)
	return rows, slices.Concat(unread, notes, twice), nil
}

// counts refuses a list whose requests have no numbers: a second list could not be told from the first.
func counts(head requestlist.Head, s sheet) error {
	if _, there := head.Columns[requestlist.Number]; there {
		return nil
	}
	row := s.Rows[head.Row]
	return fmt.Errorf("%s names no column for the number of a request\nhint: --map \"Their column=number\" says which it is; the columns are %s", s.at(row.Number), columns(row.Cells))
}

func columns(cells []string) string {
	var out []string
	for _, cell := range cells {
		if cell != "" {
			out = append(out, fmt.Sprintf("%q", shorten(cell, 40)))
		}
	}
	return strings.Join(out, ", ")
}

// order returns which of two numbers is the month, if nobody says: what one day of the sheet proves holds for all of them.
func order(s sheet, head requestlist.Head, told requestlist.Order) requestlist.Order {
	if told != requestlist.Unknown {
		return told
	}
	var proved requestlist.Order
	for _, row := range s.Rows[head.Row+1:] {
		for _, f := range []requestlist.Field{requestlist.Due, requestlist.From, requestlist.To} {
			switch one := requestlist.Tells(head.Cell(row.Cells, f)); {
			case one == requestlist.Unknown:
			case proved != requestlist.Unknown && one != proved:
				return requestlist.Unknown
			default:
				proved = one
			}
		}
	}
	return proved
}

// sheet reads the rows below the head.
func (r *rowReader) sheet(s sheet) []*asked {
	var out []*asked
	if len(r.head.Others) > 0 {
		var names []string
		for _, i := range r.head.Others {
			names = append(names, s.Rows[r.head.Row].Cells[i])
		}
		r.notes = append(r.notes, fmt.Sprintf("%s: the list alone keeps what stands under %s", s.at(s.Rows[r.head.Row].Number), columns(names)))
	}
	for _, row := range s.Rows[r.head.Row+1:] {
		a, ok := r.read(s.at(row.Number), row.Cells)
		if !ok {
			continue
		}
		if row.Hidden {
			r.note(a, "this row is hidden, and is read all the same")
		}
		out = append(out, a)
	}
	return out
}

// once leaves out a row that has the number of an earlier one, and says so.
func once(rows []*asked) (out []*asked, notes []string) {
	seen := map[string]*asked{}
	for _, a := range rows {
		if before := seen[strings.ToLower(a.number)]; before != nil {
			notes = append(notes, fmt.Sprintf("%s: the number %s stands at %s already, and this row is not read", a.at, a.number, before.at))
			continue
		}
		seen[strings.ToLower(a.number)] = a
		out = append(out, a)
	}
	return out, notes
}
