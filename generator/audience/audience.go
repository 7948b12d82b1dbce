// Package audience owns what each reader may see. It makes three projections of a program: Public for everybody, Staff for the
// company's own people, Auditor for the firm that examines it. What is published at all is decided in package program, where the
// rules can ask too.
//
// It refuses to lay anything out. Public holds strings alone, and nothing in it is computed from evidence, findings, waivers,
// version control or a record that is not public; Staff and Auditor hand out records, after asking who is reading.
package audience

import (
	"maps"
	"slices"
	"sync"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// Edition is what the projections are made of: a program at one moment, with what was found in it.
type Edition struct {
	*trace.Trace
	Report  diag.Report
	Commit  string         // of the content, or "" if it is not known
	Version *trace.Version // that was released; nil: the content as it stands
	Brand   Brand

	index    sync.Once
	accepted map[string]diag.Waived // the windows that a waiver accepts
}

// Brand is how the company shows itself, which everybody may see.
type Brand struct {
	Accent, AccentDark string // the colour of links, on light paper and on dark; "": the theme's own
	Logo               string // the name of its file: "logo.svg"; "": there is none
	Picture            string // what that file holds
	Width, Height      int    // of the logo, in CSS pixels
}

// cited returns the criteria in scope and those that are cited, framework by framework in catalogue order.
func (e *Edition) cited(cited func(*criteria.Criterion) bool) []*criteria.Criterion {
	wanted := map[*criteria.Criterion]bool{}
	for _, c := range e.Scope {
		wanted[c] = true
	}
	for c := range e.Criteria {
		wanted[c] = wanted[c] || cited(c)
	}
	maps.DeleteFunc(wanted, func(_ *criteria.Criterion, in bool) bool { return !in })
	return slices.SortedFunc(maps.Keys(wanted), (*criteria.Criterion).Compare)
}

func (e *Edition) state(c *program.Control) string {
	if schedule := e.Schedules[c]; schedule != nil {
		return schedule.State().String()
	}
	return ""
}
