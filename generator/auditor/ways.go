package auditor

// wayGroup is the ways to lists about one matter.
type wayGroup struct {
	Title string
	Ways  []way
}

// way leads to a list.
type way struct {
	To    link
	Count string // how many things it lists, or ""
	Note  string
}

// ways are to the lists in the order in which an auditor asks for them. Of pages that a bundle need not have there is a way where it
// has them.
func (v view) ways() []wayGroup {
	var out []wayGroup
	group := func(key string) { out = append(out, wayGroup{Title: v.text(key)}) }
	to := func(key, page, note string, count ...int) {
		if !v.holds(page) {
			return
		}
		w := way{To: link{Title: v.text(key), Href: v.root + page}, Note: v.text(note)}
		for _, n := range count {
			w.Count = itoa(n)
		}
		last := &out[len(out)-1]
		last.Ways = append(last.Ways, w)
	}
	p := v.Program
	group("auditor-group-controls")
	to("auditor-by-criterion", criteriaPage, "auditor-way-criteria", len(v.Cited()))
	to("auditor-by-control", controlsPage, "auditor-way-controls", len(p.Controls))
	to("auditor-matrix", matrixPage, "auditor-way-matrix")
	to("auditor-workbook", workbookPath, "auditor-way-workbook")
	to("evidence-calendar", calendarPage, "auditor-way-calendar")
	group("auditor-group-policies")
	to("auditor-by-policy", policiesPage, "auditor-way-policies", len(p.Policies)+len(p.Procedures))
	to("auditor-in-force", inForcePage, "auditor-way-in-force")
	group("auditor-group-evidence")
	to("kinds-evidence", evidencePage, "auditor-way-evidence", len(p.Evidence))
	to("kinds-request", v.requests(), "auditor-way-requests", len(p.Requests))
	group("auditor-group-report")
	to("auditor-start-report", reportPage, "auditor-way-report")
	to("kinds-description", descriptionPage, "auditor-way-description", len(p.Descriptions))
	group("auditor-group-audit")
	to("auditor-readiness", readinessPage, "auditor-way-readiness")
	to("auditor-who", rolesPage, "auditor-way-roles")
	to("auditor-since", sincePage, "auditor-way-since")
	return out
}

// requests returns the page of the service auditor's requests, or "": a page of their own, else their register.
func (w *writer) requests() string {
	if w.holds(requestsPage) {
		return requestsPage
	}
	for _, r := range w.registers {
		if r.kind.Name == "request" {
			return r.page
		}
	}
	return ""
}
