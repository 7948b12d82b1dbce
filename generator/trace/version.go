package trace

import (
	"slices"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/program"
)

// Past is what is known of a site beyond its files of today.
type Past struct {
	Versions []*Version   // released, the oldest first
	History  *history.Log // nil: there is none to ask

	// Words returns the words of a policy in a version, by the id that it had there; nil: nobody has the texts.
	Words func(in *Version, id string) (words string, known bool)
}

// Version is a released version of the handbook, as far as others ask about it.
type Version struct {
	*program.Release
	Records []program.Outline

	byID, byFormerID map[string]*program.Outline
}

// Find returns the record that has one of these ids in a version, or else had one of them before; nil if there is none. Of several ids
// the first counts first.
func (v *Version) Find(kind string, ids []string) *program.Outline {
	for _, known := range []map[string]*program.Outline{v.byID, v.byFormerID} {
		for _, id := range ids {
			if o := known[kind+"/"+strings.ToLower(id)]; o != nil {
				return o
			}
		}
	}
	return nil
}

func (v *Version) index() {
	v.byID, v.byFormerID = map[string]*program.Outline{}, map[string]*program.Outline{}
	for i := range v.Records {
		o := &v.Records[i]
		v.byID[o.Kind+"/"+strings.ToLower(o.ID)] = o
		for _, former := range o.FormerIDs {
			v.byFormerID[o.Kind+"/"+strings.ToLower(former)] = o
		}
	}
}

// Has reports whether a version has a record of an id.
func (v *Version) Has(kind, id string) bool { return v.byID[kind+"/"+strings.ToLower(id)] != nil }

// Text is what a record was in one version of the handbook.
type Text struct {
	In *Version // nil: today's
	*program.Outline
}

// Texts returns what a record is today and what it was in each version that has it, the newest first. It is the same record by its id
// or by a former one, be it renamed more than once.
func (t *Trace) Texts(rec program.Any) []Text {
	now := program.OutlineOf(rec)
	return append([]Text{{nil, &now}}, texts(&now, t.Past.Versions)...)
}

// texts returns what a record was in versions, the newest first.
func texts(now *program.Outline, versions []*Version) []Text {
	var out []Text
	ids := append([]string{now.ID}, now.FormerIDs...)
	for _, v := range slices.Backward(versions) {
		if was := v.Find(now.Kind, ids); was != nil {
			out = append(out, Text{v, was})
			ids = append(append(ids, was.ID), was.FormerIDs...)
		}
	}
	return out
}
