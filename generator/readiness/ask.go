package readiness

import (
	"strings"

	"trustpress/generator/check"
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// asker asks the questions, and writes the answers into the list.
type asker struct {
	*trace.Trace
	list   *List
	waived map[accepted]string            // reasons
	lost   map[program.Any][]diag.Finding // about occurrences, by control
}

// accepted tells one finding that a waiver accepts from the others.
type accepted struct{ rule, record, at, message string }

func acceptedOf(f diag.Finding) accepted {
	return accepted{f.Rule, strings.ToLower(f.Record), f.At, f.Message}
}

// add adds a question to the area that is being asked about.
func (a *asker) add(i Item) {
	area := &a.list.Areas[len(a.list.Areas)-1]
	area.Items = append(area.Items, i)
}

// later says that questions are not asked yet.
func (a *asker) later(names ...string) { a.list.Later = append(a.list.Later, names...) }

// whether asks one question of the site, or of its place in site.toml.
func (a *asker) whether(name string, there bool, at ...string) {
	i := Item{Name: name, Site: true, Of: 1}
	if !there {
		i.Lacking = []Lack{{At: a.Site.Tree.At(at...)}}
	}
	a.add(i)
}

// each asks a question of every record of a list.
func each[T program.Any](a *asker, name string, list []T, there func(T) bool) {
	i := Item{Name: name, Of: len(list)}
	for _, rec := range list {
		if !there(rec) {
			i.Lacking = append(i.Lacking, Lack{Record: rec, At: rec.Base().Span})
		}
	}
	a.add(i)
}

// foundOut asks one question of the site that rules answer.
func (a *asker) foundOut(name string, rules ...string) {
	a.add(Item{Name: name, Site: true, Of: 1, Lacking: a.foundBy(rules...)})
}

// found asks a question that rules answer, of a number of things.
func (a *asker) found(name string, of int, rules ...string) {
	a.add(Item{Name: name, Of: of, Lacking: a.foundBy(rules...)})
}

// only asks a question that rules answer, of some of the things that these rules look at.
func (a *asker) only(name string, of int, about func(Lack) bool, rules ...string) {
	a.add(Item{Name: name, Of: of, Lacking: keep(a.foundBy(rules...), about)})
}

// foundBy returns what rules find to be lacking.
func (a *asker) foundBy(rules ...string) []Lack {
	var out []Lack
	for _, f := range check.Found(a.Trace, rules...) {
		out = append(out, a.lack(f))
	}
	return out
}

// ofControl returns what the rules about occurrences find of a control.
func (a *asker) ofControl(c *program.Control) []diag.Finding {
	if a.lost == nil {
		a.lost = map[program.Any][]diag.Finding{}
		for _, f := range check.Found(a.Trace, "missing-occurrence", "control-without-evidence") {
			rec := a.Record(f.Record)
			a.lost[rec] = append(a.lost[rec], f)
		}
	}
	return a.lost[c]
}

// lack is what a finding says to be lacking.
func (a *asker) lack(f diag.Finding) Lack {
	out := Lack{Record: a.Record(f.Record), Rule: f.Rule, Message: f.Message, At: f.Span, Reason: a.waived[acceptedOf(f)]}
	if f.Record == "" {
		out.Criterion = a.Catalogues.Find(f.At).Criterion
	}
	return out
}

// keep returns those of a list that are wanted.
func keep[T any](list []T, wanted func(T) bool) []T {
	var out []T
	for _, one := range list {
		if wanted(one) {
			out = append(out, one)
		}
	}
	return out
}
