package criteria

import (
	"slices"
	"strconv"
	"strings"
)

// unlisted says which plain numbers are criteria although nobody lists them, as the articles of a law.
type unlisted struct {
	title  Text // with {id} in the number's place
	ranges []span
}

type span struct {
	first, last int
	group       *Group
}

// ends returns the lowest and the highest number that the framework has, or ok = false if numbers need to be listed.
func (f *Framework) ends() (low, high int, ok bool) {
	if len(f.unlisted.ranges) == 0 {
		return 0, 0, false
	}
	low, high = f.unlisted.ranges[0].first, f.unlisted.ranges[0].last
	for _, r := range f.unlisted.ranges {
		low, high = min(low, r.first), max(high, r.last)
	}
	for _, c := range f.Criteria {
		if n, err := strconv.Atoi(c.ID); err == nil {
			low, high = min(low, n), max(high, n)
		}
	}
	return low, high, true
}

// at returns the criterion with an identifier that is canonical but for letter case: a listed one, an unlisted number, or what
// stands below one of them. It makes each of the latter once.
func (f *Framework) at(id string) *Criterion {
	if c := f.ids[strings.ToLower(id)]; c != nil {
		return c
	}
	if c := f.number(id); c != nil {
		return c
	}
	if f.grammar.suffix == nil {
		return nil
	}
	for _, spelling := range [...]string{id, strings.ToLower(id), strings.ToUpper(id)} {
		m := f.grammar.suffix().FindStringSubmatch(spelling)
		if m == nil {
			continue
		}
		if c := f.below(m[1], spelling[len(m[1]):]); c != nil {
			return c
		}
	}
	return nil
}

func (f *Framework) number(id string) *Criterion {
	n, err := strconv.Atoi(id)
	if err != nil || strconv.Itoa(n) != id {
		return nil
	}
	for _, r := range f.unlisted.ranges {
		if r.first <= n && n <= r.last {
			return f.mint(f.bare(id, r.group))
		}
	}
	return nil
}

func (f *Framework) bare(id string, g *Group) *Criterion {
	c := &Criterion{Framework: f, ID: id, Group: g, Relevance: Context, key: key(id), OSCAL: oscal(f.grammar.oscal, id)}
	c.Title = Text{strings.ReplaceAll(f.unlisted.title.EN, "{id}", id), strings.ReplaceAll(f.unlisted.title.SV, "{id}", id)}
	if g != nil {
		c.Category, c.Kind = g.Category, g.Kind
	}
	later := slices.IndexFunc(f.Criteria, func(d *Criterion) bool { return compareKeys(d.key, c.key) > 0 })
	if later < 0 {
		later = len(f.Criteria)
	}
	c.order = later - 1 // with the listed one before it, after which its key puts it
	return c
}

func (f *Framework) below(base, suffix string) *Criterion {
	parent := f.ids[strings.ToLower(base)]
	if parent == nil {
		parent = f.number(base)
	}
	if parent == nil {
		return nil
	}
	c := *parent
	c.ID = parent.ID + suffix
	c.Parent, c.Summary, c.key, c.OSCAL = parent, Text{}, key(c.ID), oscal(f.grammar.oscal, c.ID)
	return f.mint(&c)
}

// mint keeps the first of the criteria made for one identifier.
func (f *Framework) mint(c *Criterion) *Criterion {
	kept, _ := f.minted.LoadOrStore(strings.ToLower(c.ID), c)
	return kept.(*Criterion)
}
