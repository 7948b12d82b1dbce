package auditor

import (
	"html/template"
	"path"

	"trustpress/generator/config"
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// disclosed is what management discloses to the service auditor beside its report, matter by matter: what the registers hold of it and
// what a person has stated. Where there is neither, that is said; the bundle states nothing in anybody's place.
type disclosed struct {
	Section sectionHead
	Twin    link
	Open    []link // matters of which nothing is said, or not what the records say
	Topics  []topicPart
}

// topicPart is one matter.
type topicPart struct {
	Anchor, Title, Asks string
	Gap                 string // what is wrong with what is stated, or ""
	Note                string
	Statements          []statementPart
	Nil                 []nilSection
	Tables              []inlay
}

// nilSection is a section of the description that says that there was nothing.
type nilSection struct {
	Section   link
	Statement template.HTML
}

func (w *writer) disclosures(v view) any {
	out := disclosed{Section: w.sectionHead(w.text("disclosures-title")), Twin: link{ID: path.Base(statementsTwin), Href: v.root + statementsTwin}, Open: v.silences()}
	for _, t := range w.Topics() {
		out.Topics = append(out.Topics, v.topicPart(t))
	}
	return out
}

func topicAnchor(t *trace.Topic) string { return "tp." + t.About }

// silences lists the matters of which nothing is said, or not what the records say.
func (v view) silences() []link {
	var out []link
	for _, t := range v.Topics() {
		if v.topicGap(t) != "" {
			out = append(out, link{Title: v.text("disclosure-" + t.About), Href: v.root + disclosuresPage + "#" + topicAnchor(t)})
		}
	}
	return out
}

// topicGap says what is wrong with what is stated of a matter, or nothing. Of what comes after the period nothing can be stated before its end.
func (v view) topicGap(t *trace.Topic) string {
	switch {
	case t.Denied():
		return v.text("disclosure-denied")
	case t.Silent() && (t.About != trace.SubsequentEvents || v.Over()):
		return v.text("disclosure-silent")
	}
	for _, s := range v.statements(t.About) {
		switch {
		case s.Unsigned():
			return v.text("disclosure-unsigned")
		case s.Early:
			return v.text("disclosure-early")
		}
	}
	return ""
}

func (v view) topicPart(t *trace.Topic) topicPart {
	out := topicPart{Anchor: topicAnchor(t), Title: v.text("disclosure-" + t.About), Asks: v.text("disclosure-asks-" + t.About), Gap: v.topicGap(t), Note: v.topicNote(t),
		Statements: v.statements(t.About)}
	for _, d := range t.Nil {
		to := link{Title: v.section(config.Description) + ", " + v.chosen(d.Section), Href: v.root + v.records[d].href("")}
		out.Nil = append(out.Nil, nilSection{to, v.prose(d.Statement, "")})
	}
	out.add(v.text("kinds-deficiency"), v.deficiencyTable(t.Deficiencies))
	out.add(v.text("auditor-windows"), v.missedTable(t.Missed))
	out.add(v.text("kinds-incident"), v.incidentTable(t.Incidents))
	out.add(v.text("kinds-change"), v.changeTable(t.Changes))
	return out
}

func (t *topicPart) add(title string, rows *table) {
	if len(rows.Rows) > 0 {
		t.Tables = append(t.Tables, inlay{Title: title, Table: rows})
	}
}

// topicNote says what a reader of a matter must know beside it.
func (v view) topicNote(t *trace.Topic) string {
	switch {
	case t.About == trace.SubsequentEvents && !v.Over():
		return v.text("disclosure-not-over", v.Examined().To)
	case t.About == trace.SubsequentEvents:
		return v.text("disclosure-renewed")
	case t.About == trace.Design || t.About == trace.Operation:
		if n := v.earlierDeficiencies(); n > 0 {
			return v.text("disclosure-earlier", n)
		}
	case t.About == trace.Incidents:
		if n := v.otherIncidents(); n > 0 {
			return v.text("auditor-dc4-others", n)
		}
	}
	return ""
}

// earlierDeficiencies counts those that were closed before the time that is examined.
func (v view) earlierDeficiencies() int {
	n := 0
	for _, d := range v.Program.Deficiencies {
		if !d.ClosedOn.IsZero() && d.ClosedOn.Before(v.Examined().From) {
			n++
		}
	}
	return n
}

// otherIncidents counts the incidents that management judged not to meet DC 4.
func (v view) otherIncidents() int {
	n := 0
	for _, i := range v.Program.Incidents {
		if !i.DC4 {
			n++
		}
	}
	return n
}

func (v view) deficiencyTable(list []*program.Deficiency) *table {
	t := v.blank("kind-deficiency", "field-effect", "field-nature", "kinds-control", "field-found_on", "field-closed_on")
	for _, d := range list {
		to := v.record(d)
		t.row(value{Link: &to}, value{Text: d.Effect}, v.nature(d), value{IDs: linksTo(v, d.Controls)}, v.dayOrGap(d.FoundOn.String(), "auditor-not-recorded"), v.dayOrGap(d.ClosedOn.String(), "disclosure-open"))
	}
	return t
}

// nature says whether a deficiency lay in design or in operation; of one of which nobody says so, that.
func (v view) nature(d *program.Deficiency) value {
	if len(d.Nature) == 0 {
		return value{State: &state{v.text("auditor-not-recorded"), missingLook, true}}
	}
	var out []value
	for _, nature := range d.Nature {
		out = append(out, value{Text: v.chosen(nature)})
	}
	return value{List: out}
}

func (v view) dayOrGap(day, otherwise string) value {
	if day == "" {
		return value{State: &state{v.text(otherwise), missingLook, true}}
	}
	return date(days{From: day})
}

// missedTable lists controls with the occurrences that were due and that nothing shows.
func (v view) missedTable(list []*trace.Schedule) *table {
	t := v.blank("kind-control", "window", "field-reason")
	for _, s := range list {
		to := v.record(s.Control)
		windows := v.missedOf(s.Control)
		if len(windows) == 0 {
			t.row(value{Link: &to}, value{Text: v.text("auditor-no-evidence")}, value{})
		}
		for _, m := range windows {
			t.row(value{Link: &to}, date(m.Window), value{Text: m.Reason})
		}
	}
	return t
}

func (v view) changeTable(list []*program.Change) *table {
	t := v.blank("field-on", "kind-change", "field-affects")
	for _, c := range list {
		t.row(date(days{From: c.On.String()}), v.told(c, c.Description, c.Body), v.meant(c.Affects))
	}
	return t
}

// incidentTable lists incidents by nature, timing and extent.
func (v view) incidentTable(list []*program.Incident) *table {
	t := v.blank("kind-incident", "field-occurred_on", "field-resolved_on", "field-severity", "field-affects", "kinds-control")
	for _, i := range list {
		t.row(v.told(i, i.Description, i.Body), date(days{From: i.OccurredOn.String()}), date(days{From: i.ResolvedOn.String()}), value{Text: i.Severity},
			v.meant(i.Affects), value{IDs: linksTo(v, i.Controls)})
	}
	return t
}
