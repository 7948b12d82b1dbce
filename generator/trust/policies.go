package trust

import "trustpress/generator/audience"

// policiesData is the policies of which everybody may know something.
type policiesData struct{ Policies []policy }

// policy is a policy with what is told of its state.
type policy struct {
	statement
	Version, EffectiveOn, ApprovedOn, NextReview string
	Href                                         string // of the page that holds all of it
	Summary, SummaryLang                         string
}

// policies lists the policies: of those that are public as a whole the way to their text, of others what is told of them.
func policies(s *sheet) any {
	var out policiesData
	for i := range s.Policies {
		p := &s.Policies[i]
		if !p.Whole {
			out.Policies = append(out.Policies, s.governed(p, s.statement(p.PublicText, "policy", i)))
			continue
		}
		one := s.governed(p, s.head(p.PublicText, "policy", i))
		one.Href = s.href(recordPath("policies", p.ID), "")
		out.Policies = append(out.Policies, one)
	}
	return out
}

// policy is the page of a policy that everybody may read.
func (s *sheet) policy(p *audience.PublicPolicy, n int) any {
	return s.governed(p, s.statementBelow(0, p.PublicText, "policy", n))
}

// governed adds what is told of a policy's state.
func (s *sheet) governed(p *audience.PublicPolicy, words statement) policy {
	s.dated(p.ApprovedOn)
	return policy{statement: words, Version: p.Version, EffectiveOn: p.EffectiveOn, ApprovedOn: p.ApprovedOn, NextReview: p.NextReview,
		Summary: p.Summary, SummaryLang: p.SummaryLang}
}
