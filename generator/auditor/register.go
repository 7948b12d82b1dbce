package auditor

import (
	"slices"
	"strings"

	"trustpress/generator/program"
)

// registerRow is a register in the index.
type registerRow struct {
	Register link
	Count    int
}

func (v view) registerRows() []registerRow {
	out := make([]registerRow, len(v.registers))
	for i, r := range v.registers {
		out[i] = registerRow{link{Title: v.registerName(r.kind), Href: v.root + r.page}, len(r.records)}
	}
	return out
}

// registerName returns what a reader calls all the records of a kind.
func (w *writer) registerName(k *program.Kind) string {
	return w.text("kinds-" + k.Name)
}

// registerPage is every record of a kind.
type registerPage struct {
	Records []entryPart
}

// entryPart is one record on a page that it shares.
type entryPart struct {
	heading
	Part     string
	Facts    []fact
	Text     []text
	Mentions []link
}

func (w *writer) register(r *register) func(view) any {
	return func(v view) any {
		var out registerPage
		for _, rec := range r.records {
			out.Records = append(out.Records, v.part(rec))
		}
		return out
	}
}

func (v view) part(rec program.Any, but ...string) entryPart {
	part := v.records[rec].part
	return entryPart{heading: v.heading(rec), Part: part, Facts: v.facts(rec, part, but...), Text: v.body(rec, part), Mentions: v.mentions(v.Uses[rec])}
}

// sectionRow is one section of the system description in the index.
type sectionRow struct {
	Section, Title string
	Href           string // "" for one that is missing
}

// descriptionText shows the system description in the order of its criteria.
type descriptionText struct {
	Missing  []descriptionSection
	Sections []descriptionSection
}

type descriptionSection struct {
	Section, Title string
	Parts          []entryPart
	See            []link // registers that the section rests on
	NotApplicable  []notApplicable
}

// notApplicable is a criterion that does not apply, with the reason (DC 200 DC 8).
type notApplicable struct {
	Criterion link
	Reason    string
}

func (v view) sections() []sectionRow {
	parts := v.descriptions()
	var out []sectionRow
	for _, s := range program.Sections() {
		row := sectionRow{Section: s, Title: v.text("auditor-" + strings.ToLower(s))}
		if list := parts[s]; len(list) > 0 {
			row.Href = v.root + v.records[list[0]].href("")
		}
		out = append(out, row)
	}
	return out
}

func (w *writer) descriptions() map[string][]*program.Description {
	out := map[string][]*program.Description{}
	for _, d := range w.Program.Descriptions {
		out[d.Section] = append(out[d.Section], d)
	}
	return out
}

func (w *writer) description(v view) any {
	parts := w.descriptions()
	var out descriptionText
	for _, s := range program.Sections() {
		one := descriptionSection{Section: s, Title: w.text("auditor-" + strings.ToLower(s)), See: v.see(s)}
		if s == "DC8" {
			one.NotApplicable = v.notApplicable()
		}
		for _, d := range parts[s] {
			one.Parts = append(one.Parts, v.part(d, "section"))
		}
		if len(one.Parts) == 0 && !w.excused(s) {
			out.Missing = append(out.Missing, one)
		}
		out.Sections = append(out.Sections, one)
	}
	return out
}

func (v view) notApplicable() []notApplicable {
	var out []notApplicable
	for _, c := range v.Scope {
		if reason := v.Coverage[c].Reason; reason != "" {
			out = append(out, notApplicable{v.criterionLink(c), reason})
		}
	}
	return out
}

// excused reports whether a report of this type has no such section: DC 9, the changes in the period, is for Type 2.
func (w *writer) excused(section string) bool { return section == "DC9" && w.Site.Audit.Type == 1 }

// see returns the registers that a section of the description rests on.
func (v view) see(section string) []link {
	kinds := map[string][]string{"DC2": {"commitment"}, "DC3": {"person"}, "DC4": {"incident"}, "DC6": {"cuec", "responsibility"}, "DC7": {"vendor", "vendor_cuec"},
		"DC9": {"change"}}[section]
	var out []link
	for _, r := range v.registers {
		if slices.Contains(kinds, r.kind.Name) {
			out = append(out, link{Title: v.registerName(r.kind), Href: v.root + r.page})
		}
	}
	return out
}
