package trace

import (
	"maps"
	"slices"
	"strings"

	"trustpress/generator/history"
	"trustpress/generator/program"
)

// Past is what is known of a site beyond its files of today.
type Past struct {
	Versions []*Version   // released, the oldest first
	History  *history.Log // nil: there is none to ask

	// Words returns the words of policies in a version, by the ids that they had there, as far as they can be read; nil: nobody has
	// the texts. It opens the archive of the version.
	Words func(in *Version, ids []string) map[string]string
}

// Version is a released version of the handbook, as far as others ask about it.
type Version struct {
	*program.Release
	Records []program.Outline

	byID, byFormerID map[string]*program.Outline
}

// NewVersion returns a version that holds these records. It may be read from several goroutines.
func NewVersion(r *program.Release, records []program.Outline) *Version {
	v := &Version{Release: r, Records: records, byID: map[string]*program.Outline{}, byFormerID: map[string]*program.Outline{}}
	for i := range v.Records {
		o := &v.Records[i]
		v.byID[o.Kind+"/"+strings.ToLower(o.ID)] = o
		for _, former := range o.FormerIDs {
			v.byFormerID[o.Kind+"/"+strings.ToLower(former)] = o
		}
	}
	return v
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

// Has reports whether a version has a record of an id.
func (v *Version) Has(kind, id string) bool { return v.byID[kind+"/"+strings.ToLower(id)] != nil }

// Withhold marks as confidential what a record was in versions, where the last that is known of the record is confidential: who made it so
// took it from readers, with what it said before. now are the records of today, and versions the released ones, the oldest first.
//
// A record is followed by its ids, of whatever kind it was. One that is spoken of again keeps what was confidential then for itself.
func Withhold(now []program.Outline, versions []*Version) {
	secret := map[string]bool{} // by id in lower case, whatever newer version has or had it
	learn(secret, now)
	for _, v := range slices.Backward(versions) {
		for i := range v.Records {
			o := &v.Records[i]
			o.Confidential = o.Confidential || secret[strings.ToLower(o.ID)]
		}
		learn(secret, v.Records)
	}
}

// learn takes the ids of the records of a version, but for those that a newer version has told of.
func learn(secret map[string]bool, records []program.Outline) {
	fresh := map[string]bool{}
	for _, o := range records {
		confidential, told := secret[strings.ToLower(o.ID)]
		for _, id := range append([]string{o.ID}, o.FormerIDs...) {
			id = strings.ToLower(id)
			if _, newer := secret[id]; !newer {
				fresh[id] = fresh[id] || confidential || !told && o.Confidential
			}
		}
	}
	maps.Copy(secret, fresh)
}

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
