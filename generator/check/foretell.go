package check

import (
	"trustpress/generator/diag"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// aboutOne are the rules about evidence that need no more than the record and the measure of its file.
var aboutOne = []*Rule{evidenceOutsidePeriod, evidenceWithoutProvenance, imageWithoutFacts}

// Foretell returns what those rules will say of a piece of evidence that is not recorded yet. It has no place.
func Foretell(t *trace.Trace, e *program.Evidence) []diag.Finding {
	alone := &trace.Trace{Site: t.Site, AsOf: t.AsOf, Period: t.Period, Program: &program.Program{Evidence: []*program.Evidence{e}}}
	var log diag.Log
	for _, r := range aboutOne {
		p := &Pass{Trace: alone, rule: r}
		r.Run(p)
		log.Add(p.findings...)
	}
	return Weigh(log.Findings()).Findings
}
