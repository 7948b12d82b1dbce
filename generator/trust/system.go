package trust

import (
	"cmp"
	"strings"

	"trustpress/generator/audience"
)

// systemData is the public system description: what the system is, what is promised of it, and who else carries it out. It has the
// shape of what a report for general use is accompanied by (boundaries, commitments, requirements), and is none.
type systemData struct {
	Sections    []section
	Subservices []subservice
}

// subservice is a subservice organization with what is expected of it (DC 200 DC 7).
type subservice struct {
	statement
	Method   string
	Services audience.Said
	Expected []statement
}

func described(p *audience.Public) int {
	return len(p.Description) + len(p.Commitments) + len(p.Requirements) + len(p.Subservices)
}

// before and after are the sections of the description that stand before what is promised of the system, and after it.
var before, after = []string{"DC1", "DC3"}, []string{"DC2", "DC4", "DC5", "DC6", "DC7", "DC8", "DC9", ""}

func system(s *sheet) any {
	var out systemData
	for _, name := range before {
		out.Sections = append(out.Sections, s.described(name))
	}
	out.Sections = append(out.Sections, s.section("commitments", s.Commitments), s.section("requirements", s.Requirements))
	for _, name := range after {
		out.Sections = append(out.Sections, s.described(name))
	}
	out.Sections = written(out.Sections...)
	for i, o := range s.Subservices {
		one := subservice{statement: s.statement(o.PublicText, "subservice", i), Method: o.Method, Services: o.Services}
		one.Expected = s.statements(o.Expected, one.Anchor[len("tp."):]+".expected")
		out.Subservices = append(out.Subservices, one)
	}
	return out
}

// described returns what is public of one section of the system description.
func (s *sheet) described(name string) section {
	var texts []audience.PublicText
	for _, d := range s.Description {
		if d.Section == name {
			texts = append(texts, d.PublicText)
		}
	}
	key := cmp.Or(strings.ToLower(name), "description")
	return section{Anchor: "tp." + key, Title: s.say("public-" + key), Texts: s.statements(texts, key)}
}
