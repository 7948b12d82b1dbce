package trace

import (
	"cmp"
	"slices"
	"strings"

	"trustpress/generator/program"
)

// Gone is a policy that a version of the handbook has and today's does not, be it under another id.
type Gone struct {
	Text          // what it was last
	Next *Version // the first version without it; nil: it is today's handbook that has none
	Approved
}

// Gone returns the policies that are no longer there, in the order of their ids.
func (t *Trace) Gone() []Gone {
	var out []Gone
	told := map[string]bool{} // by id in lower case
	tell := func(o *program.Outline) {
		for _, id := range append([]string{o.ID}, o.FormerIDs...) {
			told[strings.ToLower(id)] = true
		}
	}
	for _, p := range t.Program.Policies {
		o := program.OutlineOf(p)
		tell(&o)
	}
	for i, v := range slices.Backward(t.Past.Versions) {
		for j := range v.Records {
			o := &v.Records[j]
			if o.Kind != "policy" {
				continue
			}
			if !told[strings.ToLower(o.ID)] {
				out = append(out, t.gone(i, o))
			}
			tell(o)
		}
	}
	slices.SortFunc(out, func(a, b Gone) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// gone tells of a policy that a version was the last to have.
func (t *Trace) gone(version int, o *program.Outline) Gone {
	out := Gone{Text: Text{t.Past.Versions[version], o}}
	if next := version + 1; next < len(t.Past.Versions) {
		out.Next = t.Past.Versions[next]
	}
	were := texts(o, t.Past.Versions[:version+1])
	for _, rec := range t.Program.Approvals {
		if rec.Policy.To == nil && says(rec) && slices.ContainsFunc(were, func(was Text) bool { return was.Was(rec.Policy.ID) }) {
			out.Approvals = append(out.Approvals, approved(rec, were))
		}
	}
	newestFirst(out.Approvals)
	takeEffect(out.Approvals, were)
	t.attribute(out.Approvals)
	out.Held = held(nil, out.Approvals)
	return out
}
