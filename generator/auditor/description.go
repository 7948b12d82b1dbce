package auditor

import (
	"html/template"
	"slices"
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/program"
)

// descriptionText is management's description of the system as one document, in the order of the description criteria (DC section
// 200): what the authors wrote, and after it what the registers hold of the same.
type descriptionText struct {
	Section  sectionHead
	Twin     link
	Missing  []descriptionSection
	Sections []descriptionSection
}

type descriptionSection struct {
	Section, Title string
	Parts          []descriptionPart
	Tables         []inlay
	Subservice     []subservice // in DC 7
	Lacks          []string     // what the section should say and does not
	Note           string
	See            []link // registers that the section rests on
}

// Label is how the description criteria are cited: "DC 7".
func (s descriptionSection) Label() string { return "DC " + strings.TrimPrefix(s.Section, "DC") }

// Absent reports whether nobody wrote the section. Why criteria are not relevant, which is all that DC 8 asks for, stands in the site file.
func (s descriptionSection) Absent() bool {
	return len(s.Parts) == 0 && !(s.Section == "DC8" && len(s.Tables) > 0)
}

// descriptionPart is one record of a section.
type descriptionPart struct {
	entryPart
	Owner     *link
	Statement template.HTML // that there is nothing to describe
}

// inlay is a table out of a register, set into the text.
type inlay struct {
	Title, Note string
	Table       *table
}

func (w *writer) description(v view) any {
	records := map[string][]*program.Description{}
	for _, d := range w.Program.Descriptions {
		records[d.Section] = append(records[d.Section], d)
	}
	out := descriptionText{Section: w.sectionHead(w.section(config.Description)), Twin: v.twin(descriptionPage)}
	for _, s := range program.Sections() {
		if w.excused(s) && len(records[s]) == 0 {
			continue
		}
		one := descriptionSection{Section: s, Title: w.text("auditor-" + strings.ToLower(s)), See: v.see(s)}
		for _, d := range records[s] {
			one.Parts = append(one.Parts, v.descriptionPart(d))
		}
		if fill := fromRegisters[s]; fill != nil {
			fill(v, &one)
		}
		if one.Absent() {
			out.Missing = append(out.Missing, one)
		}
		out.Sections = append(out.Sections, one)
	}
	return out
}

func (v view) descriptionPart(d *program.Description) descriptionPart {
	out := descriptionPart{entryPart: v.part(d, "section", "statement", "owner", "classification", "public"), Statement: v.prose(d.Statement, v.records[d].part)}
	if d.Owner.Written() {
		to := v.owner(d.Owner)
		out.Owner = &to
	}
	return out
}

// excused reports whether a report of this type has no such section: DC 9, the changes in the period, is for Type 2.
func (w *writer) excused(section string) bool { return section == "DC9" && w.Site.Audit.Type == 1 }

// stated reports whether a section says that there is nothing to describe.
func (s *descriptionSection) stated() bool {
	return slices.ContainsFunc(s.Parts, func(p descriptionPart) bool { return p.Statement != "" })
}

// add sets a table into the section, if it has a row.
func (s *descriptionSection) add(title, note string, t *table) {
	if len(t.Rows) > 0 {
		s.Tables = append(s.Tables, inlay{title, note, t})
	}
}

// registerOf returns the way to the register of a kind, or "".
func (v view) registerOf(kind string) string {
	for _, r := range v.registers {
		if r.kind.Name == kind {
			return v.root + r.page
		}
	}
	return ""
}

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
