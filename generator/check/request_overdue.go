package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var requestOverdue = &Rule{
	Rule: diag.Rule{Code: "TP428", Name: "request-overdue", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a request of the service auditor past its day, with neither an answer nor a word about it"},
	Why: `A service auditor who hears nothing asks again, or writes down that she asked and got nothing. Answer, or say in the body of the request
why there is no answer yet and when there will be one: she then reads that instead.`,
	Base: auditedSite,
	Bad: `-- content/requests.toml --
[[request]]
id = "REQ-01"
title = "Access review"
request = "The access review of 2026."
type = "document"
due = 2026-09-15
status = "open"
`,
	Good: `-- content/requests.toml --
[[request]]
id = "REQ-01"
title = "Access review"
request = "The access review of 2026."
type = "document"
due = 2026-09-15
status = "open"
body = "The review is being copied without names; it comes on 2 October."
`,
	Run: runRequestOverdue,
}

func runRequestOverdue(p *Pass) {
	for _, r := range p.Program.Requests {
		if r.Late(p.AsOf) && len(r.Answers) == 0 && r.Body.Empty() {
			p.Report(r, r.At("due"), fmt.Sprintf("%s was due on %s, and nothing answers it", r.ID, r.Due), "name the evidence under answers, or say in its body why there is none yet")
		}
	}
}
