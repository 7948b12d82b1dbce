package trace

import (
	"io/fs"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// Passages reads a text that everybody reads once more, for the places of its words.
func (t *Trace) Passages(told program.Told) []source.Passage {
	return t.Program.Passages(told, func(name string) *source.Document { return source.Again(t.fsys, name) })
}

// Open returns the text of a document that customers may have without asking, or nil if it is none.
func (t *Trace) Open(d *program.Document) *diag.File {
	f := t.Files[d]
	if !d.IsPublic() || d.Access != "open" || !f.Present || f.Pointer || !source.Textual(f.Path) {
		return nil
	}
	text, err := fs.ReadFile(t.fsys, f.Path)
	if err != nil { // it was there when it was measured
		return nil
	}
	return diag.NewFile(f.Path, text)
}
