package trust

import (
	"cmp"

	"trustpress/generator/audience"
)

// reportsData is the reports on the company.
type reportsData struct {
	Reports   []report
	FieldLang string
}

// report is a report as a page shows it.
type report struct {
	statement
	audience.PublicReport
	What   string // what it is: "SOC 2 report, Type 2"
	Words  string // its opinion
	Access string
	Places []string
}

func reports(s *sheet) any {
	out := reportsData{FieldLang: s.FieldLang}
	for i := range s.Reports {
		out.Reports = append(out.Reports, s.report(&s.Reports[i], i))
	}
	return out
}

func (s *sheet) report(r *audience.PublicReport, n int) report {
	s.dated(r.Issued)
	out := report{statement: s.statement(r.PublicText, "report", n), PublicReport: *r, What: s.chosen(r.Kind), Words: s.chosen(r.Opinion), Access: s.chosen(r.Access),
		Places: s.countries(r.Locations)}
	if r.Type != "" && r.Kind != "" {
		out.What = s.say("report-of-type", out.What, r.Type)
	}
	out.Title = cmp.Or(out.Title, out.What)
	return out
}
