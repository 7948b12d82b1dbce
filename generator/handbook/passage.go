package handbook

import (
	"cmp"

	"trustpress/generator/program"
	"trustpress/generator/redline"
	"trustpress/generator/trace"
)

// passage is the way to a text that a document had once. Without Href the text cannot be shown, and Name says why.
type passage struct {
	Name, Href string
	Version    string  // of the document, as the text itself has it
	Since      *drift // what has become of it; nil: it is the text of this page, or is not there to compare
}

// drift is what changed since a text, in numbers, and the way to the comparison.
type drift struct {
	redline.Counts
	First string // the heading above the first change
	Href  string
}

// passage returns the way to a text of what this page is about.
func (s *sheet) passage(t *trace.Text) passage {
	if t == nil {
		return passage{Name: s.say("text-nowhere")}
	}
	v := s.volumeOf(t)
	switch {
	case v == nil:
		return passage{Name: s.say("text-archived", t.In.Version, t.In.Archive()), Version: t.Version}
	case v.records[key(t.Kind, t.ID)] == nil:
		return passage{Name: s.say("restricted")}
	case v == s.volume && s.about.record != nil:
		return passage{Name: s.say("text-this"), Href: s.href(pathOf(t.Outline), ""), Version: t.Version}
	}
	out := passage{Name: s.versionName(v), Href: s.across(v, pathOf(t.Outline)), Version: t.Version}
	if v != s.volume {
		out.Since = s.since(v, t)
	}
	return out
}

// volumeOf returns the version that a text stands in, or nil if it is not on the shelf.
func (s *sheet) volumeOf(t *trace.Text) *volume {
	if t.In == nil {
		return s.volume
	}
	return s.library.shelf.volume(t.In)
}

// since compares a text of an older version with the one of this version, or returns nil if that has the same words or none.
func (s *sheet) since(old *volume, t *trace.Text) *drift {
	now := s.library.shelf.in(s.volume, t.Outline)
	if now == nil || now.SHA256 == t.SHA256 {
		return nil
	}
	r, err := s.library.compare(old, t.Outline, s.volume, now, false)
	if err != nil {
		s.err = cmp.Or(s.err, err)
		return nil
	}
	out := &drift{Counts: r.Counts, Href: s.href(redlinePath(now, s.pageWith(old, now)), "")}
	if len(r.Changes) > 0 {
		out.First = r.Changes[0].Section
	}
	return out
}

// outline returns a record as this version has it.
func (s *sheet) outline(rec program.Any) *program.Outline {
	return s.volume.records[key(rec.Base().Kind.Name, rec.Base().ID)]
}
