// Package source owns the bytes of a site: it lists the content, reads each file once, cuts front matter from prose, and turns
// front matter and registers into positioned nodes. Its Parser reads prose once and hands out finished HTML with slots where
// references stand, the references, the headings and the parameters; no syntax tree outlives its file.
//
// It refuses to know what a record is, which kinds there are, or where a reference leads. It follows no symbolic link.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"golang.org/x/sync/errgroup"

	"trustpress/generator/config"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/secret"
)

// Tree is the content of a site, in the order of its paths.
type Tree struct {
	Documents []*Document // Markdown files
	Registers []*Register // TOML files
	Assets    []string    // all other files below the content root

	idKeys []string // keys that the site reads as "id"
}

// Document is one Markdown file.
type Document struct {
	*diag.File
	Fields *node.Node // the front matter; an empty Map if there is none
	Bare   bool       // there is no front matter
	Broken bool       // it could not be read: nothing is to be concluded from what is not in it
}

// Release lets go of the text once nothing more is to be read from it. Its places stay known.
func (d *Document) Release() { d.Text = nil }

// Again reads a Markdown file once more. What is wrong with it was reported the first time.
func Again(fsys fs.FS, name string) *Document {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil
	}
	return Older(name, text)
}

// Older makes a document of what a Markdown file held before, or nil if it was none. Nobody is told any more what is wrong with it. The
// document keeps the bytes.
func Older(name string, text []byte) *Document {
	if diag.InvalidUTF8(text) >= 0 {
		return nil
	}
	return document(diag.NewFile(name, text), &diag.Log{})
}

// Register is one TOML file.
type Register struct {
	*diag.File
	Root   *node.Node
	Broken bool // it did not parse to its end
}

// Read lists and reads the content of a site. The error is for a disk that fails; what the author can mend is a finding.
func Read(fsys fs.FS, site *config.Site, progress func(done, total int)) (*Tree, []diag.Finding, error) {
	return read(fsys, site, guarded, progress)
}

// Reread reads the content of a site whose bytes were looked through before, as those of a released version were: it looks for no
// secrets in them.
func Reread(fsys fs.FS, site *config.Site) (*Tree, []diag.Finding, error) {
	return read(fsys, site, encoded, func(int, int) {})
}

// guard looks at the bytes of a file before anything is made of them, and reports whether anything can be.
type guard func(*diag.File, *diag.Log) bool

func read(fsys fs.FS, site *config.Site, look guard, progress func(done, total int)) (*Tree, []diag.Finding, error) {
	var log diag.Log
	paths, err := list(fsys, site, &log)
	if err != nil {
		return nil, nil, err
	}
	if logo := site.Site.Logo; logo != "" && !slices.Contains(paths, path.Join(site.Content.Root, logo)) {
		log.Add(diag.Finding{Rule: "invalid-config", Span: site.Tree.At("site", "logo"), Message: fmt.Sprintf("there is no file %q", logo),
			Hint: "name it as it stands below " + site.Content.Root})
	}
	files := make([]any, len(paths))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range paths {
		if !reads(p) {
			files[i] = p
		} else {
			g.Go(func() error {
				text, err := fs.ReadFile(fsys, p)
				if err != nil {
					return err
				}
				files[i] = parse(p, text, look, &log)
				return nil
			})
		}
		progress(i+1, len(paths))
	}
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	tree := sorted(files)
	tree.idKeys = idKeys(site)
	return tree, log.Findings(), nil
}

func sorted(read []any) *Tree {
	t := &Tree{}
	for _, f := range read {
		switch f := f.(type) {
		case *Document:
			t.Documents = append(t.Documents, f)
		case *Register:
			t.Registers = append(t.Registers, f)
		case string:
			t.Assets = append(t.Assets, f)
		}
	}
	return t
}

// List returns the names of the files that Read reads, in the order of their paths: Markdown, registers and drawings. What is hidden,
// ignored, a link or raw evidence is not among them.
func List(fsys fs.FS, site *config.Site) ([]string, error) {
	paths, err := list(fsys, site, &diag.Log{})
	return slices.DeleteFunc(paths, func(p string) bool { return !reads(p) }), err
}

// reads reports whether the bytes of a file are looked at, by its name.
func reads(name string) bool {
	ext := path.Ext(name)
	return ext == ".md" || ext == ".toml" || drawing(name)
}

// list returns the files below the content root, without hidden and ignored ones and without the raw evidence.
func list(fsys fs.FS, site *config.Site, log *diag.Log) ([]string, error) {
	root := site.Content.Root
	var out []string
	err := fs.WalkDir(fsys, root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if p == root && errors.Is(err, fs.ErrNotExist) {
				site.Broken = true // one finding is enough: nothing can be built on a site without content
				log.Add(diag.Finding{Rule: "invalid-config", Span: site.Tree.At("content", "root"),
					Message: fmt.Sprintf("there is no folder %q", root), Hint: "the content stands in it"})
				return nil
			}
			return err
		}
		skip := p != root && (strings.HasPrefix(d.Name(), ".") || p == site.Evidence.Root || ignored(site, p))
		switch {
		case skip && d.IsDir():
			return fs.SkipDir
		case skip || d.IsDir():
		case d.Type()&fs.ModeSymlink != 0:
			log.Add(diag.Finding{Rule: "unsafe-path", Span: diag.Start(p), Message: "this is a symbolic link, and none is followed",
				Hint: "put the file itself here"})
		case d.Type().IsRegular():
			out = append(out, p)
		}
		return nil
	})
	return out, err
}

func ignored(site *config.Site, p string) bool {
	rel := strings.TrimPrefix(p, site.Content.Root+"/")
	return slices.ContainsFunc(site.Content.Ignore, func(glob string) bool {
		match, err := doublestar.Match(glob, rel)
		return err == nil && match
	})
}

// parse reads one file's bytes into a Document, a Register or, of a drawing, its name.
func parse(name string, text []byte, look guard, log *diag.Log) any {
	file := diag.NewFile(name, text)
	sound := look(file, log)
	if drawing(name) {
		if sound {
			log.Add(svg(file)...)
		}
		return name
	}
	if path.Ext(name) == ".toml" {
		if !sound {
			return &Register{File: file, Root: node.Empty(diag.Start(name)), Broken: true}
		}
		root, findings := node.TOML(file, bom(text), len(text), "invalid-front-matter")
		log.Add(findings...)
		return &Register{File: file, Root: root, Broken: len(findings) > 0}
	}
	if !sound {
		return &Document{File: file, Fields: node.Empty(diag.Start(name)), Broken: true}
	}
	return document(file, log)
}

func drawing(name string) bool { return strings.EqualFold(path.Ext(name), ".svg") }

// encoded reports bytes that are not UTF-8.
func encoded(file *diag.File, log *diag.Log) bool {
	at := diag.InvalidUTF8(file.Text)
	if at >= 0 {
		log.Add(diag.Finding{Rule: "invalid-encoding", Span: file.Span(at, at+1), Message: "this is not UTF-8",
			Hint: "save the file as UTF-8"})
	}
	return at < 0
}

// guarded reports bytes that are not UTF-8, and secrets. Both are looked for in the whole file, whatever is made of it.
func guarded(file *diag.File, log *diag.Log) bool {
	if !encoded(file, log) {
		return false
	}
	for _, m := range secret.Find(file.Text) {
		log.Add(diag.Finding{Rule: "secret-in-content", Span: file.Span(m.Start, m.End),
			Message: m.Says(), Hint: secret.Hint})
	}
	return true
}

func bom(text []byte) int { return len(text) - len(bytes.TrimPrefix(text, []byte("\ufeff"))) }

// IDs returns every id that the content states, in any form: what a link label may name.
func (t *Tree) IDs() []string {
	var out []string
	add := func(n *node.Node) {
		for _, key := range append(t.idKeys, "id") {
			if id := n.Get(key); id != nil && id.Text != "" {
				out = append(out, id.Text)
			}
		}
	}
	for _, d := range t.Documents {
		add(d.Fields)
	}
	for _, r := range t.Registers {
		for _, p := range r.Root.Pairs {
			add(p.Value) // a single table is a row too
			for _, row := range p.Value.Items {
				add(row)
			}
		}
	}
	return out
}

// idKeys returns the keys of other tools that the site reads as "id".
func idKeys(site *config.Site) []string {
	var out []string
	for theirs, ours := range site.Content.FrontMatter {
		if ours == "id" {
			out = append(out, theirs)
		}
	}
	slices.Sort(out)
	return out
}
