package program

import (
	"bytes"
	"io/fs"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/node"
)

// Original is what a record was written in, byte for byte: a file, or of a register the lines that are the record's.
type Original struct {
	Name string // of the file, below the directory of site.toml
	Text []byte
}

// Originals finds what records were written in. It reads a register once.
type Originals struct {
	fsys      fs.FS
	registers map[string]*register
}

// NewOriginals returns the originals of the records of a folder.
func NewOriginals(fsys fs.FS) *Originals {
	return &Originals{fsys, map[string]*register{}}
}

// Of returns what a record was written in: the row of its register, and the file that holds its prose. What cannot be read is not among them.
func (o *Originals) Of(rec Any) []Original {
	r := rec.Base()
	var out []Original
	if r.Span.File != r.Document {
		if text := o.register(r).row(func(row *node.Node) bool { return row.Span == r.Span }); text != nil {
			out = append(out, Original{r.Span.File, text})
		}
	}
	if r.Document != "" {
		if text, err := fs.ReadFile(o.fsys, r.Document); err == nil {
			out = append(out, Original{r.Document, text})
		}
	}
	return out
}

func (o *Originals) register(r *Record) *register {
	name := r.Span.File
	if o.registers[name] == nil {
		text, err := fs.ReadFile(o.fsys, name)
		if err != nil {
			text = nil
		}
		o.registers[name] = readRegister(r.Kind, name, text)
	}
	return o.registers[name]
}

// OriginalBefore returns what a policy or a procedure was written in when its file held another text, or nil if the record was not in it.
func OriginalBefore(site *config.Site, rec Controlled, name string, text []byte) []byte {
	r := rec.Base()
	if r.Document != "" {
		return text
	}
	return readRegister(r.Kind, name, text).row(func(row *node.Node) bool { return r.was(site, row) })
}

// was reports whether a row of a register is that of a record, by its id of today or a former one.
func (r *Record) was(site *config.Site, row *node.Node) bool {
	id := keyed(site, r.Kind, row).Get("id")
	return id != nil && (Outline{ID: r.ID, FormerIDs: r.FormerIDs}).Was(id.Text)
}

// register is a register and the rows of one kind in it.
type register struct {
	file *diag.File
	rows []*node.Node
}

func readRegister(k *Kind, name string, text []byte) *register {
	mark := len(text) - len(bytes.TrimPrefix(text, []byte("\ufeff")))
	if diag.InvalidUTF8(text) >= 0 {
		return &register{file: diag.NewFile(name, nil)}
	}
	file := diag.NewFile(name, text)
	root, _ := node.TOML(file, mark, len(text), "invalid-front-matter")
	return &register{file, rowsOf(root.Get(k.Name))}
}

// row returns the lines of the first row that is wanted, up to where the next one begins; nil if there is none.
func (r *register) row(wanted func(*node.Node) bool) []byte {
	for i, row := range r.rows {
		if !wanted(row) {
			continue
		}
		start, end := r.file.Offset(row.Span.Line, 0), len(r.file.Text)
		if i+1 < len(r.rows) && r.rows[i+1].Span.Line > row.Span.Line {
			end = r.file.Offset(r.rows[i+1].Span.Line, 0)
		}
		return r.file.Text[start:end]
	}
	return nil
}
