// Package check owns the rules: what each is called, how severe it is, what it blocks, how it is explained, and, for those that
// look at the whole program, how it is found. One file per rule; rules.go is the list. It also looks ahead: which days will come, before a
// rule has anything to say about them.
//
// It refuses to print, and to know flags or formats. Rules about reading and binding are found by the stages that read and
// bind; here they have their name, their severity and their examples.
package check

import (
	"fmt"
	"slices"
	"sync"

	"trustpress/generator/diag"
	"trustpress/generator/nearest"
	"trustpress/generator/program"
	"trustpress/generator/theme"
	"trustpress/generator/trace"
)

// Rule is one rule with its explanation.
type Rule struct {
	diag.Rule
	Why  string // a paragraph: what goes wrong if nobody mends it, and how to mend it
	Bad  string // a txtar archive of files that break this rule and no other
	Good string // the same, mended
	Base string // a txtar archive that both lie over, which explain does not print

	// Beyond says why the examples of a rule are no archives: what it finds does not stand in the files of a site. A script shows it.
	Beyond string

	Run func(*Pass) // nil for a rule that an earlier stage finds
}

var (
	everything = []string{"handbook", "trust", "auditor"}
	nothing    []string
)

// Find returns the rule of a name or a code, or nil.
func Find(name string) *Rule {
	for _, r := range Rules {
		if r.Name == name || r.Code == name {
			return r
		}
	}
	return nil
}

// Pass is one run of one rule over a bound program.
type Pass struct {
	*trace.Trace
	Look     theme.Look // of the theme that pages are to have; nothing is known of it where none is at hand
	rule     *Rule
	findings []diag.Finding
	heard    func() []claim // what public texts may not say, found once for all rules
	handed   func() []claim // what texts for the service auditor may not say
	raw      func() map[*program.Evidence]*raw
}

// Report records a finding about a record, or about none.
func (p *Pass) Report(rec program.Any, at diag.Span, message, hint string, related ...diag.Related) {
	f := diag.Finding{Rule: p.rule.Name, Span: at, Message: message, Hint: hint, Related: related}
	if rec != nil {
		f.Record = rec.Base().ID
	}
	p.findings = append(p.findings, f)
}

// at names what the last finding is about more exactly than by its record: a window, so that a waiver can name it, or a criterion.
func (p *Pass) at(what string) { p.findings[len(p.findings)-1].At = what }

// Judge runs every rule over a bound program and the look of its pages, adds what the earlier stages found, and returns the
// findings in order, each with its code and severity, those that a waiver accepts apart.
func Judge(t *trace.Trace, look theme.Look, earlier []diag.Finding) diag.Report {
	var log diag.Log
	log.Add(earlier...)
	run := started(t, look)
	for _, r := range Rules {
		if r.Run == nil {
			continue
		}
		log.Add(run(r)...)
	}
	set, complaints := settings(t)
	log.Add(complaints...)
	var report diag.Report
	waivers := gather(t)
	for _, f := range log.Findings() {
		f, on := weigh(f, set)
		if !on {
			continue
		}
		if w, ok := waivers.accept(f); ok {
			report.Waived = append(report.Waived, w)
			continue
		}
		report.Findings = append(report.Findings, f)
	}
	for _, f := range waivers.complain(slices.ContainsFunc(report.Findings, unread)) {
		if f, on := weigh(f, set); on {
			report.Findings = append(report.Findings, f)
		}
	}
	slices.SortFunc(report.Findings, diag.Compare)
	return report
}

// started returns what runs a rule. What several rules ask for is found by the first of them.
func started(t *trace.Trace, look theme.Look) func(*Rule) []diag.Finding {
	heard := sync.OnceValue(func() []claim { return hear(t) })
	handed := sync.OnceValue(func() []claim { return hearHanded(t, heard()) })
	files := sync.OnceValue(func() map[*program.Evidence]*raw { return readRaw(t) })
	return func(r *Rule) []diag.Finding {
		p := &Pass{Trace: t, Look: look, rule: r, heard: heard, handed: handed, raw: files}
		r.Run(p)
		return p.findings
	}
}

// unread reports whether after a finding something is not known: what could not be read, named or followed (stages 0 to 2).
func unread(f diag.Finding) bool { return f.Severity == diag.Error && f.Code < "TP3" }

// Weigh gives findings that were made without a program the code and severity of their rules.
func Weigh(findings []diag.Finding) diag.Report {
	var report diag.Report
	for _, f := range findings {
		if f, on := weigh(f, nil); on {
			report.Findings = append(report.Findings, f)
		}
	}
	slices.SortFunc(report.Findings, diag.Compare)
	return report
}

func weigh(f diag.Finding, set map[string]diag.Severity) (diag.Finding, bool) {
	r := Find(f.Rule)
	f.Code = r.Code
	if f.Severity == diag.Off {
		f.Severity = r.Severity
	}
	if f.Blocks == nil {
		f.Blocks = r.Blocks
	}
	if s, ok := set[f.Rule]; ok {
		f.Severity = s
		if s == diag.Error && f.Blocks == nil { // a site that makes an error of a warning wants nothing written with it
			f.Blocks = everything
		}
	}
	return f, f.Severity != diag.Off
}

// settings reads [rules] of site.toml: a warning can be silenced or made an error; an error stays one.
func settings(t *trace.Trace) (map[string]diag.Severity, []diag.Finding) {
	set := map[string]diag.Severity{}
	var complaints []diag.Finding
	table := t.Site.Tree.Get("rules")
	if table == nil {
		return set, nil
	}
	for _, p := range table.Pairs {
		severity, word := severities[p.Value.Text]
		message, hint := refused(p.Key, severity)
		switch {
		case message != "":
			complaints = append(complaints, diag.Finding{Rule: "invalid-config", Span: p.Span, Message: message, Hint: hint})
		case word: // any other word has its finding
			set[p.Key] = severity
		}
	}
	return set, complaints
}

var severities = map[string]diag.Severity{"off": diag.Off, "warning": diag.Warning, "error": diag.Error}

// refused says why a rule cannot be set to a severity, or nothing.
func refused(name string, severity diag.Severity) (message, hint string) {
	r := Find(name)
	if r == nil {
		hint = "trustpress explain lists them"
		if near, ok := nearest.Within(name, Names(), 3); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		return fmt.Sprintf("there is no rule %q", name), hint
	}
	if r.Severity == diag.Error && severity != diag.Error {
		return fmt.Sprintf("%q is an error and stays one", name), "only a warning can be set"
	}
	return "", ""
}

// Names returns the names of the rules, in the order of their codes.
func Names() []string {
	out := make([]string, len(Rules))
	for i, r := range Rules {
		out[i] = r.Name
	}
	return out
}
