package trust

import "trustpress/generator/audience"

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
