package trust

import "trustpress/generator/audience"

// subprocessorsData is the list of subprocessors: those at work, those that will be, and those that no longer are.
type subprocessorsData struct{ Current, Announced, Former []subprocessor }

type subprocessor struct {
	statement
	audience.PublicSubprocessor
	Transfer string // in words
}

// subprocessors tells the lists apart by the day of the page, which is the newest on which something was announced or reviewed:
// another day would not be a public fact.
func subprocessors(s *sheet) any {
	var out subprocessorsData
	for i := range s.Subprocessors {
		s.dated(s.Subprocessors[i].Announced, s.Subprocessors[i].AsOf)
	}
	for i := range s.Subprocessors {
		p := &s.Subprocessors[i]
		one := subprocessor{s.statement(p.PublicText, "subprocessor", i), *p, s.chosen(p.Transfer)}
		switch {
		case p.End != "":
			out.Former = append(out.Former, one)
		case p.Effective > s.asOf:
			out.Announced = append(out.Announced, one)
		default:
			out.Current = append(out.Current, one)
		}
	}
	return out
}
