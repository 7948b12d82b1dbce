package trust

import (
	"slices"
	"strings"

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
		if anchor := areaAnchor(c); order[anchor] == 0 {
			order[anchor] = i + 1
		}
	}
	slices.SortStableFunc(out.Areas, func(a, b area) int { return rank(order[a.Anchor]) - rank(order[b.Anchor]) })
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
				return area{Anchor: areaAnchor(c), ID: c.Family, Title: c.FamilyOf}
			}
		}
	}
	return area{Anchor: "tp.area", Title: s.say("other-area")}
}

// areaAnchor names the part of a page that is about a family of criteria, in every language alike.
func areaAnchor(c audience.PublicCriterion) string {
	return "tp.area." + strings.ToLower(c.FrameworkID+"."+strings.ReplaceAll(c.Family, " ", "-"))
}

func (s *sheet) control(c audience.PublicControl, n int) control {
	out := control{statement: s.statement(c.PublicText, "control", n), Type: s.chosen(c.Type), Mode: s.chosen(c.Mode)}
	for _, f := range c.Frequency {
		out.Frequency = append(out.Frequency, s.chosen(f))
	}
	return out
}
