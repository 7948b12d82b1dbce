package auditor

import (
	"trustpress/generator/config"
	"trustpress/generator/program"
)

// otherInformation is what management adds to the report and the opinion does not cover: first its responses to exceptions.
type otherInformation struct {
	Section    sectionHead
	Known      []response // to exceptions of the report
	Prepared   []response // of deficiencies that management found itself: to none that is known yet
	Statements []statementPart
}

// response is what management answers to an exception.
type response struct {
	Deficiency link
	Part       string
	Exception  string
	Facts      []fact
}

// responded are the fields of a deficiency that make a response, in the order in which one reads.
var responded = []string{"controls", "nature", "found_on", "cause", "effect", "response", "owner", "due", "closed_on"}

func (w *writer) other(v view) any {
	out := otherInformation{Section: w.sectionHead(w.section(config.Other)), Statements: v.statements(aboutOther)}
	known, prepared := v.responses()
	for _, d := range known {
		out.Known = append(out.Known, v.response(d))
	}
	for _, d := range prepared {
		out.Prepared = append(out.Prepared, v.response(d))
	}
	return out
}

// responses returns the deficiencies that answer an exception of the report, and those that stood in the time examined and might.
func (v view) responses() (known, prepared []*program.Deficiency) {
	for _, d := range v.Program.Deficiencies {
		switch {
		case d.Exception != "":
			known = append(known, d)
		case v.Stands(d):
			prepared = append(prepared, d)
		}
	}
	return known, prepared
}

func (v view) response(d *program.Deficiency) response {
	return response{Deficiency: v.record(d), Exception: d.Exception, Facts: v.recorded(d, responded...)}
}
