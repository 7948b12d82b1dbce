package trace

import (
	"slices"

	"trustpress/generator/program"
)

// Between is two versions of the handbook that do not say a control alike. Today's is none: To is nil.
type Between struct {
	From, To *Version
	Fields   []string // that differ
	Began    bool     // the older version does not have the control
}

// compareVersions finds the versions of which the next one says the control otherwise, as far as that can have come about in the period.
func (t *Trace) compareVersions(c *program.Control, out *Amended) {
	texts := t.Texts(c)
	if slices.ContainsFunc(texts, func(text Text) bool { return len(text.Parts) == 0 }) {
		return
	}
	alike := true
	for i, newer := range texts {
		if alike && newer.In != nil && !t.Period.To.Before(newer.In.Date) {
			out.Alike = newer.In
		}
		between := Between{To: newer.In}
		if i+1 < len(texts) {
			between.From, between.Fields = texts[i+1].In, program.Differ(texts[i+1].Parts, newer.Parts)
		} else if before := t.before(newer.In); before != nil {
			between.From, between.Began = before, true
		}
		if between.Began || len(between.Fields) > 0 {
			alike = false
			if t.touches(between) {
				out.Between = append(out.Between, between)
			}
		}
	}
}

// before returns the version before another one, or before today's content; nil if there is none.
func (t *Trace) before(v *Version) *Version {
	at := len(t.Past.Versions)
	if v != nil {
		at = slices.Index(t.Past.Versions, v)
	}
	if at < 1 {
		return nil
	}
	return t.Past.Versions[at-1]
}

// touches reports whether a change between two versions can have come about on a day of the period.
func (t *Trace) touches(b Between) bool {
	last := t.AsOf
	if b.To != nil {
		last = b.To.Date
	}
	return !t.Period.To.Before(b.From.Date) && !last.Before(t.Period.From)
}
