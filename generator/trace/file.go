package trace

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
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

// Rewritten reports whether the file of a piece of evidence differs from the one that was recorded in its line ends alone.
func (t *Trace) Rewritten(e *program.Evidence) bool {
	same, err := source.Rewritten(t.fsys, t.Files[e].Path, e.SHA256)
	return same && err == nil // a file that cannot be read by now was measured a moment ago: nothing is said of its line ends
}

// Pointer reports whether a Git LFS pointer stands in the place of a file below the evidence root.
func (t *Trace) Pointer(name string) bool {
	p := path.Join(t.Site.Evidence.Root, name)
	if !t.Holds(name) {
		return false
	}
	facts, err := source.Measure(t.fsys, p)
	return err == nil && facts.Pointer
}

// Pieces reads the whole of a file that a record names, if it is text, piece by piece.
func (t *Trace) Pieces(rec program.Any, found func(*source.Piece)) {
	if f := t.Files[rec]; f.Present && !f.Pointer && !f.Sealed {
		_ = source.Pieces(t.fsys, f.Path, found) // it could be read when it was measured; what can be read of it now is looked at
	}
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
		if e.IsLocal() {
			t.log.Add(diag.Finding{Rule: "unsafe-path", Span: e.Source.Span, Record: e.ID, Message: fmt.Sprintf("the address %q is of a file on one machine", e.Source.Text),
				Hint: "put the file below " + t.Site.Evidence.Root + ", or write the address under which others find it"})
		}
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
	t.EvidenceDir = t.evidenceRoot()
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

// evidenceRoot reports whether the evidence root is there. Where it is not, as on a machine that does not mount it, the files are held
// elsewhere; a root that can hold none is the author's to mend, and said once.
func (t *Trace) evidenceRoot() bool {
	root := t.Site.Evidence.Root
	info, err := fs.Stat(t.fsys, root)
	switch at := t.Site.Tree.At("evidence", "root"); {
	case err == nil && info.IsDir():
		return true
	case err == nil:
		t.fail(at, fmt.Sprintf("%q is a file, and is to be the folder of the evidence", root), "name a folder")
	case !absent(err):
		t.lostRoot = true
		t.log.Add(diag.Finding{Rule: "unsafe-path", Span: at, Message: fmt.Sprintf("the evidence folder %q is a link that leaves the site", root),
			Hint: "mount the files there, or copy them into a folder of the site; one that git ignores will do"})
	}
	return false
}

// file measures one file. A path that is none, or that leads out of the site, is the author's to mend; the error is for a file
// that is there and cannot be read.
func (t *Trace) file(n named) (File, error) {
	p := path.Join(n.root, n.name)
	info, err := fs.Stat(t.fsys, p)
	switch _, isEvidence := n.rec.(*program.Evidence); {
	case isEvidence && t.lostRoot: // which has its finding
		return File{}, nil
	case !fs.ValidPath(n.name) || !fs.ValidPath(p) || err != nil && !absent(err) || err != nil && strings.Contains(n.name, `\`):
		message, hint := n.stray()
		t.log.Add(diag.Finding{Rule: "unsafe-path", Span: n.at, Record: n.rec.Base().ID, Message: message, Hint: hint})
		return File{}, nil
	case err != nil || !info.Mode().IsRegular():
		return File{Path: p, Facts: source.Facts{Rows: -1}}, nil
	}
	facts, err := source.Measure(t.fsys, p)
	return File{p, facts}, err
}

var drive = regexp.MustCompile(`^[A-Za-z]:[\\/]`)

// stray says what is wrong with a path that names no file below its folder, and what to write.
func (n named) stray() (message, hint string) {
	slashed := strings.ReplaceAll(n.name, `\`, "/")
	plain := path.Clean(slashed)
	if absolute := strings.HasPrefix(slashed, "/") || drive.MatchString(n.name); absolute || !fs.ValidPath(plain) || plain == n.name {
		return fmt.Sprintf("the path %q leaves %s", n.name, n.folder), "name a file below " + n.root
	}
	return fmt.Sprintf("%q is no plain path", n.name), fmt.Sprintf("write it as %q", plain)
}

// absent reports whether an error says that there is no such file: nothing has its name, or the name cannot be one.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ENAMETOOLONG)
}
