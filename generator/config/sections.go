package config

import (
	"fmt"
	"reflect"
	"slices"

	"trustpress/generator/node"
)

// The sections of a SOC 2 report, by the words that site.toml has for them.
const (
	Opinion     = "opinion"     // the service auditor's report
	Assertion   = "assertion"   // of management
	Description = "description" // of the system
	Tests       = "tests"       // criteria, controls, tests of them and results
	Other       = "other"       // information that the opinion does not cover
)

// sections lists every section in the order that most firms keep.
func sections() []string {
	for _, f := range node.Fields(reflect.TypeFor[Auditor]()) {
		if f.Key == "sections" {
			return slices.Clone(f.Of)
		}
	}
	return nil
}

// order fills in the order of the report: what the site names comes first, and no section is lost because nobody named it.
func (a *Auditor) order() {
	for _, s := range sections() {
		if !slices.Contains(a.Sections, s) {
			a.Sections = append(a.Sections, s)
		}
	}
	if a.Numbering == "" {
		a.Numbering = "arabic"
	}
}

var romans = []string{"I", "II", "III", "IV", "V"}

// Number returns the number of a section as the firm writes it, or "" if it numbers none.
func (a *Auditor) Number(section string) string {
	i := slices.Index(a.Sections, section)
	switch {
	case i < 0 || a.Numbering == "none":
		return ""
	case a.Numbering == "roman":
		return romans[i]
	}
	return fmt.Sprint(i + 1)
}

// sectionsOnce reports a section that has two places in the report.
func (c *checker) sectionsOnce() {
	list := c.site.Tree.Get("auditor").Get("sections")
	if list == nil {
		return
	}
	seen := map[string]bool{}
	for _, item := range list.Items {
		if seen[item.Text] {
			c.fail(item.Span, fmt.Sprintf("the section %q stands twice", item.Text), "a section has one place in the report: delete one of them")
		}
		seen[item.Text] = true
	}
}
