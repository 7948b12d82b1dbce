package auditor

// scope is what an examination covers and what it does not, and who speaks for the company in it.
type scope struct {
	Coordinator   *coordinator
	CarvedOut     []link
	Inclusive     []link
	NotApplicable []notApplicable
}

// notApplicable is a criterion in scope that does not apply, with the reason.
type notApplicable struct {
	Criterion link
	Reason    string
}

func (v view) scope() scope {
	out := scope{Coordinator: v.coordinator()}
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
		if reason := v.Coverage[c].Reason; reason != "" {
			out.NotApplicable = append(out.NotApplicable, notApplicable{v.criterionLink(c), reason})
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
