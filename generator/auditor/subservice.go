package auditor

import (
	"html/template"
	"slices"

	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// subservice is a subservice organization as DC 7 asks to have it described.
type subservice struct {
	Vendor link
	Lead   template.HTML
	Facts  []fact // method, services, who monitors it, its assertion
	Lacks  []string
	Tables []inlay
}

// vendorsBy returns the subservice organizations that are presented by a method.
func (w *writer) vendorsBy(method string) []*program.Vendor {
	var out []*program.Vendor
	for _, vendor := range w.Program.Vendors {
		if s := vendor.Subservice; s != nil && s.Method == method {
			out = append(out, vendor)
		}
	}
	return out
}

func (v view) vendorLinks(method string) []link {
	var out []link
	for _, vendor := range v.vendorsBy(method) {
		out = append(out, v.record(vendor))
	}
	return out
}

func (v view) subservices(s *descriptionSection) {
	for _, vendor := range v.Program.Vendors {
		if vendor.Subservice != nil {
			s.Subservice = append(s.Subservice, v.subservice(vendor))
		}
	}
	t := v.blank("kind-vendor", "auditor-expected-of-us", "kinds-control")
	for _, c := range v.Program.VendorCUECs {
		to := linksTo(v, []program.Ref[program.Vendor]{c.Vendor})[0]
		t.row(value{Link: &to}, v.told(c, c.Text), value{IDs: linksTo(v, c.Controls)})
	}
	s.add(v.text("kinds-vendor_cuec"), v.text("auditor-vendor-cuec-note"), t)
	if len(s.Subservice) == 0 {
		s.Note = v.text("auditor-dc7-none")
	}
}

func (v view) subservice(vendor *program.Vendor) subservice {
	in := vendor.Subservice
	out := subservice{Vendor: v.record(vendor), Lead: v.prose(vendor.Description, v.records[vendor].part), Facts: v.subserviceFacts(vendor), Lacks: v.lacking(vendor)}
	title, head := "auditor-csocs", "auditor-csoc"
	if in.Method == "inclusive" { // then they are not expected but described
		title, head = "auditor-included", "kind-control"
	}
	expected := v.blank(head, "criteria")
	for _, c := range in.CSOCs {
		expected.row(value{HTML: v.prose(c.Text, v.records[vendor].part)}, value{IDs: v.criteriaOf(c.Criteria)})
	}
	out.add(v.text(title), expected)
	out.add(v.text("auditor-vendor-reports"), v.reportsRead(vendor))
	return out
}

func (v view) subserviceFacts(vendor *program.Vendor) []fact {
	in := vendor.Subservice
	all := []fact{
		{v.text("field-method"), value{Text: v.chosen(in.Method)}}, {v.text("field-monitored_by"), value{List: listed(linksTo(v, in.MonitoredBy))}},
		{v.text("field-services"), value{List: words(in.Services)}}, {v.text("field-assertion"), address(in.Assertion)},
	}
	all = append(all, v.silent(vendor)...)
	return slices.DeleteFunc(all, func(f fact) bool { return f.Value.Empty() })
}

func (s *subservice) add(title string, t *table) {
	if len(t.Rows) > 0 {
		s.Tables = append(s.Tables, inlay{Title: title, Table: t})
	}
}

// lacking says what DC 7 asks for of a subservice organization and nobody wrote.
func (v view) lacking(vendor *program.Vendor) []string {
	var out []string
	in := vendor.Subservice
	if in.Method == "carve-out" && len(in.CSOCs) == 0 {
		out = append(out, v.text("auditor-no-csoc"))
	}
	if len(in.Services) == 0 {
		out = append(out, v.text("auditor-no-services"))
	}
	if in.Method == "inclusive" && in.Assertion == "" {
		out = append(out, v.text("auditor-no-assertion"))
	}
	if !trace.Monitored(vendor) {
		out = append(out, v.text("auditor-not-monitored"))
	}
	return out
}

// silent says on which days nothing tells of the controls that are expected of an organization. Under the inclusive method its assertion does.
func (v view) silent(vendor *program.Vendor) []fact {
	if v.Site.Audit.Type != 2 || vendor.Subservice == nil || vendor.Subservice.Method != "carve-out" {
		return nil
	}
	if days := v.unreported(vendor); len(days) > 0 {
		return []fact{{v.text("auditor-unreported"), value{List: days}}}
	}
	return nil
}

// unreported are the days of the audit's period of which no report that was read speaks, and no bridge letter after it.
func (v view) unreported(vendor *program.Vendor) []value {
	var out []value
	for _, gap := range v.Unreported(vendor) {
		out = append(out, date(daysOf(gap)))
	}
	return out
}

// reportsRead are the reports on a vendor that management has read. That there is no bridge letter is said.
func (v view) reportsRead(vendor *program.Vendor) *table {
	t := v.blank("kind-report", "field-period", "field-opinion", "field-reviewed_on", "field-bridge_letter")
	for _, r := range vendor.Reports {
		bridge := date(days{From: r.BridgeLetter.String()})
		if bridge.Empty() {
			bridge = value{Text: v.text("auditor-no-bridge")}
		}
		t.row(value{Text: r.Type}, date(daysOf(r.Period)), value{Text: r.Opinion}, date(days{From: r.ReviewedOn.String()}), bridge)
	}
	return t
}

func listed(links []link) []value {
	out := make([]value, len(links))
	for i := range links {
		out[i] = value{Link: &links[i]}
	}
	return out
}

func words(list []string) []value {
	out := make([]value, len(list))
	for i, w := range list {
		out[i] = value{Text: w}
	}
	return out
}
