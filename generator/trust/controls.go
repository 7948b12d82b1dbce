package trust

import (
	"slices"

	"trustpress/generator/audience"
)

// controlsData is the public controls by area.
type controlsData struct{ Areas []area }

// area is the controls whose first criterion stands under one heading of its catalogue.
type area struct {
	Anchor, ID, Title string
	Controls          []control
}

// control is a public control with what is told of how it is carried out.
type control struct {
	statement
	Frequency  []string
	Type, Mode string
}

func controls(s *sheet) any {
	var out controlsData
	for i, c := range s.Controls {
		a := s.area(c.Criteria)
		at := slices.IndexFunc(out.Areas, func(other area) bool { return other.Anchor == a.Anchor })
		if at < 0 {
			at = len(out.Areas)
			out.Areas = append(out.Areas, a)
		}
		out.Areas[at].Controls = append(out.Areas[at].Controls, s.control(c, i))
	}
	order := map[string]int{}
	for i, c := range s.Criteria {
		if _, known := order[c.Family]; !known {
			order[c.Family] = i + 1
		}
	}
	slices.SortStableFunc(out.Areas, func(a, b area) int { return rank(order[a.ID]) - rank(order[b.ID]) })
	return out
}

// rank puts what has no place last.
func rank(place int) int {
	if place == 0 {
		return 1 << 20
	}
	return place
}

// area returns the area of a control that names criteria, without its controls.
func (s *sheet) area(keys []string) area {
	for _, key := range keys {
		for _, c := range s.Criteria {
			if c.Key == key && c.Family != "" {
				return area{Anchor: "tp.area." + anchorOf(c.Family)[len("tp."):], ID: c.Family, Title: c.FamilyOf}
			}
		}
	}
	return area{Anchor: "tp.area", Title: s.say("other-area")}
}

func (s *sheet) control(c audience.PublicControl, n int) control {
	out := control{statement: s.statement(c.PublicText, "control", n), Type: s.chosen(c.Type), Mode: s.chosen(c.Mode)}
	for _, f := range c.Frequency {
		out.Frequency = append(out.Frequency, s.chosen(f))
	}
	return out
}

// coverageData is the criteria with the public controls that name them.
type coverageData struct{ Families []family }

type family struct {
	Framework         string // where another one begins
	Anchor, ID, Title string
	Rows              []covered
}

// covered is a criterion with what is told in public about it.
type covered struct {
	Anchor, ID, Title string
	Controls          []told
	Expected          []told // of subservice organizations
}

// told is a statement by its name, or by its first words.
type told struct{ Name, Href string }

func coverage(s *sheet) any {
	byCriterion, expected := s.controlsOf(), s.expectedOf()
	var out coverageData
	framework, last := "", ""
	for _, c := range s.Criteria {
		if c.Framework+c.Family != last {
			f := family{Anchor: "tp.family." + criterionAnchor(c.Framework + "." + c.Family)[len("tp."):], ID: c.Family, Title: c.FamilyOf}
			if c.Framework != framework {
				framework, f.Framework = c.Framework, c.Framework
			}
			out.Families, last = append(out.Families, f), c.Framework+c.Family
		}
		f := &out.Families[len(out.Families)-1]
		f.Rows = append(f.Rows, covered{criterionAnchor(c.Key), c.ID, c.Title, byCriterion[c.Key], expected[c.Key]})
	}
	return out
}

func (s *sheet) controlsOf() map[string][]told {
	out := map[string][]told{}
	for i, c := range s.Controls {
		st := s.statement(c.PublicText, "control", i)
		name := st.Title
		if name == "" {
			name = s.say("control-without-name", i+1)
		}
		if st.ID != "" {
			name = st.ID + " " + name
		}
		for _, key := range c.Criteria {
			out[key] = append(out[key], told{name, s.href(controlsPath, st.Anchor)})
		}
	}
	return out
}

func (s *sheet) expectedOf() map[string][]told {
	out := map[string][]told{}
	for i, o := range s.Subservices {
		st := s.statement(o.PublicText, "subservice", i)
		for _, e := range o.Expected {
			for _, key := range e.Criteria {
				if !slices.ContainsFunc(out[key], func(t told) bool { return t.Name == st.Title }) {
					out[key] = append(out[key], told{st.Title, s.href(systemPath, st.Anchor)})
				}
			}
		}
	}
	return out
}
