package handbook

import (
	"cmp"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// passage is the way to a text that a document had once. Without Href the text cannot be shown, and Name says why.
type passage struct {
	Name, Href string
	Version    string // of the document, as the text itself has it
	Since      *since // what has become of it, where that is asked for; nil: nothing, or it is not there to compare
}

// passage returns the way to a text.
func (s *sheet) passage(t *trace.Text) passage {
	if t == nil {
		return passage{Name: s.say("text-nowhere")}
	}
	v := s.volumeOf(t)
	switch {
	case t.Confidential:
		return passage{Name: s.say("restricted")}
	case v == nil:
		return passage{Name: s.say("text-archived", t.In.Version, t.In.Archive()), Version: t.Version}
	case v.records[key(t.Kind, t.ID)] == nil:
		return passage{Name: s.say("restricted")}
	case v == s.volume && s.about.record != nil:
		return passage{Name: s.say("text-this"), Href: s.href(pathOf(t.Outline), ""), Version: t.Version}
	}
	return passage{Name: s.versionName(v), Href: s.across(v, pathOf(t.Outline)), Version: t.Version}
}

// passed returns the way to a text of a document with what changed since.
func (s *sheet) passed(t *trace.Text, rec program.Any) passage {
	out := s.passage(t)
	if out.Href != "" {
		out.Since = s.since(t, s.outline(rec))
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

// since says how much a text differs from what the document is in this version, or returns nil if that has the same words or is not there.
// The text is that of the last version with it, to which the page of both leads.
func (s *sheet) since(t *trace.Text, now *program.Outline) *since {
	if now == nil || now.SHA256 == t.SHA256 {
		return nil
	}
	old := s.pageWith(s.volumeOf(t), now)
	d, err := s.library.compared.drift(pair{shelved{old, s.library.shelf.in(old, now)}, shelved{s.volume, now}})
	if err != nil {
		s.err = cmp.Or(s.err, err)
		return nil
	}
	return &since{drift: d, Href: s.href(redlinePath(now, old), "")}
}

// outline returns a record as this version has it.
func (s *sheet) outline(rec program.Any) *program.Outline {
	return s.volume.records[key(rec.Base().Kind.Name, rec.Base().ID)]
}
