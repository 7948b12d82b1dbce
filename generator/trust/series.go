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

// superseded returns the report that has taken the place of another, or nil.
func (x *index) superseded(r *audience.PublicReport) *audience.PublicReport {
	return x.newerReports.first(r.ID)
}

// newestReport is the newest day on which somebody said something about the reports: they are told as of it on every page.
func newestReport(reports []audience.PublicReport) string {
	day := ""
	for i := range reports {
		day = max(day, reports[i].Issued, reports[i].AsOf)
	}
	return day
}

// gapsOf returns, for each kind of examination, the days that none of it covers, nor a letter that follows one.
func (x *index) gapsOf(reports []audience.PublicReport) map[string][]span {
	out := map[string][]span{}
	for i := range reports {
		kind := reports[i].Kind
		if _, done := out[kind]; !done && examination(&reports[i]) {
			out[kind] = gaps(x.covered(reports, kind), x.reportsDay)
		}
	}
	return out
}

// covered returns the periods of the examinations of a kind, if one has any, with those of the letters that follow one.
func (x *index) covered(reports []audience.PublicReport, kind string) []span {
	var spans []span
	examined := false
	for i := range reports {
		r := &reports[i]
		if r.From == "" || r.Kind != kind && !x.follows(r, kind) {
			continue
		}
		examined = examined || r.Kind == kind
		spans = append(spans, span{r.From, r.To})
	}
	if !examined {
		return nil
	}
	return spans
}

// follows reports whether a letter bridges the time since a report of a kind, as far as it says so.
func (x *index) follows(r *audience.PublicReport, kind string) bool {
	to := x.reports.first(r.Covers)
	return bridge(r) && (to == nil || to.Kind == kind)
}

// series is what stands before a report and after it, and which days nothing covers.
func (s *sheet) series(r *audience.PublicReport) []row {
	t := table{sheet: s}
	t.add("field-covers", s.cite(s.reports.first(r.Covers)))
	var letters []thing
	for _, letter := range s.letters.all(r.ID) {
		letters = append(letters, s.cite(letter))
	}
	t.add("report-bridges", letters...)
	if examination(r) && s.superseded(r) == nil {
		var open []thing
		for _, gap := range s.uncovered[r.Kind] {
			if gap.From > r.To {
				open = append(open, s.stretchOf(gap))
			}
		}
		t.add("report-uncovered", open...)
	}
	t.add("field-supersedes", s.cite(s.reports.first(r.Supersedes)))
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
