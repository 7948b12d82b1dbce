package auditor

import (
	"io/fs"
	"path"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/bag"
	"trustpress/generator/program"
)

// file is a raw file of the payload.
type file struct {
	Name     string // the original one, as it stands in the record
	Path     string // below data/
	source   string // in the site
	evidence *program.Evidence
}

// raws finds the raw files that are there, and gives them names beside the pages of their records.
func (p *places) raws(a *audience.Auditor, fsys fs.FS) error {
	for _, e := range a.Program.Evidence {
		if e.HasFile() {
			p.sources[e.Source.Text] = e
		}
	}
	for _, e := range a.Program.Evidence {
		var files []*file
		if f := a.Files[e]; f.Present && !f.Pointer && !p.keptAt(e, f.SHA256) {
			p.raw[e] = &file{Name: e.Source.Text, source: f.Path, evidence: e}
			files = append(files, p.raw[e])
		}
		if other := p.sources[e.Companion]; other != nil && e.Companion != "" {
			p.beside[other] = append(p.beside[other], e)
		}
		f := p.alone(a, fsys, e)
		kept, err := p.keptBeside(fsys, f)
		if err != nil {
			return err
		}
		if f != nil && !kept {
			p.companion[e] = f
			files = append(files, f)
		}
		if err := p.add(e, files); err != nil {
			return err
		}
	}
	return nil
}

// alone returns the companion of a piece of evidence, if it is a file that no record of its own describes.
func (p *places) alone(a *audience.Auditor, fsys fs.FS, e *program.Evidence) *file {
	source := path.Join(a.Site.Evidence.Root, e.Companion)
	if e.Companion == "" || p.sources[e.Companion] != nil || !fs.ValidPath(e.Companion) || !fs.ValidPath(source) {
		return nil
	}
	if info, err := fs.Stat(fsys, source); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return &file{Name: e.Companion, source: source, evidence: e}
}

func (p *places) add(e *program.Evidence, files []*file) error {
	originals := make([]string, len(files))
	for i, f := range files {
		originals[i] = path.Base(f.Name)
	}
	folder := path.Dir(p.records[e].page)
	paths, err := bag.Namer{Folder: "data/" + folder, Taken: []string{"index.html"}}.Names(originals)
	if err != nil {
		return err
	}
	for i, f := range files {
		f.Path = strings.TrimPrefix(paths[i], "data/")
		p.files = append(p.files, f)
	}
	return nil
}
