package trace

import (
	"fmt"
	"slices"
	"strings"

	"trustpress/generator/criteria"
	"trustpress/generator/diag"
	"trustpress/generator/node"
	"trustpress/generator/program"
)

// Coverage says what meets a criterion. Coverage of at least one control means mapped, never sufficient.
type Coverage struct {
	Criterion *criteria.Criterion
	Controls  []*program.Control
	CarveOuts []CarveOut // with a control of ours that monitors them
	Reason    string     // why the criterion does not apply (DC 200 DC 8), or ""
}

// CarveOut is a control expected of a subservice organization (DC 200 DC 7).
type CarveOut struct {
	Vendor *program.Vendor
	CSOC   *program.CSOC
}

// Met reports whether the criterion is covered, or does not apply.
func (c *Coverage) Met() bool { return len(c.Controls) > 0 || len(c.CarveOuts) > 0 || c.Reason != "" }

func (t *Trace) fail(at diag.Span, message, hint string) {
	t.log.Add(diag.Finding{Rule: "invalid-config", Span: at, Message: message, Hint: hint})
}

// scope works out which criteria the site's frameworks and categories put in scope, and the period that is held against.
func (t *Trace) scope() {
	var frameworks, categories []string
	for _, f := range t.Site.Frameworks.InScope {
		known := t.Catalogues.Framework(f.Text)
		if known == nil {
			t.fail(f.Span, fmt.Sprintf("there is no framework %q", f.Text), "known are "+strings.Join(t.frameworks(), ", "))
			continue
		}
		frameworks = append(frameworks, known.ID)
	}
	a := t.Site.Audit
	if a == nil {
		return
	}
	for _, c := range a.Categories {
		id, ok := t.Catalogues.Category(c.Text)
		if !ok {
			t.fail(c.Span, fmt.Sprintf("there is no category %q", c.Text), "security, availability, confidentiality, processing-integrity or privacy")
			continue
		}
		categories = append(categories, id)
	}
	if len(a.Categories) == 0 && slices.ContainsFunc(frameworks, func(f string) bool { return len(t.Catalogues.Framework(f).Categories) > 0 }) {
		t.fail(t.Site.Tree.At("audit"), "\"categories\" is missing", "name those that are reported on, as in [\"security\"]")
	}
	t.Scope = t.Catalogues.InScope(frameworks, categories)
	t.Period = program.Period{From: a.PeriodFrom, To: a.PeriodTo}
	if a.Type == 1 {
		t.Period = program.Period{From: a.AsOf.AddDays(-a.Type1WindowDays), To: a.AsOf}
	}
}

// Examined returns the days that an auditor looks at: the period, or the one day of a Type 1. It is zero without an audit.
func (t *Trace) Examined() program.Period {
	if t.Site.Audit != nil && t.Site.Audit.Type == 1 {
		return program.Period{From: t.Period.To, To: t.Period.To}
	}
	return t.Period
}

// Chosen reports whether a framework is in scope.
func (t *Trace) Chosen(f *criteria.Framework) bool {
	return slices.ContainsFunc(t.Site.Frameworks.InScope, func(in node.Text) bool { return t.Catalogues.Framework(in.Text) == f })
}

func (t *Trace) frameworks() []string {
	var out []string
	for _, f := range t.Catalogues.Frameworks() {
		out = append(out, f.ID)
	}
	return out
}

// cover fills the coverage of each criterion in scope.
func (t *Trace) cover() {
	t.Coverage = map[*criteria.Criterion]*Coverage{}
	for _, c := range t.Scope {
		t.Coverage[c] = &Coverage{Criterion: c}
	}
	for _, c := range t.Program.Controls {
		if c.Retired() {
			continue
		}
		for _, ref := range c.Criteria {
			t.each(ref.To, func(cov *Coverage) {
				if !slices.Contains(cov.Controls, c) {
					cov.Controls = append(cov.Controls, c)
				}
			})
		}
	}
	for _, v := range t.Program.Vendors {
		t.carveOuts(v)
	}
	if t.Site.Audit != nil {
		for _, na := range t.Site.Audit.NotApplicable {
			t.notApplicable(na.Criterion, na.Reason)
		}
	}
}

// each visits the coverage of a criterion and of those above it: a point of an article counts for the article.
func (t *Trace) each(c *criteria.Criterion, visit func(*Coverage)) {
	for ; c != nil; c = c.Parent {
		if cov := t.Coverage[c]; cov != nil {
			visit(cov)
		}
	}
}

func (t *Trace) carveOuts(v *program.Vendor) {
	if v.Subservice == nil || v.Subservice.Method != "carve-out" || !Monitored(v) {
		return
	}
	for i := range v.Subservice.CSOCs {
		csoc := &v.Subservice.CSOCs[i]
		for _, ref := range csoc.Criteria {
			t.each(ref.To, func(cov *Coverage) {
				if carve := (CarveOut{v, csoc}); !slices.Contains(cov.CarveOuts, carve) {
					cov.CarveOuts = append(cov.CarveOuts, carve)
				}
			})
		}
	}
}

// Monitored reports whether a control of ours, still carried out, monitors a subservice organization.
func Monitored(v *program.Vendor) bool {
	return slices.ContainsFunc(v.Subservice.MonitoredBy, func(r program.Ref[program.Control]) bool { return r.To != nil && !r.To.Retired() })
}

func (t *Trace) notApplicable(c node.Text, reason string) {
	if c.Text == "" { // its absence has a finding
		return
	}
	criterion, why := t.lookUp(c.Text, c.Span)
	t.log.Add(why...)
	if cov := t.Coverage[criterion]; cov != nil {
		cov.Reason = reason
	}
}

// InScope reports whether a criterion, or the one it is a part of, is in scope.
func (t *Trace) InScope(c *criteria.Criterion) bool {
	in := false
	t.each(c, func(*Coverage) { in = true })
	return in
}
