package trust

import "trustpress/generator/audience"

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
		one := policy{s.statement(p.PublicText, "policy", i), p.Version, p.EffectiveOn, p.ApprovedOn, p.NextReview}
		one.HTML = s.words(p.PublicText, one.Anchor, below-1) // the heading of a policy is of level 2
		out.Policies = append(out.Policies, one)
	}
	return out
}

// customers is what customers do: complementary user entity controls, and responsibilities, which are none.
func customers(s *sheet) any {
	return written(s.section("cuecs", s.CUECs), s.section("responsibilities", s.Responsibilities))
}

// more is whatever else a person wrote as public.
func more(s *sheet) any {
	return written(s.section("vendors", s.Vendors), s.section("texts", s.Texts))
}

// subprocessorsData is the list of subprocessors: those at work or announced, and those that no longer are.
type subprocessorsData struct{ Current, Former []subprocessor }

type subprocessor struct {
	statement
	Products, Locations, Chain                []string
	Transfer                                  string
	Announced, Effective, ObjectionUntil, End string
	FieldLang                                 string // of what stands in plain fields, if that is not the language of the page
}

func subprocessors(s *sheet) any {
	var out subprocessorsData
	for i, p := range s.Subprocessors {
		one := s.subprocessor(p, i)
		if p.End == "" {
			out.Current = append(out.Current, one)
		} else {
			out.Former = append(out.Former, one)
		}
	}
	return out
}

func (s *sheet) subprocessor(p audience.PublicSubprocessor, n int) subprocessor {
	s.dated(p.Announced)
	return subprocessor{s.statement(p.PublicText, "subprocessor", n), p.Products, s.countries(p.Locations), p.Chain, s.chosen(p.Transfer),
		p.Announced, p.Effective, p.ObjectionUntil, p.End, s.FieldLang}
}
