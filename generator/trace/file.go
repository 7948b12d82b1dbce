package trace

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
)

// File is a file that a record names: raw evidence, a document for customers, or the archive of a release.
type File struct {
	Path string // below the directory of site.toml
	source.Facts
}

// Holds reports whether a file stands below the evidence root.
func (t *Trace) Holds(name string) bool {
	p := path.Join(t.Site.Evidence.Root, name)
	if !fs.ValidPath(name) || !fs.ValidPath(p) {
		return false
	}
	info, err := fs.Stat(t.fsys, p)
	return err == nil && info.Mode().IsRegular()
}

// Asset reports whether a file of the content holds no text of records. Raw evidence, a symbolic link, and what is hidden or ignored are
// no content.
func (t *Trace) Asset(name string) bool { return t.assets[name] }

// Archives returns the archives that stand where those of releases do, sorted.
func (t *Trace) Archives() []string {
	folder := path.Join(t.Site.Content.Root, program.KindNamed("release").Folder)
	var out []string
	for name := range t.assets {
		if path.Dir(name) == folder && strings.EqualFold(path.Ext(name), ".zip") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Sample returns the beginning of a piece of evidence's file, if it is text.
func (t *Trace) Sample(e *program.Evidence) string {
	if f := t.Files[e]; f.Present && !f.Pointer {
		return source.Sample(t.fsys, f.Path)
	}
	return ""
}

// named is a file as a record names it.
type named struct {
	rec    program.Any
	folder string // that it stands in, in words
	root   string
	name   string
	at     diag.Span
}

// named lists the files that records name.
func (t *Trace) named() []named {
	var out []named
	for _, e := range t.Program.Evidence {
		if e.HasFile() {
			out = append(out, named{e, "the evidence folder", t.Site.Evidence.Root, e.Source.Text, e.Source.Span})
		}
	}
	for _, d := range t.Program.Documents {
		if d.Source != "" {
			out = append(out, named{d, "the content", t.Site.Content.Root, d.Source, d.At("file")})
		}
	}
	for _, r := range t.Program.Releases {
		if len(t.Program.Released(r.Version)) == 1 { // of two rows nobody knows which is right
			out = append(out, named{r, "the content", t.Site.Content.Root, r.Archive(), r.At("version")})
		}
	}
	return out
}

// measure reads every file that a record names once.
func (t *Trace) measure() error {
	info, err := fs.Stat(t.fsys, t.Site.Evidence.Root)
	t.EvidenceDir = err == nil && info.IsDir()
	t.Files = map[program.Any]File{}
	all := t.named()
	files := make([]File, len(all))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, n := range all {
		g.Go(func() (err error) {
			files[i], err = t.file(n)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for i, n := range all {
		if files[i].Path != "" {
			t.Files[n.rec] = files[i]
		}
	}
	return nil
}

// file measures one file. A path that is none, or that leads out of the site, is the author's to mend; the error is for a file
// that is there and cannot be read.
func (t *Trace) file(n named) (File, error) {
	p := path.Join(n.root, n.name)
	info, err := fs.Stat(t.fsys, p)
	switch {
	case !fs.ValidPath(n.name) || !fs.ValidPath(p) || err != nil && !absent(err):
		t.log.Add(diag.Finding{Rule: "unsafe-path", Span: n.at, Record: n.rec.Base().ID,
			Message: fmt.Sprintf("the path %q leaves %s", n.name, n.folder), Hint: "name a file below " + n.root})
		return File{}, nil
	case err != nil || !info.Mode().IsRegular():
		return File{Path: p, Facts: source.Facts{Rows: -1}}, nil
	}
	facts, err := source.Measure(t.fsys, p)
	return File{p, facts}, err
}

// absent reports whether an error says that there is no such file: nothing has its name, or the name cannot be one.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ENAMETOOLONG)
}
