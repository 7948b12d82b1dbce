package trust

import (
	"cmp"

	"trustpress/generator/audience"
)

// examination reports whether a CPA firm examines and reports: a SOC report.
func examination(r *audience.PublicReport) bool {
	return r.Kind == "soc1" || r.Kind == "soc2" || r.Kind == "soc3"
}

// bridge reports whether management speaks for the time since a report.
func bridge(r *audience.PublicReport) bool { return r.Kind == "bridge-letter" }

// outside reports whether somebody else than the company did the work.
func outside(r *audience.PublicReport) bool {
	return r.Level == "examined" || r.Level == "certified" || r.Level == "tested"
}

// reportWith returns the report of a public id, or nil.
func (s *sheet) reportWith(id string) *audience.PublicReport {
	for i := range s.Reports {
		if sameID(s.Reports[i].ID, id) {
			return &s.Reports[i]
		}
	}
	return nil
}

// superseded returns the report that has taken the place of another, or nil.
func (s *sheet) superseded(r *audience.PublicReport) *audience.PublicReport {
	for i := range s.Reports {
		if sameID(s.Reports[i].Supersedes, r.ID) {
			return &s.Reports[i]
		}
	}
	return nil
}

// bridges returns the letters that cover the time since a report.
func (s *sheet) bridges(r *audience.PublicReport) []*audience.PublicReport {
	var out []*audience.PublicReport
	for i := range s.Reports {
		if sameID(s.Reports[i].Covers, r.ID) {
			out = append(out, &s.Reports[i])
		}
	}
	return out
}

// reportsDay is the newest day on which somebody said something about the reports: they are told as of it on every page.
func (s *sheet) reportsDay() string {
	day := ""
	for i := range s.Reports {
		day = max(day, s.Reports[i].Issued, s.Reports[i].AsOf)
	}
	return day
}

// uncovered returns the days that no examination of a kind covers, nor a letter that follows one.
func (s *sheet) uncovered(kind string) []span {
	var spans []span
	examined := false
	for i := range s.Reports {
		r := &s.Reports[i]
		if r.From == "" || r.Kind != kind && !s.follows(r, kind) {
			continue
		}
		examined = examined || r.Kind == kind
		spans = append(spans, span{r.From, r.To})
	}
	if !examined {
		return nil
	}
	return gaps(spans, s.reportsDay())
}

// follows reports whether a letter bridges the time since a report of a kind, as far as it says so.
func (s *sheet) follows(r *audience.PublicReport, kind string) bool {
	to := s.reportWith(r.Covers)
	return bridge(r) && (to == nil || to.Kind == kind)
}

// series is what stands before a report and after it, and which days nothing covers.
func (s *sheet) series(r *audience.PublicReport) []row {
	t := table{sheet: s}
	t.add("field-covers", s.cite(s.reportWith(r.Covers)))
	var letters []thing
	for _, letter := range s.bridges(r) {
		letters = append(letters, s.cite(letter))
	}
	t.add("report-bridges", letters...)
	if examination(r) && s.superseded(r) == nil {
		var open []thing
		for _, gap := range s.uncovered(r.Kind) {
			if gap.From > r.To {
				open = append(open, thing{span: gap})
			}
		}
		t.add("report-uncovered", open...)
	}
	t.add("field-supersedes", s.cite(s.reportWith(r.Supersedes)))
	t.add("report-superseded", s.cite(s.superseded(r)))
	t.add("field-next_expected", on(r.NextExpected))
	return t.rows
}

// cite names another report, with its period.
func (s *sheet) cite(r *audience.PublicReport) thing {
	if r == nil {
		return thing{}
	}
	return thing{Text: cmp.Or(r.Title, s.called(r), r.ID), Lang: r.TitleLang, Href: s.place("id", r.ID, "")}
}
