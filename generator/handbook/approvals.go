package handbook

import (
	"html/template"
	"slices"

	"trustpress/generator/program"
)

// approval is a recorded approval of a policy, as a row of a table. Whether it belongs to the text as it stands is not said.
type approval struct {
	Version string
	On      string
	By      template.HTML
}

// approved gathers the recorded approvals of each policy, the newest first.
func (b *book) approved() map[*program.Policy][]*program.Approval {
	out := map[*program.Policy][]*program.Approval{}
	for _, rec := range b.staff.Records("approval") {
		if a := rec.(*program.Approval); a.Policy.To != nil {
			out[a.Policy.To] = append(out[a.Policy.To], a)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b *program.Approval) int { return a.On.Until(b.On) })
	}
	return out
}

func (s *sheet) approvalsOf(p *program.Policy) []approval {
	var out []approval
	for _, a := range s.approvals()[p] {
		row := approval{Version: a.Version, On: a.On.String(), By: s.absent()}
		if a.By.To != nil {
			row.By = s.name(a.By.To, "").HTML()
		}
		out = append(out, row)
	}
	return out
}
