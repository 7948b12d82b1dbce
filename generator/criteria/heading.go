package criteria

import (
	"slices"
	"strconv"
	"strings"
)

// heading is a spelling that names a group or a part of one, and no criterion.
type heading struct {
	name  string // as the catalogue writes it
	key   string
	group *Group
}

// headings collects the headings of a framework by key. What is a criterion too is none.
func headings(f *Framework) map[string]heading {
	out := map[string]heading{}
	for _, g := range f.Groups {
		for _, name := range g.headings {
			if k := key(name); f.keys[k] == nil {
				out[k] = heading{name, k, g}
			}
		}
	}
	return out
}

func (q query) heading() (heading, bool) {
	k := key(q.text)
	for _, f := range q.in {
		if h, ok := f.headings[k]; ok {
			return h, true
		}
	}
	return heading{}, false
}

// members names the criteria below a heading: those whose identifiers continue it, or else the whole group.
func (s *Set) members(h heading, q query) string {
	all := slices.DeleteFunc(slices.Clone(h.group.Criteria), func(c *Criterion) bool { return !strings.HasPrefix(c.key, h.key+".") })
	if len(all) == 0 {
		all = h.group.everything(q.in)
	}
	switch len(all) {
	case 0:
		return "a criterion below it"
	case 1:
		return s.suggest(all[0], q)
	case 2:
		return s.suggest(all[0], q) + " or " + s.suggest(all[1], q)
	}
	return "one of " + s.suggest(all[0], q) + " to " + s.suggest(all[len(all)-1], q)
}

// everything returns the criteria of the group, and of those that its framework does not list enough to tell first and last
// and whether there are more than two.
func (g *Group) everything(in []*Framework) []*Criterion {
	out := slices.Clone(g.Criteria)
	for _, f := range in {
		for _, r := range f.unlisted.ranges {
			if r.group == g {
				for _, n := range []int{r.first, min(r.first+1, r.last), r.last} {
					out = append(out, f.at(strconv.Itoa(n)))
				}
			}
		}
	}
	slices.SortFunc(out, (*Criterion).Compare)
	return slices.Compact(out)
}
