package audience

import "trustpress/generator/criteria"

// Auditor is the bundle's reader, who sees everything.
type Auditor struct {
	*Edition
	Older Older // nil: nobody has the texts of released versions
}

// ForAuditor makes the projection for the firm that examines the company.
func ForAuditor(e *Edition) *Auditor { return &Auditor{Edition: e} }

// Cited returns the criteria that have a page: those in scope, and those that something refers to.
func (a *Auditor) Cited() []*criteria.Criterion {
	return a.cited(func(*criteria.Criterion) bool { return true })
}
