package handbook

import (
	"html/template"
	"slices"

	"trustpress/generator/calendar"
	"trustpress/generator/criteria"
)

// tally counts things by their state.
type tally struct {
	Of    string // the key of what is counted
	Total int
	By    []counted
}

// counted is a key of the words of the interface, and how many there are of it.
type counted struct {
	Key   string
	Count int
	Href  string
}

var states = []string{"state-mapped", "state-carved-out", "state-not-applicable", "state-gap"}

// count sums up the criteria in scope.
func (b *book) count() tally {
	out := tally{Of: "criteria-in-scope"}
	n := map[string]int{}
	for _, c := range b.criteria {
		if state := b.coverageState(c); state != "" {
			n[state]++
			out.Total++
		}
	}
	for _, state := range states {
		out.By = append(out.By, counted{Key: state, Count: n[state]})
	}
	return out
}

// coverageData is the table of criteria.
type coverageData struct {
	Audited    bool
	Word       string // key of the name of the page
	Tally      tally
	Legend     []meant
	Frameworks []framework
}

// framework is a catalogue with its criteria, group by group.
type framework struct {
	Name, Edition, Note string
	Anchor              string
	Groups              []group
}

type group struct {
	Title   string
	Anchor  string
	Picture template.HTML // "" if no criterion of the group is in scope
	Rows    []covered

	criteria []*criteria.Criterion
}

func coveragePage(s *sheet) face {
	out := coverageData{Audited: s.staff.Audited(), Word: s.coverageWord(), Tally: s.tally()}
	for i, c := range s.criteria {
		if i == 0 || s.criteria[i-1].Framework != c.Framework {
			out.Frameworks = append(out.Frameworks, s.framework(c.Framework))
		}
		f := &out.Frameworks[len(out.Frameworks)-1]
		if len(f.Groups) == 0 || s.criteria[i-1].Group != c.Group {
			f.Groups = append(f.Groups, s.group(c))
		}
		g := &f.Groups[len(f.Groups)-1]
		g.Rows, g.criteria = append(g.Rows, s.covered(c)), append(g.criteria, c)
	}
	out.draw(s)
	return face{"coverage", s.say(out.Word), coveragePath, out}
}

// draw adds the picture of each group, and one legend for all.
func (d *coverageData) draw(s *sheet) {
	if d.Tally.Total == 0 {
		return
	}
	d.Legend = legend(slices.Concat(calendar.States, criterionStates))
	for _, f := range d.Frameworks {
		for i := range f.Groups {
			f.Groups[i].Picture = s.matrix(f.Groups[i].criteria)
		}
	}
}

func (s *sheet) framework(f *criteria.Framework) framework {
	return framework{Name: f.Name.In(s.lang), Edition: f.Edition, Note: f.Note.In(s.lang), Anchor: frameworkAnchor(f)}
}

// frameworkAnchor names a framework on the page, apart from the page's own parts: a site may call a framework as it likes.
func frameworkAnchor(f *criteria.Framework) string { return "tp.in." + f.ID }

// group returns the group of a criterion, without its rows. A catalogue without groups has one that bears no title.
func (s *sheet) group(c *criteria.Criterion) group {
	if c.Group == nil {
		return group{}
	}
	return group{Title: c.Group.ID + " " + c.Group.Title.In(s.lang), Anchor: frameworkAnchor(c.Framework) + "." + c.Group.ID}
}
