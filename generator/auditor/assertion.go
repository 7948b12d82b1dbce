package auditor

import "trustpress/generator/config"

// asserted is management's assertion: its own text where there is one, else a draft of it out of the records, for management to check,
// change and sign. What the records hold against a limb stands beside it in either case.
type asserted struct {
	Section  sectionHead
	Own      []statementPart
	Early    string // that the time is not over yet
	Draft    []string
	Limbs    []limb
	Any      bool // something stands against a limb
	Vendors  []vendorAssertion
	Findings link // and everything else that the checks found
	Waivers  int
}

// vendorAssertion is the assertion of a subservice organization whose controls are in the description (the inclusive method).
type vendorAssertion struct {
	Vendor link
	Text   value
}

func (w *writer) assertion(v view) any {
	out := asserted{Section: w.sectionHead(w.section(config.Assertion)), Own: v.statements(aboutAssertion), Limbs: v.limbs(), Vendors: v.vendorAssertions(),
		Findings: link{Title: w.text("auditor-missing"), Href: v.root + indexPage + "#tp.missing"}, Waivers: len(w.Report.Waived)}
	if examined := w.Examined(); w.AsOf.Before(examined.To) {
		out.Early = w.text("draft-early", examined.To, w.AsOf)
	}
	if len(out.Own) == 0 {
		out.Draft = v.draft()
	}
	for _, l := range out.Limbs {
		out.Any = out.Any || len(l.Against) > 0
	}
	return out
}

func (v view) vendorAssertions() []vendorAssertion {
	var out []vendorAssertion
	for _, vendor := range v.vendorsBy("inclusive") {
		out = append(out, vendorAssertion{v.record(vendor), address(vendor.Subservice.Assertion)})
	}
	return out
}
