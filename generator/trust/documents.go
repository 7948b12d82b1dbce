package trust

import "trustpress/generator/audience"

// documentsData is the documents that customers may have, or ask for.
type documentsData struct{ Open, Listed, Sealed []document }

type document struct {
	statement
	audience.PublicDocument
}

func documents(s *sheet) any {
	var out documentsData
	for i := range s.Documents {
		d := &s.Documents[i]
		s.dated(d.Issued)
		one := document{s.statement(d.PublicText, "document", i), *d}
		switch d.Access {
		case "open":
			out.Open = append(out.Open, one)
		case "sealed":
			out.Sealed = append(out.Sealed, one)
		default:
			out.Listed = append(out.Listed, one)
		}
	}
	return out
}
