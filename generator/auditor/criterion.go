package auditor

import (
	"slices"

	"trustpress/generator/criteria"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// criterionRow is one criterion with what meets it.
type criterionRow struct {
	Criterion link
	State     state
	Controls  []controlState
	CarveOuts []carveOut
	Reason    string // why it does not apply
}

// controlState is a control and what is known of its occurrences.
type controlState struct {
	Control link
	State   state
}

// carveOut is a control that is expected of a subservice organization (DC 200 DC 7).
type carveOut struct {
	Vendor    link
	Text      value
	Monitored []link
}

func (v view) criterionRow(c *criteria.Criterion) criterionRow {
	row := criterionRow{Criterion: v.criterionLink(c), State: v.criterionState(c)}
	cov := v.Coverage[c]
	if cov == nil {
		return row
	}
	row.Reason = cov.Reason
	for _, control := range cov.Controls {
		row.Controls = append(row.Controls, controlState{v.record(control), v.controlState(control)})
	}
	row.CarveOuts = v.carveOuts(cov)
	return row
}

func (v view) carveOuts(cov *trace.Coverage) []carveOut {
	var out []carveOut
	for _, c := range cov.CarveOuts {
		one := carveOut{Vendor: v.record(c.Vendor), Text: value{HTML: v.prose(c.CSOC.Text, "")}}
		for _, ref := range c.Vendor.Subservice.MonitoredBy {
			if ref.To != nil && !ref.To.Retired() {
				one.Monitored = append(one.Monitored, v.record(ref.To))
			}
		}
		out = append(out, one)
	}
	return out
}

// criterionPage is one criterion.
type criterionPage struct {
	ID, Name        string
	Framework, Note string
	Category, Group string
	Summary         string
	Parent          *link
	State           state
	MissingCount    int
	Reason          string // why it does not apply
	Controls        []controlEvidence
	CarveOuts       []carveOut
	CUECs           []value
	Mentions        []link
}

func (w *writer) criterion(c *criteria.Criterion) func(view) any {
	return func(v view) any {
		out := criterionPage{ID: c.ID, Name: c.Title.In(v.lang), Framework: c.Framework.Name.In(v.lang), Note: c.Framework.Note.In(v.lang), Category: v.Catalogues.CategoryName(c.Category, v.lang),
			Summary:  c.Summary.In(v.lang),
			State:    v.criterionState(c),
			Mentions: v.mentions(v.Criteria[c], "control", "cuec")}
		for _, one := range v.cuecs(c) {
			out.CUECs = append(out.CUECs, v.told(one, one.Text))
		}
		if c.Group != nil {
			out.Group = c.Group.ID + " " + c.Group.Title.In(v.lang)
		}
		if c.Parent != nil && v.writer.criteria[c.Parent] != "" {
			parent := v.criterionLink(c.Parent)
			out.Parent = &parent
		}
		if cov := v.Coverage[c]; cov != nil {
			out.Reason, out.CarveOuts = cov.Reason, v.carveOuts(cov)
			out.Controls = v.controlEvidence(cov.Controls)
		}
		for _, one := range out.Controls {
			out.MissingCount += len(one.Missing)
		}
		return out
	}
}

// cuecs returns the complementary user entity controls that are tied to a criterion, each once.
func (v view) cuecs(c *criteria.Criterion) []*program.CUEC {
	var out []*program.CUEC
	for _, u := range v.Criteria[c] {
		if one, ok := u.From.(*program.CUEC); ok && !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}
