package auditor

import (
	"slices"

	"trustpress/generator/check"
	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// limb is one of the things that management asserts, with what the records hold against it.
type limb struct {
	Name    string
	Says    string // in the draft
	Against []objection
}

// objection is what management weighs before it signs a limb.
type objection struct {
	Says    string
	Rule    string // whose finding it is, told in English as its explanation is
	About   []link
	Windows []missed // of the one control that it is about
}

// limbs are those of the type of report: the description and the design of the controls, and of Type 2 that they operated.
func (v view) limbs() []limb {
	out := []limb{
		{v.text("limb-description"), v.drafted("draft-limb-description"), v.againstDescription()},
		{v.text("limb-design"), v.drafted("draft-limb-design"), v.againstDesign()},
	}
	if v.Site.Audit.Type == 1 {
		return out
	}
	return append(out, limb{v.text("limb-operation"), v.drafted("draft-limb-operation"), v.againstOperation()})
}

// againstDescription is what the description should tell and does not. At a date it also tells what is in place, which evidence shows.
func (v view) againstDescription() []objection {
	var out []objection
	for _, s := range v.description(v).(descriptionText).Sections {
		to := []link{{Title: s.Label(), Href: v.root + descriptionPage + "#tp." + s.Section}}
		if len(s.Parts) == 0 {
			out = append(out, objection{Says: v.text("limb-section-missing"), About: to})
		}
		for _, lack := range s.Lacks {
			out = append(out, objection{Says: lack, About: to})
		}
		for _, sub := range s.Subservice {
			for _, lack := range sub.Lacks {
				out = append(out, objection{Says: lack, About: []link{sub.Vendor}})
			}
		}
	}
	if v.Site.Audit.Type == 1 {
		out = append(out, v.objection("limb-unseen", v.unseen())...)
	}
	return append(out, v.found("description", againstDescribing)...)
}

func (v view) againstDesign() []objection {
	var open []*criteria.Criterion
	for _, c := range v.Scope {
		if v.criterionState(c).Gap {
			open = append(open, c)
		}
	}
	out := v.objection("limb-no-control", v.criterionLinks(open))
	out = append(out, v.objection("limb-commitment", v.unserved())...)
	return append(out, v.deficiencies(trace.Design)...)
}

func (v view) againstOperation() []objection {
	out := append(v.unshown(), v.deficiencies(trace.Operation)...)
	var policies []link
	for _, p := range v.Program.Policies {
		if len(v.without(p)) > 0 {
			policies = append(policies, v.record(p))
		}
	}
	out = append(out, v.objection("limb-policies", policies)...)
	return append(out, v.found("evidence", againstShowing)...)
}

// objection is one about some records, if there are any.
func (v view) objection(key string, about []link) []objection {
	if len(about) == 0 {
		return nil
	}
	return []objection{{Says: v.text(key), About: about}}
}

func (v view) criterionLinks(list []*criteria.Criterion) []link {
	out := make([]link, len(list))
	for i, c := range list {
		out[i] = v.criterionLink(c)
	}
	return out
}

// unserved are the commitments that no control serves which is carried out.
func (v view) unserved() []link {
	var out []link
	for _, c := range v.Program.Commitments {
		serves := slices.ContainsFunc(c.Controls, func(r program.Ref[program.Control]) bool { return r.To != nil && !r.To.Retired() })
		named := slices.ContainsFunc(v.Uses[c], func(u trace.Use) bool {
			control, ok := u.From.(*program.Control)
			return ok && u.Field == "commitments" && !control.Retired()
		})
		if !serves && !named {
			out = append(out, v.record(c))
		}
	}
	return out
}

// unshown are the controls of which an occurrence was due that nothing shows.
func (v view) unshown() []objection {
	var out []objection
	for _, c := range v.unevidenced() {
		out = append(out, objection{Says: v.text("limb-unshown"), About: []link{v.record(c)}, Windows: v.missedOf(c)})
	}
	return out
}

// unseen are the controls that nothing shows to be in place at a date.
func (v view) unseen() []link {
	var out []link
	for _, c := range v.unevidenced() {
		out = append(out, v.record(c))
	}
	return out
}

// unevidenced are the controls of which evidence is missing.
func (v view) unevidenced() []*program.Control {
	var out []*program.Control
	for _, c := range v.Program.Controls {
		if v.Schedules[c] != nil && v.Schedules[c].State() == trace.Missing {
			out = append(out, c)
		}
	}
	return out
}

// deficiencies are those that stood in the time that is examined, and what management has stated of others.
func (v view) deficiencies(nature string) []objection {
	var out []objection
	for _, t := range v.Topics() {
		if t.About != nature {
			continue
		}
		for _, s := range t.Statements {
			if !s.Body.Empty() {
				out = append(out, objection{Says: v.text("limb-stated"), About: []link{v.record(s)}})
			}
		}
		for _, d := range t.Deficiencies {
			key, day := "limb-deficiency-open", d.FoundOn
			if !d.ClosedOn.IsZero() {
				key, day = "limb-deficiency-closed", d.ClosedOn
			}
			out = append(out, objection{Says: v.text(key, day), About: []link{v.record(d)}})
		}
	}
	return out
}

// The rules whose findings speak against a limb, where the records do not tell of it by themselves.
var (
	againstDescribing = []string{"unmeasurable-claim", "test-string"}
	againstShowing    = []string{"evidence-missing-file", "evidence-digest-mismatch", "evidence-outside-period", "evidence-row-count", "evidence-without-provenance", "test-string"}
)

// found are the findings of some rules about records of a kind, rule by rule.
func (v view) found(kind string, rules []string) []objection {
	var out []objection
	at := map[string]int{}
	for _, f := range v.Report.Findings {
		rec := v.Record(f.Record)
		if rec == nil || rec.Base().Kind.Name != kind || !slices.Contains(rules, f.Rule) {
			continue
		}
		i, known := at[f.Rule]
		if !known {
			i, at[f.Rule] = len(out), len(out)
			out = append(out, objection{Says: check.Find(f.Rule).Says, Rule: f.Rule})
		}
		if to := v.record(rec); !slices.Contains(out[i].About, to) {
			out[i].About = append(out[i].About, to)
		}
	}
	return out
}
