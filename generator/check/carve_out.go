package check

import (
	"fmt"
	"strings"

	"trustpress/generator/program"
)

// foreign reports a report on a provider that is told as the company's own.
func foreign(p *Pass, r *program.Report) {
	title := strings.ToLower(r.Title + " " + opening(r.Public.Title))
	for _, own := range []string{p.Site.Organization.Name, p.Site.Service.Name} {
		if own != "" && strings.Contains(title, strings.ToLower(own)) {
			return
		}
	}
	for _, v := range p.Program.Vendors {
		if v.Subservice != nil && v.Title != "" && strings.Contains(title, strings.ToLower(v.Title)) {
			p.wrong(r, r.At("title"), "L20", fmt.Sprintf("this is the report of %s, told as the company's own", v.Title))
		}
	}
}

// carvedOut reports a provider that a public report leaves out, and that nobody is told of.
func carvedOut(p *Pass, v *program.Vendor) {
	if v.Subservice == nil || v.Subservice.Public || v.Subservice.Method != "carve-out" {
		return
	}
	if r := newest(p.Trace, (*program.Report).Examination); r != nil {
		p.wrong(v, v.At("subservice"), "L20", fmt.Sprintf("%s is told in public, and that a provider was carved out of it is not", r.ID))
	}
}
