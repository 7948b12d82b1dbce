package trust

import (
	"cmp"

	"trustpress/generator/audience"
)

// reportsData is the reports on the company.
type reportsData struct{ Reports []report }

// report is a report as a page shows it.
type report struct {
	statement
	audience.PublicReport
	What        string // what it is: "SOC 2 report, Type 2"
	Words       string // its opinion
	Access, Use string
	Proofs      []way // that the firm may issue it
}

func reports(s *sheet) any {
	var out reportsData
	for i := range s.Reports {
		out.Reports = append(out.Reports, s.report(&s.Reports[i], i))
	}
	return out
}

func (s *sheet) report(r *audience.PublicReport, n int) report {
	s.dated(r.Issued)
	// The heading of a report is of level 2.
	out := report{statement: s.statementBelow(below-1, r.PublicText, "report", n), PublicReport: *r, What: s.chosen(r.Kind), Words: s.chosen(r.Opinion),
		Access: s.chosen(r.Access), Use: s.chosen(r.Use)}
	if r.Type != "" && r.Kind != "" {
		out.What = s.say("report-of-type", out.What, r.Type)
	}
	for _, proof := range []way{{What: "report-licence", Href: r.LicenceURL}, {What: "report-peer-review", Href: r.PeerReviewURL}} {
		if proof.Href != "" {
			proof.What = s.say(proof.What)
			proof.Href, proof.Shown = reach(proof.Href)
			out.Proofs = append(out.Proofs, proof)
		}
	}
	out.Title = cmp.Or(out.Title, out.What, s.say("kind-report"))
	return out
}
