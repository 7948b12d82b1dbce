package auditor

import (
	"path"
	"slices"
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// testsByCriterion is the section of the controls in the first of the layouts that the field knows: criterion by criterion, with each control
// under every criterion that it is mapped to.
type testsByCriterion struct {
	Section    sectionHead
	Type       int
	Other      link
	Sheet      link
	Frameworks []testedFramework
}

type testedFramework struct {
	Anchor, Name, Note string
	Criteria           []testedCriterion
}

// testedCriterion is a criterion with the controls that the report states for it.
type testedCriterion struct {
	criterionRow
	Anchor string
	Tested []testedControl
}

func (w *writer) testsByCriterion(v view) any {
	out := testsByCriterion{Section: w.sectionHead(w.section(config.Tests)), Type: w.Site.Audit.Type, Sheet: v.workbook(),
		Other: link{Title: w.text("tests-by-control"), Href: v.root + testsPage}}
	for _, k := range catalogues(v.Scope) {
		f := testedFramework{Anchor: k.anchor(), Name: v.frameworkName(k.framework), Note: k.framework.Note.In(v.lang)}
		for _, family := range k.families {
			for _, c := range family.criteria {
				f.Criteria = append(f.Criteria, v.testedCriterion(c))
			}
		}
		out.Frameworks = append(out.Frameworks, f)
	}
	return out
}

func (v view) testedCriterion(c *criteria.Criterion) testedCriterion {
	anchor := "tp." + strings.ReplaceAll(strings.TrimPrefix(path.Dir(v.criteria[c]), "criteria/"), "/", partEnd)
	out := testedCriterion{criterionRow: v.criterionRow(c), Anchor: anchor}
	for _, control := range v.Coverage[c].Controls {
		out.Tested = append(out.Tested, v.testedControl(control, anchor+partEnd+strings.ToLower(control.ID)))
	}
	for _, vendor := range v.included(c, anchor+partEnd) {
		out.Tested = append(out.Tested, vendor.Controls...)
	}
	return out
}

// serves reports whether references name a criterion, or a part of it.
func serves(refs []program.CriterionRef, of *criteria.Criterion) bool {
	return slices.ContainsFunc(refs, func(r program.CriterionRef) bool {
		for c := r.To; c != nil; c = c.Parent {
			if c == of {
				return true
			}
		}
		return false
	})
}
