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
	older []Older
	shelf *shelf
	cache *output.Cache

	load      map[*trace.Version]func() error // compiles a version for its texts, once
	documents func() map[string]program.Any   // of today, by their key

	mu       sync.Mutex
	texts    map[string]string           // by their key
	compared map[string]*redline.Redline // by the keys of both
	drifts   map[string]drift            // what is left of all that was compared, which takes little room
}

func newLibrary(today *audience.Staff, older []Older, cache *output.Cache) *library {
	l := &library{today: today, older: older, shelf: newShelf(today, older), cache: cache, load: map[*trace.Version]func() error{},
		texts: map[string]string{}, compared: map[string]*redline.Redline{}, drifts: map[string]drift{}}
	for _, o := range older {
		l.load[o.Version] = sync.OnceValue(func() error {
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
	v := l.shelf.volume(o.Version)
	for _, rec := range documents(staff) {
		l.keep(v, staff, rec)
	}
	return staff, nil
}

func (l *library) keep(v *volume, s *audience.Staff, rec program.Any) {
	o := v.records[key(rec.Base().Kind.Name, rec.Base().ID)]
	if o == nil || !l.shelf.varies(o) {
		return
	}
	text := comparable(s, rec)
	l.mu.Lock()
	l.texts[l.textKey(v, o)] = text
	l.mu.Unlock()
	l.cache.Put(l.textKey(v, o), []byte(text))
}

func (l *library) textKey(v *volume, o *program.Outline) string {
	if v.version == nil {
		return "today/" + key(o.Kind, o.ID)
	}
	if l.cache == nil {
		return v.version.SHA256 + "/" + key(o.Kind, o.ID)
	}
	return l.cache.Key("text", v.version.SHA256, key(o.Kind, o.ID), withheld(v))
}

// text returns a document of a version as it is compared.
func (l *library) text(v *volume, o *program.Outline) (string, error) {
	if v.version == nil {
		return comparable(l.today, l.documents()[key(o.Kind, o.ID)]), nil
	}
	k := l.textKey(v, o)
	if text, ok := l.known(k); ok {
		return text, nil
	}
	if err := l.load[v.version](); err != nil {
		return "", err
	}
	if text, ok := l.known(k); ok {
		return text, nil
	}
	return "", fmt.Errorf("version %s has no text of %s", v.version.Version, o.ID)
}

func (l *library) known(k string) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if text, ok := l.texts[k]; ok {
		return text, true
	}
	kept, ok := l.cache.Get(k)
	if ok {
		l.texts[k] = string(kept)
	}
	return string(kept), ok
}

// compare compares a document of a version with what it is in a newer one. What is compared takes much room: it is held for the page of
// the document, if it was the list of changes that asked first, and let go of there.
func (l *library) compare(old *volume, was *program.Outline, v *volume, now *program.Outline, hold bool) (*redline.Redline, error) {
	k := l.textKey(old, was) + " " + l.textKey(v, now)
	l.mu.Lock()
	known := l.compared[k]
	delete(l.compared, k)
	l.mu.Unlock()
	if known == nil {
		before, err := l.text(old, was)
		if err != nil {
			return nil, err
		}
		after, err := l.text(v, now)
		if err != nil {
			return nil, err
		}
		known = redline.Compare(before, after)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.drifts[k] = driftOf(known)
	if hold {
		l.compared[k] = known
	}
	return known, nil
}

// drift returns how much a document of a version differs from what it is in a newer one.
func (l *library) drift(old *volume, was *program.Outline, v *volume, now *program.Outline) (drift, error) {
	k := l.textKey(old, was) + " " + l.textKey(v, now)
	l.mu.Lock()
	known, ok := l.drifts[k]
	l.mu.Unlock()
	if ok {
		return known, nil
	}
	r, err := l.compare(old, was, v, now, false)
	if err != nil {
		return drift{}, err
	}
	return driftOf(r), nil
}
