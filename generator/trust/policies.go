package trust

// policiesData is the public policies: of each its words, and what is told of its state.
type policiesData struct{ Policies []policy }

type policy struct {
	statement
	Version, EffectiveOn, ApprovedOn, NextReview string
}

func policies(s *sheet) any {
	var out policiesData
	for i, p := range s.Policies {
		if p.HTML == "" {
			continue
		}
		s.dated(p.ApprovedOn)
		words := s.statementBelow(below-1, p.PublicText, "policy", i) // the heading of a policy is of level 2
		out.Policies = append(out.Policies, policy{words, p.Version, p.EffectiveOn, p.ApprovedOn, p.NextReview})
	}
	return out
}
