package auditor

import (
	"strings"

	"trustpress/generator/config"
	"trustpress/generator/program"
)

// draft is what of the assertion stands before its limbs, paragraph by paragraph: who asserts, of which time, measured by what, and who
// else takes part.
func (v view) draft() []string {
	s := v.Site
	out := []string{
		v.text("draft-who", s.Organization.Name, s.Service.Name, v.time()),
		v.text("draft-described", v.section(config.Description), v.text(v.typed("draft-criteria"))),
		v.measure(),
	}
	for _, vendor := range v.vendorsBy("carve-out") {
		out = append(out, v.taking("draft-carve-out", vendor))
	}
	for _, vendor := range v.vendorsBy("inclusive") {
		out = append(out, v.taking("draft-inclusive", vendor))
	}
	if n := len(v.Program.CUECs); n > 0 {
		out = append(out, v.text("draft-customers", n))
	}
	return out
}

// typed returns the key of the words that a type of report has.
func (w *writer) typed(key string) string { return key + "-" + itoa(w.Site.Audit.Type) }

// time is the time that the assertion speaks of.
func (v view) time() string {
	if v.Site.Audit.Type == 1 {
		return v.text("draft-date", v.Examined().To)
	}
	return v.text("draft-period", v.Period.From, v.Period.To)
}

// measure says by which criteria management judged its controls, and what they are for.
func (v view) measure() string {
	h := v.head()
	by := strings.Join(h.Frameworks, "; ")
	if len(h.Categories) > 0 {
		by = v.text("draft-categories", by, strings.Join(h.Categories, ", "))
	}
	out := v.text("draft-measured", len(v.Program.Commitments), by)
	n := 0
	for _, c := range v.Scope {
		if v.Coverage[c].Reason != "" {
			n++
		}
	}
	if n > 0 {
		out += " " + v.text("draft-not-applicable", n)
	}
	return out
}

// taking says what an organization does for the service, and by which method it is presented.
func (v view) taking(key string, vendor *program.Vendor) string {
	services := strings.Join(vendor.Subservice.Services, ", ")
	if services == "" {
		services = vendor.Purpose
	}
	return v.text(key, program.Name(vendor), services)
}

// drafted is the sentence of a limb. What others must do stands under it only if others must.
func (v view) drafted(key string) string {
	vendors, customers := len(v.vendorsBy("carve-out")) > 0, len(v.Program.CUECs) > 0
	given := ""
	switch {
	case key == "draft-limb-description":
		return v.text(v.typed(key))
	case vendors && customers:
		given = v.text("draft-given-both")
	case vendors:
		given = v.text("draft-given-vendors")
	case customers:
		given = v.text("draft-given-customers")
	}
	return v.text(v.typed(key), given)
}
