package handbook

import (
	"slices"
	"strings"
	"sync"

	"trustpress/generator/audience"
	"trustpress/generator/criteria"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/theme"
)

// book is what all pages of a handbook share. Nothing in it grows with what a page shows.
type book struct {
	staff    *audience.Staff
	library  *library
	volume   *volume
	theme    *theme.Theme
	lang     string
	tree     *output.Tree
	parts    []part
	criteria []*criteria.Criterion
	known    map[*criteria.Criterion]bool
	byID     map[string]program.Any // the records that have a page, by id in lower case

	gaps     func() []audience.Gap
	gapsOf   func() map[string][]audience.Gap // by the id of their record in lower case
	tally    func() tally
	controls func() []audience.Listed
	order    func() map[string]int // of a control among them, by its id
	expected func() []expected
	authors  func() map[string]*program.Person
	governs  func() bool // approvals are told of over all policies
}

// part is a kind of record, with those that have a page.
type part struct {
	Kind    *program.Kind
	Records []program.Any
}

// pageless are the kinds whose records say something about others, and are shown with them.
var pageless = []string{"approval", "release", "waiver"}

// first are the kinds that a reader comes for, in the order in which the handbook offers them.
var first = []string{"policy", "procedure", "control", "commitment", "vendor", "person"}

func newBook(s *audience.Staff, lib *library, t *theme.Theme) *book {
	b := &book{staff: s, library: lib, volume: lib.shelf.volume(s.Version()), theme: t, lang: s.Site().Site.Languages[0], tree: &output.Tree{}, criteria: s.Criteria(),
		known: map[*criteria.Criterion]bool{}, byID: map[string]program.Any{}}
	for _, c := range b.criteria {
		b.known[c] = true
	}
	for _, k := range kinds() {
		b.part(k)
	}
	b.gaps = sync.OnceValue(s.Gaps)
	b.gapsOf = sync.OnceValue(b.indexGaps)
	b.tally = sync.OnceValue(b.count)
	b.controls = sync.OnceValue(s.Controls)
	b.order = sync.OnceValue(b.places)
	b.expected = sync.OnceValue(b.expect)
	b.authors = sync.OnceValue(s.Authors)
	b.governs = sync.OnceValue(b.governing)
	return b
}

// today reports whether the book is of the content as it stands.
func (b *book) today() bool { return b.staff.Version() == nil }

// kinds returns the kinds that have pages: those that readers come for, then the others in the order of the program.
func kinds() []*program.Kind {
	var out []*program.Kind
	for _, name := range first {
		out = append(out, program.KindNamed(name))
	}
	for _, k := range program.Kinds {
		if !slices.Contains(first, k.Name) && !slices.Contains(pageless, k.Name) {
			out = append(out, k)
		}
	}
	return out
}

func (b *book) part(k *program.Kind) {
	p := part{Kind: k}
	for _, rec := range b.staff.Records(k.Name) {
		if b.has(rec) {
			p.Records = append(p.Records, rec)
			b.byID[strings.ToLower(rec.Base().ID)] = rec
		}
	}
	if len(p.Records) > 0 {
		b.parts = append(b.parts, p)
	}
}

// has reports whether a record has a page.
func (b *book) has(rec program.Any) bool {
	return b.staff.Sees(rec) && rec.Base().ID != "" && !slices.Contains(pageless, rec.Base().Kind.Name)
}

func (b *book) places() map[string]int {
	out := map[string]int{}
	for i, c := range b.controls() {
		out[c.ID] = i
	}
	return out
}

func (b *book) indexGaps() map[string][]audience.Gap {
	out := map[string][]audience.Gap{}
	for _, g := range b.gaps() {
		if g.Record != "" {
			id := strings.ToLower(g.Record)
			out[id] = append(out[id], g)
		}
	}
	return out
}
