package handbook

import (
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/redline"
)

// changes adds the pages that compare a version with the older ones: one of all, against the version before it, and one of each document
// against each text that it had.
func (b *book) changes() {
	older := b.library.shelf.before(b.volume)
	if len(older) == 0 {
		return
	}
	b.page(changesPath, diag.Span{}, subject{}, changesPage(older[0]))
	for _, o := range b.volume.documents() {
		for _, old := range b.library.shelf.differing(b.volume, o) {
			b.page(redlinePath(o, old), diag.Span{}, subject{record: o}, redlinePage(o, old))
		}
	}
}

// redlinePath returns where a document is compared with what it was in an older version.
func redlinePath(o *program.Outline, old *volume) string {
	return strings.TrimSuffix(pathOf(o), "index.html") + "changes/" + old.released.Version + "/index.html"
}

// changesData says what became of the documents of a version.
type changesData struct {
	From, To  string
	Rows      []changeRow
	Unchanged int
}

// changeRow is what became of one document.
type changeRow struct {
	Document named
	Was, Is  string // its own versions
	What     string // a key: added, removed, renamed, changed
	Counts   *redline.Counts
	Href     string // to the redline
}

func changesPage(old *volume) func(*sheet) face {
	return func(s *sheet) face {
		c, err := s.library.comparison(old, s.volume)
		if err != nil {
			s.err = err
			return face{}
		}
		out := changesData{From: s.versionIn(old), To: s.versionIn(s.volume), Unchanged: c.Unchanged}
		for _, d := range c.Documents {
			out.Rows = append(out.Rows, s.changeRow(d, old))
		}
		return face{"changes", s.say("changes-from-to", out.From, out.To), changesPath, out}
	}
}

func (s *sheet) changeRow(d Difference, old *volume) changeRow {
	row := changeRow{What: "change-" + d.What, Counts: d.Counts()}
	row.Was, row.Is = d.Versions()
	if d.Is == nil {
		row.Document = named{ID: d.Was.ID, Title: d.Was.Title, Href: s.across(old, pathOf(d.Was))}
		return row
	}
	row.Document = named{ID: d.Is.ID, Title: d.Is.Title, Href: s.href(pathOf(d.Is), "")}
	if d.What == Changed {
		row.Href = s.href(redlinePath(d.Is, s.pageWith(old, d.Is)), "")
	}
	return row
}

// pageWith returns the version that a document is compared with where it is to be compared with an older one: the last with that text.
func (s *sheet) pageWith(old *volume, o *program.Outline) *volume {
	was := s.library.shelf.in(old, o)
	for _, v := range s.library.shelf.differing(s.volume, o) {
		if s.library.shelf.in(v, o).SHA256 == was.SHA256 {
			return v
		}
	}
	return old
}
