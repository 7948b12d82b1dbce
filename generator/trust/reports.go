package trust

import (
	"cmp"
	"html/template"

	"trustpress/generator/audience"
)

// reportsData is the list of the reports on the company, those that another has taken the place of apart.
type reportsData struct {
	Picture    template.HTML
	Legend     []meant
	Standing   []reportRow
	Superseded []reportRow
	Uncovered  []uncovered
	Whole      []report // that have no page of their own
}

// reportRow is a report in the list.
type reportRow struct {
	Title, TitleLang, Href string
	What                   string
	When                   thing
	Issued, Expected       string
	Firm, Opinion          string
	Standing               standing
}

// uncovered is the days that nothing covers after an examination of a kind.
type uncovered struct {
	What string
	Days []thing
}

func reports(s *sheet) any {
	var out reportsData
	s.dated(s.reportsDay)
	kinds := map[string]bool{}
	for i := range s.Reports {
		r := &s.Reports[i]
		if s.superseded(r) == nil {
			out.Standing = append(out.Standing, s.reportRow(r, i))
		} else {
			out.Superseded = append(out.Superseded, s.reportRow(r, i))
		}
		if r.ID == "" {
			out.Whole = append(out.Whole, s.report(r, i, below-1)) // the heading of a report is of level 2
		}
		if days := s.uncovered[r.Kind]; len(days) > 0 && examination(r) && !kinds[r.Kind] {
			kinds[r.Kind] = true
			out.Uncovered = append(out.Uncovered, uncovered{s.chosen(r.Kind), s.spans(days)})
		}
	}
	out.Picture, out.Legend = s.timeline()
	return out
}

func (s *sheet) reportRow(r *audience.PublicReport, n int) reportRow {
	head := s.head(r.PublicText, "report", n)
	return reportRow{Title: cmp.Or(head.Title, s.called(r), r.ID, s.say("kind-report")), TitleLang: head.TitleLang, Href: s.reportHref(r, head), What: s.what(r),
		When: when(r), Issued: r.Issued, Expected: r.NextExpected, Firm: r.Auditor, Opinion: s.chosen(r.Opinion), Standing: head.Standing}
}

// reportHref returns the way to where all that is told of a report stands.
func (s *sheet) reportHref(r *audience.PublicReport, head statement) string {
	if r.ID != "" {
		return s.href(recordPath("reports", r.ID), "")
	}
	return s.href(reportsPath, head.Anchor)
}

func (s *sheet) spans(days []span) []thing {
	out := make([]thing, len(days))
	for i, d := range days {
		out[i] = s.stretchOf(d)
	}
	return out
}

// stretchOf returns days, or from which day on.
func (s *sheet) stretchOf(days span) thing {
	if days.To == "" {
		return words(s.say("from-day", days.From))
	}
	return thing{span: days}
}
