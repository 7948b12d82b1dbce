// Package collect owns how a piece of evidence comes in: a file that is measured and looked into, what a person says of it, what can be
// proposed to that person, and the row and the name that it gets.
//
// It makes nothing up: where evidence came from, and when, is said by a person or not at all. A secret is refused, and personal data kept
// out of git unless a person wants it there.
package collect

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/program"
)

// Keeping is what version control says of the place where evidence is kept, and of the person at work.
type Keeping struct {
	Git   bool   // a commit would hold the files: they are in a work tree, and not ignored
	Exact bool   // git leaves their bytes alone
	Email string // of the person at work, or ""
}

// Draft is a piece of evidence that is about to be recorded: what was handed in, and what a person has said of it so far. Where it came
// from is said by that person or not at all.
type Draft struct {
	Keeping
	row       program.Evidence
	statement string
	file      *File
	companion *File

	fsys    fs.FS
	edition *audience.Edition
	open    func(string) (*File, error)
	done    map[string]bool // keys of what was said, or was asked and left open
}

// New begins a piece of evidence: of a file, or of what is held under an address, or of neither. It refuses a site whose registers
// cannot be read: nobody knows what is recorded in them. open opens a file that a person names later.
func New(fsys fs.FS, e *audience.Edition, keeping Keeping, file *File, open func(string) (*File, error)) (*Draft, error) {
	if err := registers(e); err != nil {
		return nil, err
	}
	d := &Draft{Keeping: keeping, fsys: fsys, edition: e, open: open, file: file, done: map[string]bool{}}
	if file == nil {
		return d, nil
	}
	if err := file.weigh(); err != nil {
		return nil, err
	}
	return d, d.recorded()
}

// registers refuses a site of which a register was not read to its end.
func registers(e *audience.Edition) error {
	for _, f := range e.Report.Findings {
		if f.Severity == diag.Error && strings.HasSuffix(f.File, ".toml") && (f.Rule == "invalid-front-matter" || f.Rule == "invalid-encoding") {
			return fmt.Errorf("%s:%d:%d: %s\nhint: mend the register first; nothing was recorded", f.File, f.Line, f.Column, f.Message)
		}
	}
	return nil
}

// recorded refuses a file of which there is a record.
func (d *Draft) recorded() error {
	if e := d.holder(d.file); e != nil {
		return fmt.Errorf("%s is recorded already: %s, at %s:%d\nhint: what else it is evidence of is written into the controls of that record",
			d.file.Told, e.ID, e.Span.File, e.Span.Line)
	}
	return nil
}

// holder returns the record of a file: of its bytes, or of its place. It is nil if there is none.
func (d *Draft) holder(h *File) *program.Evidence {
	for _, e := range d.edition.Program.Evidence {
		same := strings.EqualFold(e.SHA256, h.SHA256) || d.edition.Files[e].SHA256 == h.SHA256
		if same || h.Within != "" && e.Source.Text == h.Within {
			return e
		}
	}
	return nil
}

// Set takes what a person says under a key, which is that of a flag. It refuses what cannot be.
func (d *Draft) Set(key, value string) error {
	value = strings.TrimSpace(value)
	if err := spoken(value); err != nil {
		return err
	}
	f := fieldNamed(key)
	if err := f.set(d, value); err != nil {
		return err
	}
	d.done[key] = true
	return nil
}

// Question is what is asked of a person, on one line.
type Question struct {
	Key      string
	Asks     string
	Proposal string // what an empty answer means; "": nothing is known
}

// Next returns what is to be asked next, and whether there is anything.
func (d *Draft) Next() (Question, bool) {
	for _, f := range fields {
		if f.asks != nil && !d.done[f.key] && f.open(d) {
			return Question{f.key, f.asks(d), f.proposes(d)}, true
		}
	}
	return Question{}, false
}

// Answer takes the answer to a question. An empty one keeps what was proposed; "-", and an empty one where nothing was, leaves it open.
func (d *Draft) Answer(q Question, text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		text = q.Proposal
	}
	if f := fieldNamed(q.Key); text == "" || text == "-" {
		if f.needed {
			return fmt.Errorf("there is no record without it")
		}
		d.done[q.Key] = true
		return nil
	}
	return d.Set(q.Key, text)
}

// Settle gives the record the names that nobody gave it, and refuses one that lacks what no record can do without.
func (d *Draft) Settle() error {
	for _, f := range fields {
		if !f.needed || d.done[f.key] || !f.open(d) {
			continue
		}
		if f.named {
			if err := d.Set(f.key, f.proposes(d)); err != nil {
				return err
			}
			continue
		}
		return fmt.Errorf("evidence add does not know the %s\nhint: %s", f.key, f.says(d))
	}
	return nil
}

// controls returns the controls that it is evidence of.
func (d *Draft) controls() []*program.Control {
	var out []*program.Control
	for _, ref := range d.row.Controls {
		out = append(out, ref.To)
	}
	return out
}

// spokenFor reports whether it comes from a person alone: then there is no system and no query.
func (d *Draft) spokenFor() bool { return slices.Contains([]string{"nil", "attestation"}, d.row.Kind) }
