package collect

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"trustpress/generator/edit"
	"trustpress/generator/nearest"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/secret"
	"trustpress/generator/source"
)

// spoken refuses what cannot stand in any field.
func spoken(value string) error {
	switch found := secret.Find([]byte(value)); {
	case value == "":
		return fmt.Errorf("nothing is said\nhint: leave it out if there is nothing to say")
	case len(found) > 0:
		return fmt.Errorf("this looks like a secret: %s\nhint: say it without; a record is no place to keep a key", found[0].Description)
	case strings.Contains(value, "{{"):
		return fmt.Errorf("%q holds \"{{\", which is read as a parameter\nhint: say it in other words", value)
	}
	return nil
}

func text(of func(*Draft) *string) func(*Draft, string) error {
	return func(d *Draft, value string) error {
		*of(d) = value
		return nil
	}
}

func (d *Draft) setURL(value string) error {
	at, err := url.Parse(value)
	switch {
	case err != nil || at.Scheme == "" || !strings.Contains(value, "://"):
		return fmt.Errorf("%q is no address\nhint: write it whole, as https://files.example.com/export.csv", value)
	case strings.EqualFold(at.Scheme, "file"):
		return fmt.Errorf("%q is the address of a file on one machine\nhint: hand the file in, or write the address under which others find it", value)
	case at.User != nil:
		return fmt.Errorf("the address holds a name or a password\nhint: write it without")
	}
	d.row.Source.Text = value
	return nil
}

// setControls takes ids, with commas between them.
func (d *Draft) setControls(value string) error {
	for id := range strings.SplitSeq(value, ",") {
		if err := d.addControl(strings.TrimSpace(id)); err != nil {
			return err
		}
	}
	return nil
}

func (d *Draft) addControl(id string) error {
	c, err := edit.Named(d.edition, id, "control", d.edition.Program.Controls)
	if err != nil {
		return err
	}
	if c.Retired() {
		return fmt.Errorf("%s is retired\nhint: evidence is of a control that is carried out; what took its place?", c.ID)
	}
	if !slices.Contains(d.controls(), c) {
		d.row.Controls = append(d.row.Controls, program.Ref[program.Control]{ID: c.ID, To: c})
	}
	return nil
}

func evidenceKinds() []string {
	for _, f := range node.Fields(program.KindNamed("evidence").Type) {
		if f.Key == "kind" {
			return f.Of
		}
	}
	return nil
}

// kindsOfFiles are those that a file usually is.
func kindsOfFiles() []string {
	return slices.DeleteFunc(slices.Clone(evidenceKinds()), func(kind string) bool { return kind == "nil" || kind == "attestation" })
}

func (d *Draft) setKind(value string) error {
	kind := strings.ToLower(value)
	switch {
	case !slices.Contains(evidenceKinds(), kind):
		hint := "one of " + strings.Join(evidenceKinds(), ", ")
		if near, ok := nearest.Within(kind, evidenceKinds(), 2); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return fmt.Errorf("there is no kind of evidence %q\nhint: %s", value, hint)
	case kind == "nil" && (d.file != nil || d.row.Source.Text != ""):
		return fmt.Errorf("that nothing occurred has no file and no address\nhint: an export without rows is a population; else leave the file out")
	case d.file == nil && d.row.Source.Text == "" && kind != "nil" && kind != "attestation":
		return fmt.Errorf("a %s is a file, or is held under an address\nhint: name the file, or give --url; without either there are --nil and --kind attestation", kind)
	}
	d.row.Kind = kind
	return nil
}

func (d *Draft) setCovers(value string) error {
	period, ok := program.ParsePeriod(value)
	if !ok {
		return fmt.Errorf("%q is no period\nhint: write it as 2026, 2026Q1, 2026-03 or 2026-01-01..2026-03-31", value)
	}
	d.row.Covers = period
	return nil
}

func (d *Draft) setOccurred(value string) error {
	day, err := node.ParseDay(value)
	if err != nil {
		return fmt.Errorf("%q is no date\nhint: write it as 2026-03-31", value)
	}
	d.row.OccurredOn = day
	return nil
}

// setWhen takes a period, or a day on which it occurred.
func (d *Draft) setWhen(value string) error {
	if day, err := node.ParseDay(value); err == nil {
		d.row.OccurredOn = day
		return nil
	}
	if err := d.setCovers(value); err != nil {
		return fmt.Errorf("%w, or a day as 2026-03-31", err)
	}
	return nil
}

func (d *Draft) setID(value string) error {
	d.row.ID = value
	return d.edition.Free(value)
}

func (d *Draft) fromSystem() bool { return !d.spokenFor() }

// setCollectedAt takes a time with its zone; seconds may be left out.
func (d *Draft) setCollectedAt(value string) error {
	value = strings.ToUpper(strings.Replace(value, " ", "T", 1))
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		at, err := time.Parse(form, value)
		if err != nil {
			continue
		}
		value = at.Format(time.RFC3339)
		day, err := node.ParseDay(value[:len("2026-03-31")])
		d.row.CollectedAt = node.Moment{Text: value, Day: day}
		return err
	}
	return fmt.Errorf("%q is no time with its zone\nhint: write it as 2026-03-31T15:04:00+02:00", value)
}

// setCollectedBy takes a person, or the name of whoever or whatever collected it. A slip in an id is no name.
func (d *Draft) setCollectedBy(value string) error {
	person, known := d.edition.Record(value).(*program.Person)
	switch near, slip := edit.Meant(value, d.edition.Program.People, 2); {
	case known:
		value = person.ID
	case slip && source.Valid(value):
		return fmt.Errorf("there is no person %q\nhint: did you mean %q?", value, near)
	}
	d.row.CollectedBy.Text = value
	return nil
}

// setRows takes the count that the source system gave. The file has as many rows, or one of the two is wrong.
func (d *Draft) setRows(value string) error {
	n, err := strconv.ParseInt(value, 10, 64)
	switch {
	case err != nil || n < 0:
		return fmt.Errorf("%q is no number of rows", value)
	case d.file != nil && d.file.Rows >= 0 && d.file.Rows != n:
		return fmt.Errorf("%s has %d rows, and the system is said to have counted %d\nhint: export it again, whole; the header is no row", d.file.Told, d.file.Rows, n)
	}
	d.row.RowCount = &n
	return nil
}

func (d *Draft) askRows() string {
	return fmt.Sprintf("rows that the system says there are; the file has %d", d.file.Rows)
}

// YesOrNo reads an answer, and whether it is one.
func YesOrNo(answer string) (yes, ok bool) {
	yes, ok = map[string]bool{"yes": true, "y": true, "no": false, "n": false}[strings.ToLower(answer)]
	return yes, ok
}

func (d *Draft) setPersonal(value string) error {
	answer, ok := YesOrNo(value)
	if !ok {
		return fmt.Errorf("%q is neither yes nor no", value)
	}
	d.row.PersonalData = &answer
	return nil
}

func (d *Draft) setCompanion(value string) error {
	if d.file == nil {
		return fmt.Errorf("a companion stands beside a file, and there is none")
	}
	beside, err := d.open(value)
	if err == nil {
		err = beside.weigh()
	}
	if err == nil && beside.SHA256 == d.file.SHA256 {
		err = fmt.Errorf("%s is the same file once more\nhint: a companion is the export beside a screenshot", beside.Told)
	}
	if err != nil {
		return err
	}
	d.companion = beside
	return nil
}

func (d *Draft) setStatement(value string) error {
	d.statement = value
	d.row.Statement = program.Prose{Prose: &source.Prose{HTML: value}}
	return nil
}

// isList reports whether it is a list of what a system holds, of which somebody will ask whether it is whole.
func (d *Draft) isList() bool {
	return d.row.Kind == "population" || d.row.Kind == "report" && d.file != nil && d.file.Rows >= 0
}

// isWord reports whether it is nothing but what a person says.
func (d *Draft) isWord() bool {
	return d.row.Kind == "nil" || d.row.Kind == "attestation" && d.file == nil && d.row.Source.Text == ""
}
