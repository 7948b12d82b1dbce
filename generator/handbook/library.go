package handbook

import (
	"fmt"
	"slices"
	"sync"

	"trustpress/generator/audience"
	"trustpress/generator/output"
	"trustpress/generator/program"
	"trustpress/generator/redline"
	"trustpress/generator/trace"
)

// library is where the versions of a handbook come from, and the texts that are compared. A version is compiled when its pages have to be
// made, or when a text of it is asked for that no earlier build has kept.
type library struct {
	today *audience.Staff
	shelf *shelf
	cache *output.Cache

	load      map[*trace.Version]func() error // compiles a version for its texts, once
	documents func() map[string]program.Any   // of today, by their key

	compared *comparisons

	mu    sync.Mutex
	texts map[shelved]string // of the versions that were compiled, where they are others in other versions
}

func newLibrary(today *audience.Staff, older []Older, cache *output.Cache) *library {
	l := &library{today: today, shelf: newShelf(today, older), cache: cache, load: map[*trace.Version]func() error{},
		texts: map[shelved]string{}}
	l.compared = newComparisons(l.compare)
	for _, o := range older {
		l.load[o.Released] = sync.OnceValue(func() error {
			_, err := l.open(o)
			return err
		})
	}
	l.documents = sync.OnceValue(func() map[string]program.Any {
		out := map[string]program.Any{}
		for _, rec := range documents(today) {
			out[key(rec.Base().Kind.Name, rec.Base().ID)] = rec
		}
		return out
	})
	return l
}

// documents returns the policies and procedures of an edition.
func documents(s *audience.Staff) []program.Any {
	return slices.Concat(s.Records("policy"), s.Records("procedure"))
}

// open compiles an older version, and keeps the texts of it that are others in other versions.
func (l *library) open(o Older) (*audience.Staff, error) {
	staff, err := o.Staff()
	if err != nil {
		return nil, err
	}
	v := l.shelf.volume(o.Released)
	for _, rec := range documents(staff) {
		l.keep(v, staff, rec)
	}
	return staff, nil
}

func (l *library) keep(v *volume, s *audience.Staff, rec program.Any) {
	d := shelved{v, v.records[key(rec.Base().Kind.Name, rec.Base().ID)]}
	if d.Outline == nil || !l.shelf.varies(d.Outline) {
		return
	}
	text := s.Comparable(rec)
	l.mu.Lock()
	l.texts[d] = text
	l.mu.Unlock()
	l.cache.Put(l.cacheKey(d), []byte(text))
}

func (l *library) cacheKey(d shelved) string {
	return l.cache.Key("text", d.in.released.SHA256, key(d.Kind, d.ID), d.in.withheld)
}

// text returns a document as it is compared.
func (l *library) text(d shelved) (string, error) {
	if d.in.released == nil {
		return l.today.Comparable(l.documents()[key(d.Kind, d.ID)]), nil
	}
	if text, ok := l.known(d); ok {
		return text, nil
	}
	if err := l.load[d.in.released](); err != nil {
		return "", err
	}
	if text, ok := l.known(d); ok {
		return text, nil
	}
	return "", fmt.Errorf("version %s has no text of %s", d.in.released.Version, d.ID)
}

// known returns the text of a document of an older version that was compiled, or that an earlier build has kept.
func (l *library) known(d shelved) (string, bool) {
	l.mu.Lock()
	text, ok := l.texts[d]
	l.mu.Unlock()
	if ok {
		return text, true
	}
	kept, ok := l.cache.Get(l.cacheKey(d))
	return string(kept), ok
}

// compare compares the texts of a pair.
func (l *library) compare(p pair) (*redline.Redline, error) {
	was, err := l.text(p.was)
	if err != nil {
		return nil, err
	}
	is, err := l.text(p.is)
	if err != nil {
		return nil, err
	}
	return redline.Compare(was, is), nil
}
