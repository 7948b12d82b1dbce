package readiness

import (
	"trustpress/generator/program"
	"trustpress/generator/trace"
)

// evidence asks, before the first audit, whether there is a first piece for each control, be it of whatever day; and in an examination, what
// was due by now.
func (a *asker) evidence() {
	if a.list.Operation {
		a.occurrences()
		a.found("evidence-period", len(a.Program.Evidence), "evidence-outside-period")
	} else {
		a.later("evidence-windows", "evidence-populations", "evidence-period")
		each(a, "evidence-first", a.carriedOut(), a.shown)
	}
	a.found("evidence-provenance", len(a.Program.Evidence), "evidence-without-provenance")
	files := keep(a.Program.Evidence, (*program.Evidence).HasFile)
	each(a, "evidence-files", files, func(e *program.Evidence) bool { return a.Files[e].Present && !a.Files[e].Pointer })
}

// shown reports whether there is any evidence of a control.
func (a *asker) shown(c *program.Control) bool {
	for _, use := range a.Uses[c] {
		if _, ok := use.From.(*program.Evidence); ok && use.Field == "controls" {
			return true
		}
	}
	return false
}

// occurrences asks whether what was due by now is shown: windows of the frequencies that cut the period into such, and of the others that
// all that happened is listed up to now.
func (a *asker) occurrences() {
	windows, populations := Item{Name: "evidence-windows"}, Item{Name: "evidence-populations"}
	for _, c := range a.carriedOut() {
		s := a.Schedules[c]
		if s == nil {
			continue
		}
		for _, o := range s.Occurrences {
			to := &windows
			if o.Listed() {
				to = &populations
			}
			if o.State != trace.NotDue {
				to.Of++
			}
			if o.State == trace.Missing {
				to.Lacking = append(to.Lacking, a.missing(c, o))
			}
		}
		if len(s.Occurrences) == 0 && s.State() == trace.Missing && !a.AsOf.Before(a.Period.From) { // nobody said how often: once
			windows.Of++
			windows.Lacking = append(windows.Lacking, a.missing(c, trace.Occurrence{Window: a.Period}))
		}
	}
	a.add(windows)
	a.add(populations)
}

// missing is an occurrence that was due and that nothing shows, with what a rule says of it: of a control without any evidence it says so once.
func (a *asker) missing(c *program.Control, o trace.Occurrence) Lack {
	l := Lack{Record: c, Window: o.Window, Frequency: o.Frequency, At: c.Span}
	for _, f := range a.ofControl(c) {
		if f.At == o.Window.From.String() || f.Rule == "control-without-evidence" {
			l.Rule, l.Message, l.At, l.Reason = f.Rule, f.Message, f.Span, a.waived[acceptedOf(f)]
		}
	}
	return l
}

func (a *asker) subservice() {
	all := keep(a.Program.Vendors, func(v *program.Vendor) bool { return v.Subservice != nil })
	method := func(name string) int {
		return len(keep(all, func(v *program.Vendor) bool { return v.Subservice.Method == name }))
	}
	a.found("subservice-csocs", method("carve-out"), "carve-out-without-csoc")
	a.found("subservice-assertion", method("inclusive"), "inclusive-without-assertion")
	a.found("subservice-monitoring", len(all), "subservice-without-monitoring")
	each(a, "subservice-report", all, func(v *program.Vendor) bool { return len(v.Reports) > 0 })
	a.reported(all)
	vendor := func(l Lack) bool { return l.Record != nil && l.Record.Base().Kind.Name == "vendor" }
	a.only("vendor-review", len(a.Program.Vendors), vendor, "review-overdue")
	each(a, "vendor-cuecs", a.Program.VendorCUECs, func(c *program.VendorCUEC) bool { return len(c.Controls) > 0 })
}

// reported asks whether the reports on a carved-out organization speak of every day of the period.
func (a *asker) reported(all []*program.Vendor) {
	if !a.list.Operation {
		a.later("subservice-period")
		return
	}
	if a.Site.Audit.Type != 2 {
		return
	}
	carved := keep(all, func(v *program.Vendor) bool { return v.Subservice.Method == "carve-out" && len(v.Reports) > 0 })
	i := Item{Name: "subservice-period", Of: len(carved)}
	for _, v := range carved {
		if days := a.Unreported(v); len(days) > 0 {
			i.Lacking = append(i.Lacking, Lack{Record: v, Window: program.Period{From: days[0].From, To: days[len(days)-1].To}, At: v.At("reports")})
		}
	}
	a.add(i)
}

func (a *asker) userEntities() {
	a.found("cuec-criteria", len(a.Program.CUECs), "cuec-without-criterion")
}

func (a *asker) risks() {
	a.whether("risk-register", len(a.Program.Risks) > 0)
	each(a, "risk-treatment", a.Program.Risks, func(r *program.Risk) bool { return r.Treatment != "" })
	each(a, "risk-controls", a.Program.Risks, func(r *program.Risk) bool { return len(r.Controls) > 0 })
	each(a, "incident-resolved", a.Program.Incidents, func(i *program.Incident) bool { return !i.ResolvedOn.IsZero() })
	each(a, "deficiency-response", a.Program.Deficiencies, func(d *program.Deficiency) bool { return d.Response != "" })
	each(a, "deficiency-closed", a.Program.Deficiencies, func(d *program.Deficiency) bool { return !d.ClosedOn.IsZero() || !d.Due.IsZero() })
}

func (a *asker) requests() {
	each(a, "request-owner", a.Program.Requests, func(r *program.Request) bool { return r.Owner.Written() })
	each(a, "request-answered", a.Program.Requests, func(r *program.Request) bool { return !r.Waits() })
}

func (a *asker) people() {
	ours, theirs := 0, 0
	for _, r := range a.Roles {
		if r.Person != nil {
			ours++
		} else {
			theirs++
		}
	}
	a.whether("role-company", ours > 0, "audit")
	a.whether("role-firm", theirs > 0, "audit")
	each(a, "person-role", a.Program.People, func(p *program.Person) bool { return p.Role != "" })
}
