package handbook

import (
	"maps"
	"slices"
	"strings"

	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/source"
	"trustpress/generator/theme"
)

// left adds the pages at addresses that today's handbook has none for and once had: of a record that has another id now, and of one that is
// only in older versions.
func (b *book) left() {
	today := b.library.shelf.volumes[0]
	once := map[string]*program.Outline{}
	for _, v := range b.library.shelf.volumes {
		for _, at := range slices.Sorted(maps.Keys(v.records)) {
			o := v.records[at]
			for _, id := range append([]string{o.ID}, o.FormerIDs...) {
				k := key(o.Kind, id)
				if today.records[k] == nil && once[k] == nil && source.Valid(id) {
					once[k] = &program.Outline{Kind: o.Kind, ID: id, Title: o.Title}
				}
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(once)) {
		was := once[k]
		if now := b.library.shelf.in(today, was); now != nil {
			rec := b.byID[strings.ToLower(now.ID)]
			b.page(pathOf(was), rec.Base().At("former_ids"), subject{record: now, moved: pathOf(now)}, movedPage(was, rec))
			continue
		}
		b.page(pathOf(was), diag.Span{}, subject{record: was}, gonePage(was))
	}
}

// movedData is a page that is left where another one stood.
type movedData struct {
	Kind, ID string
	To       named
}

func movedPage(was *program.Outline, rec program.Any) func(*sheet) face {
	return func(s *sheet) face {
		to := s.name(rec, "")
		return face{"moved", program.Name(rec), program.KindNamed(was.Kind).Folder + "/index.html", movedData{s.say("kind-" + was.Kind), was.ID, to}}
	}
}

// goneData is the page of a record that today's handbook does not have.
type goneData struct {
	Kind, ID, Title string
	Versions        []theme.Version // that have it, the newest first
}

func gonePage(was *program.Outline) func(*sheet) face {
	return func(s *sheet) face {
		out := goneData{Kind: s.say("kind-" + was.Kind), ID: was.ID, Title: was.Title}
		for _, v := range s.library.shelf.volumes[1:] {
			if there := s.library.shelf.in(v, was); there != nil {
				out.Versions = append(out.Versions, theme.Version{Name: s.versionName(v), Date: s.versionDate(v), Href: s.across(v, pathOf(there))})
			}
		}
		return face{"gone", out.Title, program.KindNamed(was.Kind).Folder + "/index.html", out}
	}
}
