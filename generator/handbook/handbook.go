// Package handbook owns the pages of the staff handbook: one for each record that staff may read and for each criterion, the
// lists that lead to them, what covers what, what was to be carried out when, what was approved and in force when, and what is missing. The
// released versions stand beside today's, each with its own pages, the ways from one to another, and what changed in between. It returns names and
// functions that write, and makes a page, or compiles a version, only when its function is called.
//
// It refuses to look past audience.Staff, to judge (its words are mapped, evidenced, gap, carved out, not applicable), and to
// touch a disk.
package handbook

import (
	"errors"
	"io"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/diag"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// Write lays the handbook out: the content as it stands at the root, each older version in a folder of its own. Without a theme the tree
// has the names of the pages, which is enough to check them, and no assets.
func Write(s *audience.Staff, older []Older, cache *output.Cache, t *theme.Theme) *output.Tree {
	lib := newLibrary(s, older, cache)
	b := newBook(s, lib, t)
	b.pages()
	b.left()
	if len(older) > 0 {
		b.page(versionsPath, diag.Span{}, subject{}, versionsPage)
	}
	if t != nil {
		for _, a := range slices.Concat(t.Assets("gaps", "redline", "handbook"), theme.Brand(s.Brand()).Assets()) {
			b.tree.AddBytes(a.Path, diag.Span{}, a.Bytes)
		}
		b.heads(older)
	}
	for _, o := range older {
		b.tree.AddPart(lib.part(o, t))
	}
	return b.tree
}

// pages adds the pages of one version.
func (b *book) pages() {
	b.frontMatter()
	for _, part := range b.parts {
		b.page(part.Kind.Folder+"/index.html", diag.Span{}, subject{kind: part.Kind}, b.listPage(part))
		for _, rec := range part.Records {
			about := program.OutlineOf(rec)
			b.page(rec.Base().Path()+"/index.html", rec.Base().Span, subject{record: &about}, recordPage(rec))
		}
	}
	for _, c := range b.criteria {
		b.page(criterionPath(c), c.Framework.Span, subject{}, criterionPage(c))
	}
	b.changes()
}

// frontMatter adds the pages that stand before the records.
func (b *book) frontMatter() {
	b.page("index.html", diag.Span{}, subject{}, contentsPage)
	if b.today() {
		b.page(gapsPath, diag.Span{}, subject{}, gapsPage)
	}
	if len(b.criteria) > 0 {
		b.page(coveragePath, diag.Span{}, subject{}, coveragePage)
	}
	if b.governs() {
		b.page(approvalsPath, diag.Span{}, subject{}, approvalsPage)
		b.page(inForcePath, diag.Span{}, subject{}, inForcePage)
	}
	if b.dated() {
		b.page(calendarPath, diag.Span{}, subject{}, calendarPage)
	}
}

// face is what a page shows, once it is put together.
type face struct {
	Template string
	Title    string
	Part     string // the path of the part of the handbook that the page belongs to
	Data     any
}

// sheets are the style sheets that some pages need beside those of all.
var sheets = map[string][]string{"redline": {"redline"}}

// page adds a page that compose puts together when it is written.
func (b *book) page(path string, from diag.Span, about subject, compose func(*sheet) face) {
	b.tree.Add(path, from, func(w io.Writer) error {
		if b.theme == nil {
			return errors.New("a page cannot be written without a theme")
		}
		s := &sheet{book: b, path: path, about: about, root: strings.Repeat("../", strings.Count(path, "/"))}
		f := compose(s)
		page := theme.Page{Output: "handbook", Template: f.Template, Lang: b.lang, Root: s.root, Title: f.Title,
			Site: s.say("handbook-of", s.staff.Site().Organization.Name), Brand: theme.Brand(s.staff.Brand()), Nav: s.nav(f.Part), Foot: s.foot(), Data: f.Data, Sheets: slices.Concat([]string{"gaps", "chart"}, sheets[f.Template])}
		s.shelve(&page)
		if s.err != nil {
			return s.err
		}
		return b.theme.Render(w, page)
	})
}

// recordPage returns what puts together the page of a record.
func recordPage(rec program.Any) func(*sheet) face {
	switch rec := rec.(type) {
	case *program.Policy:
		return func(s *sheet) face { return s.document(rec, &rec.Governed) }
	case *program.Procedure:
		return func(s *sheet) face { return s.document(rec, &rec.Governed) }
	case *program.Control:
		return func(s *sheet) face { return s.control(rec) }
	case *program.Person:
		return func(s *sheet) face { return s.person(rec) }
	}
	return func(s *sheet) face { return s.record(rec) }
}
