// Package readiness owns what an examination asks for before it can begin, and what of it is there: question by question in the order
// in which an auditor comes to them, and criterion by criterion. Every answer is derived from the records. What a rule finds is asked of
// the rule itself, and the days and windows of package trace, so that a list of what is lacking and the findings cannot disagree.
//
// It refuses to judge. It counts what is in place and names what is lacking; there is no score, no share and no verdict, because whether
// anything is enough is for the service auditor to say. It speaks no language: questions have names, and outputs have words for them.
package readiness

import (
	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// List is what is asked of a site, and what of it is there.
type List struct {
	Operation bool // it is asked whether controls operated, and not of their design alone
	Areas     []Area
	Later     []string // questions that are not asked yet, by name
	Unknown   []string // questions that nothing at hand answers, by name
	Criteria  []Criterion
}

// Area is questions about one matter.
type Area struct {
	Name  string
	Items []Item
}

// Item is one question, asked of a number of things.
type Item struct {
	Name    string
	Site    bool // it is asked of the site as a whole, and not of records
	Of      int  // the things that it is asked of; none: nothing of the sort is recorded
	Lacking []Lack
}

// InPlace counts the things that nothing is lacking of.
func (i Item) InPlace() int { return i.Of - i.Lacks() }

// Lacks counts the things that something is lacking of. Several findings may be about one.
func (i Item) Lacks() int {
	type thing struct {
		record    program.Any
		criterion *criteria.Criterion
		window    program.Period
		frequency string
		said      string // by a rule, of the site
	}
	seen := map[thing]bool{}
	for _, l := range i.Lacking {
		about := thing{l.Record, l.Criterion, l.Window, l.Frequency, ""}
		if about == (thing{}) {
			about.said = l.Message
		}
		seen[about] = true
	}
	return len(seen)
}

// Lack is one thing of which something is lacking.
type Lack struct {
	Record    program.Any         // nil: the site, or
	Criterion *criteria.Criterion // a criterion
	Window    program.Period      // of an occurrence or of days without something
	Frequency string              // of an occurrence
	Rule      string              // that finds it, or ""
	Message   string              // what the rule says
	At        diag.Span
	Reason    string // that a waiver gives
}

// Of derives the list of a site with an audit. report tells what waivers accept.
func Of(t *trace.Trace, report diag.Report) *List {
	a := &asker{Trace: t, waived: map[accepted]string{}, list: &List{Operation: t.Site.Audit.Stage == "examination"}}
	for _, w := range report.Waived {
		a.waived[acceptedOf(w.Finding)] = w.Reason
	}
	for _, area := range areas {
		a.list.Areas = append(a.list.Areas, Area{Name: area.name})
		area.ask(a)
	}
	a.list.Criteria = a.criteria()
	return a.list
}

// areas are what the questions are about, in the order in which an examination comes to them.
var areas = []struct {
	name string
	ask  func(*asker)
}{
	{"scope", (*asker).scope}, {"controls", (*asker).controls}, {"description", (*asker).description}, {"statements", (*asker).statements},
	{"policies", (*asker).policies}, {"evidence", (*asker).evidence}, {"subservice", (*asker).subservice}, {"user-entities", (*asker).userEntities},
	{"risks", (*asker).risks}, {"requests", (*asker).requests}, {"people", (*asker).people},
}
