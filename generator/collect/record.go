package collect

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"

	"trustpress/generator/bag"
	"trustpress/generator/check"
	"trustpress/generator/edit"
	"trustpress/generator/program"
)

// Recorded is a piece of evidence that is ready to be written down.
type Recorded struct {
	ID       string
	Register string // that its row is added to
	File     string // where its file stands from then on, below the folder of the site file; "": there is none
	SHA256   string
	Rows     int64 // counted; -1: the file has none
	Changes  []edit.Change
	Notes    []string // what an auditor will ask about, and does not stop it
}

// Lasting says why the evidence must not go into git without a person's word, or "".
func (d *Draft) Lasting() string {
	for _, h := range []*File{d.file, d.companion} {
		declared := d.row.PersonalData != nil
		switch {
		case h == nil || !d.Git || declared && !*d.row.PersonalData:
		case declared:
			return h.Told + " holds personal data, and what git holds cannot be erased from its history"
		case h.people != "":
			return fmt.Sprintf("%s looks as if it held %s, and what git holds cannot be erased from its history", h.Told, h.people)
		}
	}
	return ""
}

// Finish returns what is to be written, all of it or nothing. Personal data goes into git only where a person said that it may.
func (d *Draft) Finish(lasting bool) (*Recorded, error) {
	if why := d.Lasting(); why != "" && !lasting {
		return nil, fmt.Errorf("%s\nhint: export it without; or let git ignore %s; --yes records it all the same, and --personal-data no says that it is none", why, d.root())
	}
	out := &Recorded{ID: d.row.ID, Rows: -1}
	taken, err := d.taken()
	if err != nil {
		return nil, err
	}
	if d.file != nil {
		if d.row.Source.Text, err = d.place(d.file, taken, out); err != nil {
			return nil, err
		}
		out.File, out.SHA256, out.Rows = path.Join(d.root(), d.row.Source.Text), d.file.SHA256, d.file.Rows
	}
	if err := d.beside(taken, out); err != nil {
		return nil, err
	}
	kind := program.KindNamed("evidence")
	row, err := edit.AppendRow(d.fsys, path.Join(d.edition.Site.Content.Root, kind.Folder+".toml"), kind.Name, d.fields())
	if err != nil {
		return nil, err
	}
	out.Register, out.Changes = row.Path, append(out.Changes, row)
	out.Notes = d.notes()
	return out, d.exact(out)
}

// exact has git leave the bytes of the files alone, if it does not already.
func (d *Draft) exact(out *Recorded) error {
	if out.File == "" || !d.Git || d.Exact {
		return nil
	}
	c, changed, err := edit.Attribute(d.fsys, d.root())
	if changed {
		out.Changes = append(out.Changes, c)
		out.Notes = append(out.Notes, fmt.Sprintf("%s has git leave the bytes below %s alone from now on; commit it with the file and the register", c.Path, d.root()))
	}
	return err
}

// root is the folder of raw evidence.
func (d *Draft) root() string { return d.edition.Site.Evidence.Root }

// place returns the name of a file below the evidence root, and copies it there unless it stands there already.
func (d *Draft) place(h *File, taken []string, out *Recorded) (string, error) {
	if h.Within != "" {
		return h.Within, nil
	}
	paths, err := bag.Namer{Folder: d.root(), Taken: taken}.Names([]string{d.fileName(h)})
	if err != nil {
		return "", err
	}
	out.Changes = append(out.Changes, edit.Change{Path: paths[0], New: true, Copy: &edit.Copy{FS: h.FS, Name: h.Name, Told: h.Told, SHA256: h.SHA256}})
	return path.Base(paths[0]), nil
}

// beside places the companion, unless its bytes are recorded evidence: then that is the companion.
func (d *Draft) beside(taken []string, out *Recorded) (err error) {
	if d.companion == nil {
		return nil
	}
	if e := d.holder(d.companion); e != nil && e.HasFile() {
		d.row.Companion = e.Source.Text
		return nil
	}
	if d.row.Source.Text != "" {
		taken = append(taken, path.Base(d.row.Source.Text))
	}
	d.row.Companion, err = d.place(d.companion, taken, out)
	return err
}

// taken lists the names below the evidence root.
func (d *Draft) taken() ([]string, error) {
	switch there, err := fs.Lstat(d.fsys, d.root()); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil // it is made
	case err == nil && there.Mode()&fs.ModeSymlink == 0:
	default:
		if info, err := fs.Stat(d.fsys, d.root()); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("the evidence folder %s leads to no folder of the site\nhint: mount it, or name another as root under [evidence] in %s", d.root(), d.edition.Site.File)
		}
	}
	entries, err := fs.ReadDir(d.fsys, d.root())
	if err != nil {
		return nil, err
	}
	var out []string
	for _, entry := range entries {
		out = append(out, entry.Name())
	}
	return out, nil
}

// fields is the row, in the order of the manual.
func (d *Draft) fields() edit.Row {
	var out edit.Row
	e := &d.row
	out.Put("id", edit.Quoted(e.ID))
	out.Put("title", edit.Quoted(e.Title))
	out.Put("controls", edit.List(ids(d.controls())))
	out.Put("kind", edit.Quoted(e.Kind))
	out.Put("source", edit.Quoted(e.Source.Text))
	if f := d.file; f != nil {
		if f.Within == "" {
			out.Put("original_name", edit.Quoted(edit.Plainly(f.base())))
		}
		out.Put("sha256", edit.Quoted(f.SHA256))
		out.Put("size", strconv.FormatInt(f.Size, 10))
	}
	out.Put("companion", edit.Quoted(e.Companion))
	out.Put("system", edit.Quoted(e.System))
	out.Put("environment", edit.Quoted(e.Environment))
	out.Put("query", edit.Quoted(e.Query))
	out.Put("filters", edit.Quoted(e.Filters))
	out.Put("collected_at", e.CollectedAt.Text)
	out.Put("collected_by", edit.Quoted(e.CollectedBy.Text))
	out.Put("method", edit.Quoted(e.Method))
	if e.RowCount != nil {
		out.Put("row_count", strconv.FormatInt(*e.RowCount, 10))
	}
	out.Put("control_total", edit.Quoted(e.ControlTotal))
	out.Put("completeness", edit.Quoted(e.Completeness))
	out.Put("covers", edit.Period(e.Covers))
	out.Put("occurred_on", e.OccurredOn.String())
	if e.PersonalData != nil {
		out.Put("personal_data", strconv.FormatBool(*e.PersonalData))
	}
	out.Put("statement", edit.Quoted(d.statement))
	return out
}

func ids(controls []*program.Control) []string {
	var out []string
	for _, c := range controls {
		out = append(out, c.ID)
	}
	return out
}

// notes says what the rules will, and what an auditor will ask about beside that.
func (d *Draft) notes() []string {
	var out []string
	for _, f := range check.Foretell(d.edition.Trace, &d.row) {
		out = append(out, fmt.Sprintf("%s (%s)", f.Message, f.Rule))
	}
	e, collected := &d.row, d.row.CollectedAt.Day
	switch {
	case collected.IsZero():
	case d.edition.AsOf.Before(collected):
		out = append(out, fmt.Sprintf("it is said to have been collected on %s, and this is %s", collected, d.edition.AsOf))
	case collected.Before(e.Covers.To):
		out = append(out, fmt.Sprintf("it was collected on %s, and is said to cover the days up to %s", collected, e.Covers.To))
	case collected.Before(e.OccurredOn):
		out = append(out, fmt.Sprintf("it was collected on %s, and is said to have occurred on %s", collected, e.OccurredOn))
	}
	return out
}
