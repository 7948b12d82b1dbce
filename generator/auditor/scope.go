package auditor

// scope is what an examination covers and what it does not, and who speaks for the company in it.
type scope struct {
	Coordinator   *coordinator
	CarvedOut     []link
	Inclusive     []link
	NotApplicable []link // criteria in scope that do not apply
	Reasons       string // the way to why (DC 8)
}

func (v view) scope() scope {
	out := scope{Coordinator: v.coordinator(), Reasons: v.root + descriptionPage + "#tp.DC8"}
	for _, vendor := range v.Program.Vendors {
		switch {
		case vendor.Subservice == nil:
		case vendor.Subservice.Method == "inclusive":
			out.Inclusive = append(out.Inclusive, v.record(vendor))
		default:
			out.CarvedOut = append(out.CarvedOut, v.record(vendor))
		}
	}
	for _, c := range v.Scope {
		if v.Coverage[c].Reason != "" {
			out.NotApplicable = append(out.NotApplicable, v.criterionLink(c))
		}
	}
	return out
}

// coordinator is whom the service auditor asks first: the person of the company whose role in the audit is named first.
type coordinator struct {
	Person link
	Does   string
}

func (v view) coordinator() *coordinator {
	for _, r := range v.Roles {
		if r.Person != nil {
			return &coordinator{v.record(r.Person), r.Does}
		}
	}
	return nil
}
