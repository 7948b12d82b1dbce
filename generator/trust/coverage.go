package trust

import (
	"slices"

	"trustpress/generator/audience"
)

// coverageData is the criteria with the public statements that name them.
type coverageData struct{ Families []family }

// family is the criteria under one heading of their catalogue.
type family struct {
	Framework         string // where another one begins
	Anchor, ID, Title string
	Rows              []covered
}

// covered is a criterion with what is told in public about it.
type covered struct {
	Anchor, ID, Title string
	Controls          []mention
	Others            []mention // what subservice organizations carry out
	Customers         []mention // what customers do
}

// mention is a statement by its name.
type mention struct {
	ID, Name, Href string
	Inclusive      bool // of a subservice organization: its controls are part of the description
}

// named returns how many criteria there is a page for: without a control, a list of criteria says nothing.
func named(p *audience.Public) int {
	if len(p.Controls) == 0 {
		return 0
	}
	return len(p.Criteria)
}

func coverage(s *sheet) any {
	controls, others, customers := s.controlsOf(), s.othersOf(), s.customersOf()
	var out coverageData
	framework := ""
	for _, c := range s.Criteria {
		if n := len(out.Families); n == 0 || out.Families[n-1].Anchor != areaAnchor(c) {
			f := family{Anchor: areaAnchor(c), ID: c.Family, Title: c.FamilyOf}
			if c.FrameworkID != framework {
				framework, f.Framework = c.FrameworkID, c.Framework
			}
			out.Families = append(out.Families, f)
		}
		f := &out.Families[len(out.Families)-1]
		f.Rows = append(f.Rows, covered{criterionAnchor(c.Key), c.ID, c.Title, controls[c.Key], others[c.Key], customers[c.Key]})
	}
	return out
}

// controlsOf returns the public controls that name each criterion.
func (s *sheet) controlsOf() map[string][]mention {
	out := map[string][]mention{}
	for i, c := range s.Controls {
		st := s.head(c.PublicText, "control", i)
		one := mention{ID: st.ID, Name: st.Title, Href: s.href(controlsPath, st.Anchor)}
		if one.ID == "" && one.Name == "" {
			one.Name = s.say("control-without-name", i+1)
		}
		add(out, c.Criteria, one)
	}
	return out
}

// othersOf returns the subservice organizations of which something is told under each criterion.
func (s *sheet) othersOf() map[string][]mention {
	out := map[string][]mention{}
	for i, o := range s.Subservices {
		st := s.head(o.PublicText, "subservice", i)
		one := mention{Name: st.Title, Href: s.href(systemPath, st.Anchor), Inclusive: o.Method == "inclusive"}
		for _, e := range o.Expected {
			add(out, e.Criteria, one)
		}
	}
	return out
}

// customersOf returns the complementary user entity controls that name each criterion.
func (s *sheet) customersOf() map[string][]mention {
	out := map[string][]mention{}
	for i, c := range s.CUECs {
		st := s.head(c, "cuecs", i)
		one := mention{ID: st.ID, Name: st.Title, Href: s.href(customersPath, st.Anchor)}
		if one.ID == "" && one.Name == "" {
			one.Name = s.say("cuec-without-name", i+1)
		}
		add(out, c.Criteria, one)
	}
	return out
}

func add(to map[string][]mention, keys []string, one mention) {
	for _, key := range keys {
		if !slices.ContainsFunc(to[key], func(m mention) bool { return m.Href == one.Href }) {
			to[key] = append(to[key], one)
		}
	}
}
