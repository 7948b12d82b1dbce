package trust

import (
	"cmp"
	"fmt"
	"html/template"
	"time"

	"trustpress/generator/audience"
	"trustpress/generator/chart"
)

// meant is an entry of a legend.
type meant struct {
	Mark template.HTML
	Text string
}

// The marks of the picture of reports: bars are spans, circles are days.
const (
	byOthers  = chart.Full   // the period that somebody else looked at
	byOurself = chart.Open   // the time that management speaks for
	valid     = chart.Barred // the time for which a certificate is issued
	issued    = chart.Ring
	expected  = chart.Circle
)

// timeline draws the reports and the periods that they are about, or nothing if no day of them is told, and says what its marks mean.
func (s *sheet) timeline() (template.HTML, []meant) {
	from, to := s.stretch()
	if from == "" {
		return "", nil
	}
	out := chart.Bars{Short: true, Length: between(from, to), Ticks: s.quarters(from, to)}
	if day := s.reportsDay; day != "" {
		out.Line = chart.Line{At: between(from, day) + 1, Text: s.say("as-of") + " " + day}
	}
	for i := range s.Reports {
		r := &s.Reports[i]
		lane := chart.Lane{Bars: s.bars(r, from), Spots: s.spots(r, from), Note: s.what(r)}
		lane.Label = chart.Label{Text: short(cmp.Or(r.ID, r.Title, s.what(r), s.say("kind-report"))), Hint: r.Title, Href: s.reportHref(r, s.head(r.PublicText, "report", i))}
		out.Lanes = append(out.Lanes, lane)
	}
	return out.Draw(), s.legend(out.Lanes)
}

// legend says what the marks mean that stand in lanes.
func (s *sheet) legend(lanes []chart.Lane) []meant {
	drawn := map[chart.Mark]bool{}
	for _, l := range lanes {
		for _, b := range l.Bars {
			drawn[b.Mark] = true
		}
		for _, spot := range l.Spots {
			drawn[spot.Mark] = true
		}
	}
	var out []meant
	for _, e := range []struct {
		mark chart.Mark
		key  string
	}{{byOthers, "mark-by-others"}, {byOurself, "mark-by-ourself"}, {valid, "mark-valid"}, {issued, "mark-issued"}, {expected, "mark-expected"}} {
		if drawn[e.mark] {
			out = append(out, meant{chart.Key(e.mark), s.say(e.key)})
		}
	}
	return out
}

// short cuts a name to what stands beside a row.
func short(name string) string {
	const room = 22
	if letters := []rune(name); len(letters) > room {
		return string(letters[:room-1]) + "…"
	}
	return name
}

// stretch returns the first day of the first quarter that is drawn, and the day after the last.
func (s *sheet) stretch() (from, to string) {
	note := func(day string) {
		if day != "" {
			from, to = min(cmp.Or(from, day), day), max(to, day)
		}
	}
	for i := range s.Reports {
		r := &s.Reports[i]
		for _, day := range []string{r.From, r.To, r.On, r.Issued, r.ValidUntil, s.expects(r)} {
			note(day)
		}
	}
	if from == "" {
		return "", ""
	}
	return quarter(from, 0), quarter(to, 1)
}

// quarter returns the first day of the quarter of a day, or of one some quarters later.
func quarter(day string, later int) string {
	t := moment(day)
	first := time.Date(t.Year(), (t.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 3*later, 0).Format(time.DateOnly)
}

// quarters returns the quarters between two days, with the year above the first of each.
func (s *sheet) quarters(from, to string) []chart.Tick {
	var out []chart.Tick
	for day := from; day < to; day = quarter(day, 1) {
		month := moment(day).Month()
		tick := chart.Tick{At: between(from, day), Text: s.say(fmt.Sprintf("month-%d", month))}
		if len(out) == 0 || month == time.January {
			tick.Over = day[:4]
		}
		out = append(out, tick)
	}
	return out
}

// expects returns the day on which the report after one is expected, as long as there is none.
func (s *sheet) expects(r *audience.PublicReport) string {
	if s.superseded(r) != nil {
		return ""
	}
	return r.NextExpected
}

func (s *sheet) bars(r *audience.PublicReport, from string) []chart.Bar {
	bar := chart.Bar{Mark: byOurself}
	if outside(r) {
		bar.Mark = byOthers
	}
	days := span{r.From, r.To}
	if r.From == "" {
		days, bar.Mark = span{r.Issued, r.ValidUntil}, valid
	}
	if days.From == "" || days.To == "" {
		return nil
	}
	bar.From, bar.To = between(from, days.From), between(from, days.To)+1
	bar.Said = s.say("from-to", days.From, days.To)
	return []chart.Bar{bar}
}

func (s *sheet) spots(r *audience.PublicReport, from string) []chart.Spot {
	var out []chart.Spot
	for _, spot := range []struct {
		day, key string
		mark     chart.Mark
	}{{r.On, "as-of", byOthers}, {r.Issued, "mark-issued", issued}, {s.expects(r), "mark-expected", expected}} {
		if spot.day != "" {
			out = append(out, chart.Spot{At: between(from, spot.day), Mark: spot.mark, Said: s.say(spot.key) + " " + spot.day})
		}
	}
	return out
}
