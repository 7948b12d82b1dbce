package auditor

import (
	"html/template"
	"slices"

	"trustpress/generator/chart"
	"trustpress/generator/node"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// inForce is the page of which text of each policy was in force when.
type inForce struct {
	Twin     link
	Digests  []link
	Examined days
	Gaps     []unapproved // policies, and the days on which no approved text of them was in force
	Missing  []link       // texts that were in force and that nobody has
	Changed  []link       // policies whose text is not the one that was approved last
	Policies []policyReigns
	Gone     []goneReigns
	Picture  template.HTML
	Held     template.HTML // the marks of the picture
	Without  template.HTML
}

// policyReigns is a policy with what was in force of it and the days without, in the order of the days.
type policyReigns struct {
	Policy link
	State  state // where there is neither
	Rows   []ruleRow
}

// goneReigns is one that today's content does not have.
type goneReigns struct {
	policyReigns
	Last, Since string
}

// ruleRow is a text in force, or days without.
type ruleRow struct {
	Days      days // of those examined
	Since     string
	Note      string
	Gap       bool
	Text      link
	Missing   bool // nobody has the text
	Approvals []approval
	SHA256    digest
	Files     []link // its words, and what it was written in
	Changes   *link
}

func (w *writer) inForce(v view) any {
	out := inForce{Twin: v.twin(inForcePage), Digests: v.digestsLink(), Examined: daysOf(v.Examined())}
	for _, r := range v.ruled {
		row := v.policyReigns(r)
		for _, text := range row.Rows {
			if text.Missing {
				out.Missing = append(out.Missing, link{ID: row.Policy.ID, Title: text.Text.Title, Href: text.Text.Href})
			}
		}
		if r.policy == nil {
			out.Gone = append(out.Gone, v.goneReigns(r.gone, row))
			continue
		}
		if gaps := v.without(r.policy); len(gaps) > 0 {
			out.Gaps = append(out.Gaps, unapproved{Policy: row.Policy, Without: gaps})
		}
		if r.changed(v.Auditor) {
			out.Changed = append(out.Changed, link{ID: r.id(), Title: r.title(), Href: v.root + r.sinceApproval()})
		}
		out.Policies = append(out.Policies, row)
	}
	if v.Examined().Days() >= drawn {
		out.Picture, out.Held, out.Without = v.reignsDrawn(), chart.Key(chart.Open), chart.Key(chart.Hatched)
	}
	return out
}

// policyReigns lists what was in force of a policy in the days examined, and the days without.
func (v view) policyReigns(r *ruled) policyReigns {
	out := policyReigns{Policy: v.ruledLink(r)}
	for _, span := range v.timeline(r) {
		if span.reign == nil {
			out.Rows = append(out.Rows, ruleRow{Days: daysOf(span.days), Gap: true})
			continue
		}
		out.Rows = append(out.Rows, v.ruleRow(span.reign))
	}
	if len(out.Rows) == 0 {
		out.State = v.approvalState(v.Approved[r.policy].State)
	}
	return out
}

// span is some of the days examined, and the text that was in force.
type span struct {
	days  program.Period
	reign *reign // nil: none was
}

// timeline lists the texts of a policy that were in force in the days examined, and the days without, in their order.
func (w *writer) timeline(r *ruled) []span {
	var out []span
	for _, reign := range r.reigns {
		out = append(out, span{w.within(reign), reign})
	}
	if r.policy != nil {
		for _, gap := range w.gapsOf(r.policy) {
			out = append(out, span{days: gap})
		}
	}
	slices.SortStableFunc(out, func(a, b span) int { return b.days.From.Until(a.days.From) })
	return out
}

func (v view) ruleRow(r *reign) ruleRow {
	row := v.heldRow(r.Held, r.of)
	out := ruleRow{Days: daysOf(v.within(r)), Note: row.Note, SHA256: row.SHA256, Text: link{Title: nameOf(r.Held), Href: v.root + r.page()}, Changes: v.changesLink(r)}
	if r.From.Before(v.Examined().From) {
		out.Since = row.From
	}
	for _, a := range r.Approvals {
		out.Approvals = append(out.Approvals, v.approval(a, false))
	}
	out.Files = v.filesOf(r)
	out.Missing = len(out.Files) == 0
	return out
}

// within returns the days of those examined on which a text was in force.
func (w *writer) within(r *reign) program.Period {
	out := program.Period{From: node.Later(r.From, w.Examined().From), To: w.Examined().To}
	if !r.To.IsZero() {
		out.To = node.Earlier(r.To, out.To)
	}
	if g := r.of.gone; g != nil && r.To.IsZero() { // it was in the handbook until then
		out.To = node.Later(out.From, node.Earlier(out.To, w.lastDay(g)))
	}
	return out
}

// lastDay returns the last day on which the handbook is known to have had a policy that is gone.
func (w *writer) lastDay(g *trace.Gone) node.Day {
	if g.Next != nil {
		return g.Next.Date.AddDays(-1)
	}
	return w.AsOf
}

func (v view) goneReigns(g *trace.Gone, row policyReigns) goneReigns {
	out := goneReigns{policyReigns: row, Last: g.In.Version + ", " + g.In.Date.String(), Since: v.text("gone-since-today")}
	if g.Next != nil {
		out.Since = v.text("gone-since", g.Next.Version, g.Next.Date.String())
	}
	return out
}
