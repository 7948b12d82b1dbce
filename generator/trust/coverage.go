package trust

import (
	"cmp"
	"html/template"
	"slices"

	"trustpress/generator/audience"
)

// coverageData is the Trust Services Criteria with the public statements that name them.
type coverageData struct {
	Outside []outsideScope
	Picture template.HTML
	Legend  []meant
	Parts   []coveragePart
}

// coveragePart is the criteria of the categories that reports cover, or the others.
type coveragePart struct {
	Anchor, Key  string // of its words
	Title, Count string
	Families     []family
}

// family is the criteria under one heading of their catalogue.
type family struct {
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

// outsideScope is the categories that a report leaves out, as it says.
type outsideScope struct {
	Report     thing
	Categories thing
}

// tsc is the framework of the criteria that SOC 2 and SOC 3 reports are about.
const tsc = "tsc"

// named returns how many criteria there is a page for: without a control, a list of criteria says nothing.
func named(p *audience.Public) int {
	if len(p.Controls) == 0 {
		return 0
	}
	n := 0
	for _, c := range p.Criteria {
		if c.FrameworkID == tsc {
			n++
		}
	}
	return n
}

// criterionHref returns the way to where a criterion stands: those of the reports on a page of their own, all others by their
// frameworks; or "".
func (s *sheet) criterionHref(key string) string {
	c := s.criteria[key]
	if c == nil {
		return ""
	}
	path := frameworksPath
	if c.FrameworkID == tsc {
		path = criteriaPath
	}
	if !s.has(path) {
		return ""
	}
	return s.href(path, criterionAnchor(key))
}

func coverage(s *sheet) any {
	rows := s.rows(tsc)
	reported, rest := coveragePart{Anchor: "tp.reported", Key: "reported", Families: s.families(rows, true)},
		coveragePart{Anchor: "tp.named", Key: "beyond", Families: s.families(rows, false)}
	if len(reported.Families) == 0 {
		rest.Key = "named"
	}
	out := coverageData{Outside: s.leftOut()}
	out.Picture, out.Legend = s.criteriaMap(slices.Concat(reported.Families, rest.Families))
	for _, part := range []coveragePart{reported, rest} {
		if len(part.Families) > 0 {
			part.Title, part.Count = s.say("criteria-"+part.Key), s.count(part)
			out.Parts = append(out.Parts, part)
		}
	}
	return out
}

// rows returns what is told of each criterion of a framework that the projection holds, by its key.
func (s *sheet) rows(framework string) map[string]covered {
	controls, others, customers := s.controlsOf(), s.othersOf(), s.customersOf()
	out := map[string]covered{}
	for _, c := range s.Criteria {
		if c.FrameworkID == framework {
			out[c.Key] = covered{criterionAnchor(c.Key), c.ID, c.Title, controls[c.Key], others[c.Key], customers[c.Key]}
		}
	}
	return out
}

// families returns the criteria that reports cover, or the others, under the headings of their catalogue.
func (s *sheet) families(rows map[string]covered, reported bool) []family {
	var out []family
	for _, c := range s.Criteria {
		row, ok := rows[c.Key]
		if !ok || c.Reported != reported {
			continue
		}
		if n := len(out); n == 0 || out[n-1].Anchor != areaAnchor(c) {
			out = append(out, family{Anchor: areaAnchor(c), ID: c.Family, Title: c.FamilyOf})
		}
		out[len(out)-1].Rows = append(out[len(out)-1].Rows, row)
	}
	return out
}

// count says of how many criteria a control of ours is told. It counts what is mapped in public, and judges nothing.
func (s *sheet) count(part coveragePart) string {
	all, told := 0, 0
	for _, f := range part.Families {
		for _, row := range f.Rows {
			all++
			if len(row.Controls) > 0 {
				told++
			}
		}
	}
	return s.say("count-"+part.Key, all, told)
}

// leftOut returns what the reports that stand leave out, by their own words.
func (s *sheet) leftOut() []outsideScope {
	var out []outsideScope
	for i := range s.Reports {
		r := &s.Reports[i]
		if examination(r) && s.superseded(r) == nil && len(r.NotInScope.Words) > 0 {
			head := s.head(r.PublicText, "report", i)
			name := thing{Text: cmp.Or(s.what(r), head.Title), Href: s.reportHref(r, head), span: when(r).span}
			out = append(out, outsideScope{name, together(r.NotInScope)})
		}
	}
	return out
}
