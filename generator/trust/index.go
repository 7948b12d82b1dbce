package trust

import (
	"strings"

	"trustpress/generator/audience"
)

// index is what pages look up again and again, made once for all of them: pages are made side by side, and there can be as many as
// there are records. Ids are in lower case.
type index struct {
	places       map[string]string // the page of each public id
	criteria     map[string]*audience.PublicCriterion
	reports      byID[audience.PublicReport]
	newerReports byID[audience.PublicReport] // by the report whose place they have taken
	letters      byID[audience.PublicReport] // by the report that they continue
	uncovered    map[string][]span           // by kind of examination
	reportsDay   string                      // on which somebody last said something of them
	documents    byID[audience.PublicDocument]
	newer        byID[audience.PublicDocument] // by the document whose place they have taken
	updates      byID[audience.PublicUpdate]
	corrections  byID[audience.PublicUpdate] // by the notice that they correct
}

func newIndex(p *audience.Public) *index {
	x := &index{places: places(p), criteria: map[string]*audience.PublicCriterion{},
		reports:      by(p.Reports, func(r *audience.PublicReport) string { return r.ID }),
		newerReports: by(p.Reports, func(r *audience.PublicReport) string { return r.Supersedes }),
		letters:      by(p.Reports, func(r *audience.PublicReport) string { return r.Covers }),
		reportsDay:   newestReport(p.Reports),
		documents:    by(p.Documents, func(d *audience.PublicDocument) string { return d.ID }),
		newer:        by(p.Documents, func(d *audience.PublicDocument) string { return d.Supersedes }),
		updates:      by(p.Updates, func(u *audience.PublicUpdate) string { return u.ID }),
		corrections:  by(p.Updates, func(u *audience.PublicUpdate) string { return u.Corrects })}
	for i := range p.Criteria {
		x.criteria[p.Criteria[i].Key] = &p.Criteria[i]
	}
	x.uncovered = x.gapsOf(p.Reports)
	return x
}

// byID is records by an id that each has or names.
type byID[T any] map[string][]*T

// by indexes the records that have such an id.
func by[T any](all []T, id func(*T) string) byID[T] {
	out := byID[T]{}
	for i := range all {
		if key := strings.ToLower(id(&all[i])); key != "" {
			out[key] = append(out[key], &all[i])
		}
	}
	return out
}

// all returns the records of an id.
func (x byID[T]) all(id string) []*T { return x[strings.ToLower(id)] }

// first returns the first record of an id, or nil.
func (x byID[T]) first(id string) *T {
	if found := x.all(id); len(found) > 0 {
		return found[0]
	}
	return nil
}
