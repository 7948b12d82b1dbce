package handbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"trustpress/generator/output"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// part returns the folder of an older version. What it holds is known where an earlier build made it of the same archive in the same
// look, after the same versions, with the same ways to other ones.
func (l *library) part(o Older, t *theme.Theme) output.Part {
	p := output.Part{Folder: o.Released.Version, From: o.Released.At("version")}
	p.Make = func() (*output.Tree, error) {
		staff, err := l.open(o)
		if err != nil {
			return nil, err
		}
		b := newBook(staff, l, t)
		b.pages()
		return b.tree, nil
	}
	if t == nil || l.cache == nil {
		return p
	}
	k := l.cache.Key("pages", o.Released.SHA256, t.Fingerprint(), fmt.Sprint(l.today.Brand(), l.today.WithheldApprovals()), l.past(o.Released),
		l.ways(l.shelf.volume(o.Released)))
	if text, ok := l.cache.Get(k); ok {
		p.Known = output.ParseListing(string(text))
	}
	p.Made = func(made output.Listing) { l.cache.Put(k, []byte(made.String())) }
	return p
}

// past names the versions before one: also one that has no pages may hold a text that was approved.
func (l *library) past(before *trace.Version) string {
	var b strings.Builder
	for _, v := range l.today.Versions() {
		if v == before {
			break
		}
		fmt.Fprintln(&b, v.Version, v.Date, v.SHA256)
	}
	return b.String()
}

// ways says where every page of a version leads in the other versions, and what it is compared with.
func (l *library) ways(v *volume) string {
	var b strings.Builder
	b.WriteString(v.withheld)
	for _, other := range l.shelf.volumes {
		if other.released != nil {
			b.WriteString(other.released.Version + " " + other.released.Date.String() + " " + other.released.SHA256)
		}
		fmt.Fprintln(&b, slices.Sorted(maps.Keys(other.kinds)))
		for _, k := range slices.Sorted(maps.Keys(v.records)) {
			o := v.records[k]
			if there := l.shelf.in(other, o); there == nil {
				b.WriteString(k + "\n")
			} else if same := there.SHA256 == o.SHA256; !same || there.ID != o.ID {
				fmt.Fprintln(&b, k, there.ID, same)
			}
		}
	}
	return b.String()
}
