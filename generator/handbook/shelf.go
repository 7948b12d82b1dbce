package handbook

import (
	"maps"
	"slices"
	"strings"

	"trustpress/generator/audience"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Older is a released version that stands beside today's handbook.
type Older struct {
	Released *trace.Version
	Staff    func() (*audience.Staff, error) // compiles it
}

// shelf is what the versions of a handbook know of each other: which record of one is which of another.
type shelf struct {
	volumes []*volume // the newest first, which is today's
	root    map[string]string
}

// volume is one version, as the others see it.
type volume struct {
	released *trace.Version // nil: today's
	records  map[string]*program.Outline
	same     map[string][]*program.Outline // by what they have in common with records of other versions
	kinds    map[string]bool               // of which there are records

	withheld string // names the records of an older version that staff may not read, some of them since it was released
}

// shelved is a document as it stands in a volume.
type shelved struct {
	in *volume
	*program.Outline
}

// newShelf puts today's handbook beside the older ones, which are in the order of their age.
func newShelf(today *audience.Staff, older []Older) *shelf {
	s := &shelf{root: map[string]string{}}
	s.add(nil, today.Outlines())
	for _, o := range slices.Backward(older) {
		s.add(o.Released, o.Released.Records)
	}
	s.follow(today.Outlines())
	for _, v := range today.Versions() {
		s.follow(v.Records)
	}
	for _, v := range s.volumes {
		for _, k := range slices.Sorted(maps.Keys(v.records)) {
			v.same[s.find(k)] = append(v.same[s.find(k)], v.records[k])
		}
	}
	return s
}

// follow learns which records had which ids: of every version, for one that has no pages may know what a record was called in between.
func (s *shelf) follow(records []program.Outline) {
	for _, o := range records {
		for _, former := range o.FormerIDs {
			if !o.Confidential {
				s.join(key(o.Kind, o.ID), key(o.Kind, former))
			}
		}
	}
}

func (s *shelf) add(released *trace.Version, records []program.Outline) {
	v := &volume{released: released, records: map[string]*program.Outline{}, same: map[string][]*program.Outline{}, kinds: map[string]bool{}}
	for i := range records {
		o := &records[i]
		if o.Confidential && released != nil {
			v.withheld += o.Kind + " " + o.ID + "\n"
		}
		if !o.Confidential && o.ID != "" && !slices.Contains(pageless, o.Kind) {
			v.records[key(o.Kind, o.ID)] = o
			v.kinds[o.Kind] = true
		}
	}
	s.volumes = append(s.volumes, v)
}

// key names a record among all of a version: two of different kinds are never the same.
func key(kind, id string) string { return kind + "/" + strings.ToLower(id) }

// find returns what a record has in common with all that it was or became: the key of one of them.
func (s *shelf) find(key string) string {
	for s.root[key] != "" {
		key = s.root[key]
	}
	return key
}

func (s *shelf) join(a, b string) {
	if a, b = s.find(a), s.find(b); a != b {
		s.root[max(a, b)] = min(a, b)
	}
}

// in returns what a record is in a volume, or nil if it is not in it. Where several were made of one, it is the one that kept the id.
func (s *shelf) in(v *volume, o *program.Outline) *program.Outline {
	k := key(o.Kind, o.ID)
	if same := v.records[k]; same != nil {
		return same
	}
	if all := v.same[s.find(k)]; len(all) > 0 {
		return all[0]
	}
	return nil
}

// volume returns the volume of a version, or nil if it does not stand beside today's handbook.
func (s *shelf) volume(released *trace.Version) *volume {
	for _, v := range s.volumes {
		if v.released == released {
			return v
		}
	}
	return nil
}

// folder returns where a volume stands, from the root of the handbook: "" or "2026.1/".
func (v *volume) folder() string {
	if v.released == nil {
		return ""
	}
	return v.released.Version + "/"
}

// pathOf returns where the page of a record stands in its version.
func pathOf(o *program.Outline) string {
	return program.KindNamed(o.Kind).Folder + "/" + strings.ToLower(o.ID) + "/index.html"
}

// documents returns the policies and procedures of a volume, in the order of their ids.
func (v *volume) documents() []*program.Outline {
	var out []*program.Outline
	for _, kind := range []string{"policy", "procedure"} {
		for _, k := range slices.Sorted(maps.Keys(v.records)) {
			if v.records[k].Kind == kind {
				out = append(out, v.records[k])
			}
		}
	}
	return out
}

// before returns the volumes that are older than one, the newest first.
func (s *shelf) before(v *volume) []*volume {
	return s.volumes[slices.Index(s.volumes, v)+1:]
}

// differing returns the older volumes whose text of a document is another one, the newest first, each text once: a text that stood in
// several versions is that of the last.
func (s *shelf) differing(v *volume, o *program.Outline) []*volume {
	var out []*volume
	seen := map[string]bool{o.SHA256: true}
	for _, old := range s.before(v) {
		if was := s.in(old, o); was != nil && !seen[was.SHA256] {
			seen[was.SHA256] = true
			out = append(out, old)
		}
	}
	return out
}

// varies reports whether a document has another text in some version.
func (s *shelf) varies(o *program.Outline) bool {
	for _, v := range s.volumes {
		if other := s.in(v, o); other != nil && other.SHA256 != o.SHA256 {
			return true
		}
	}
	return false
}
