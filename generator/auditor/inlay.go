package auditor

import (
	"trustpress/generator/criteria"
	"trustpress/generator/program"
)

// fromRegisters fills in what the registers hold of a section of the description.
var fromRegisters = map[string]func(view, *descriptionSection){
	"DC2": view.commitments, "DC3": view.components, "DC4": view.incidents, "DC5": view.applicable, "DC6": view.userEntities, "DC7": view.subservices,
	"DC8": view.notApplicable, "DC9": view.changes,
}

func (v view) blank(keys ...string) *table {
	t := &table{}
	for _, key := range keys {
		t.Head = append(t.Head, v.text(key))
	}
	return t
}

func (t *table) row(cells ...value) { t.Rows = append(t.Rows, cells) }

// drop takes the columns from one on away.
func (t *table) drop(from int) {
	t.Head = t.Head[:from]
	for i := range t.Rows {
		t.Rows[i] = t.Rows[i][:from]
	}
}

// told is a record with its texts below its name.
func (v view) told(rec program.Any, texts ...program.Prose) value {
	to := v.record(rec)
	out := value{List: []value{{Link: &to}}}
	for _, p := range texts {
		if x := (value{HTML: v.prose(p, v.records[rec].part)}); !x.Empty() {
			out.List = append(out.List, x)
		}
	}
	return out
}

func (v view) commitments(s *descriptionSection) {
	t := v.blank("kind-commitment", "field-kind", "kinds-control")
	for _, c := range v.Program.Commitments {
		t.row(v.told(c, c.Description), value{Text: v.chosen(c.Kind)}, value{IDs: linksTo(v, c.Controls)})
	}
	s.add(v.text("kinds-commitment"), "", t)
}

// components are those that DC 3 names, as far as a register holds them: systems, people with a role, and procedures.
func (v view) components(s *descriptionSection) {
	s.Lacks = append(s.Lacks, v.unnamed(s.Section)...)
	s.add(v.text("auditor-systems"), v.text("auditor-systems-note"), v.systems())
	s.add(v.text("auditor-roles"), "", v.people())
	s.add(v.text("auditor-procedures"), "", v.procedures())
}

func (v view) people() *table {
	t := v.blank("field-role", "field-name")
	for _, p := range v.Program.People {
		if p.Role != "" {
			to := v.record(p)
			t.row(value{Text: p.Role}, value{Link: &to})
		}
	}
	return t
}

func (v view) incidents(s *descriptionSection) {
	met := v.DC4()
	s.add(v.text("auditor-dc4-table"), "", v.incidentTable(met))
	switch {
	case len(met) == 0 && !s.stated():
		s.Lacks = append(s.Lacks, v.text("auditor-dc4-nothing"))
	case len(met) > 0 && s.stated():
		s.Lacks = append(s.Lacks, v.text("disclosure-denied"))
	}
	for _, i := range met {
		s.Lacks = append(s.Lacks, v.untold(i)...)
	}
	if n := v.otherIncidents(); n > 0 {
		s.Note = v.text("auditor-dc4-others", n)
	}
}

// untold says what DC 4 asks to be told of an incident and its record does not hold: its nature, when it was, and how far it went.
func (v view) untold(i *program.Incident) []string {
	var out []string
	for _, facet := range []struct {
		key    string
		absent bool
	}{
		{"auditor-dc4-nature", i.Description.Empty() && i.Body.Empty()}, {"auditor-dc4-timing", i.OccurredOn.IsZero()},
		{"auditor-dc4-extent", len(i.Affects) == 0 && i.Severity == ""},
	} {
		if facet.absent {
			out = append(out, v.record(i).label()+": "+v.text(facet.key))
		}
	}
	return out
}

// applicable are the criteria in scope with the controls that are mapped to them and, if anything is carved out, to whom.
func (v view) applicable(s *descriptionSection) {
	for _, k := range catalogues(v.Scope) {
		t, carved := v.blank("criterion", "state", "kinds-control", "carved-out-to"), false
		for _, family := range k.families {
			for _, c := range family.criteria {
				row := v.applicableRow(c)
				carved = carved || !row[3].Empty()
				t.row(row...)
			}
		}
		if !carved {
			t.drop(3)
		}
		s.add(v.frameworkName(k.framework), "", t)
	}
}

func (v view) applicableRow(c *criteria.Criterion) []value {
	to, row := v.criterionLink(c), v.criterionRow(c)
	var controls, vendors []link
	for _, one := range row.Controls {
		controls = append(controls, one.Control)
	}
	for _, carve := range row.CarveOuts {
		vendors = append(vendors, carve.Vendor)
	}
	return []value{{Link: &to}, {State: &row.State}, {IDs: controls}, {IDs: once(vendors)}}
}

func (v view) userEntities(s *descriptionSection) {
	t := v.blank("kind-cuec", "criteria", "kinds-commitment")
	for _, c := range v.Program.CUECs {
		t.row(v.told(c, c.Text), value{IDs: v.criteriaOf(c.Criteria)}, value{IDs: linksTo(v, c.Commitments)})
	}
	s.add(v.text("kinds-cuec"), v.text("auditor-cuec-note"), t)
	t = v.blank("kind-responsibility")
	for _, r := range v.Program.Responsibilities {
		t.row(v.told(r, r.Text))
	}
	s.add(v.text("kinds-responsibility"), v.text("auditor-responsibility-note"), t)
}

func (v view) notApplicable(s *descriptionSection) {
	t := v.blank("criterion", "field-reason")
	for _, c := range v.Scope {
		if reason := v.Coverage[c].Reason; reason != "" {
			to := v.criterionLink(c)
			t.row(value{Link: &to}, value{Text: reason})
		}
	}
	s.add(v.text("auditor-facts"), "", t)
	if len(t.Rows) == 0 {
		s.Note = v.text("auditor-dc8-none")
	}
}

// changes are those of the period.
func (v view) changes(s *descriptionSection) {
	var some []*program.Change
	for _, c := range v.Program.Changes {
		if v.Period.Holds(c.On) {
			some = append(some, c)
		}
	}
	s.add(v.text("kinds-change"), "", v.changeTable(some))
	switch {
	case v.excused(s.Section):
	case len(some) == 0 && !s.stated():
		s.Lacks = append(s.Lacks, v.text("auditor-dc9-nothing"))
	case len(some) > 0 && s.stated():
		s.Lacks = append(s.Lacks, v.text("disclosure-denied"))
	}
}

// meant returns the ways to the records that words may name; the others are words.
func (v view) meant(words []string) value {
	var out []link
	for _, word := range words {
		if rec := v.Record(word); rec != nil {
			out = append(out, v.record(rec))
		} else {
			out = append(out, link{Title: word})
		}
	}
	return value{IDs: out}
}
