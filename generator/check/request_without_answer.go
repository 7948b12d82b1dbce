package check

import (
	"fmt"

	"trustpress/generator/diag"
)

var requestWithoutAnswer = &Rule{
	Rule: diag.Rule{Code: "TP429", Name: "request-without-answer", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a request that is said to be answered, with neither evidence nor words that answer it"},
	Why: `The bundle gives the service auditor her list back with what answers each row. A row that says "answered" and leads nowhere is the first
that she asks about. Name the evidence under answers, or answer in the body of the request.`,
	Base: auditedSite,
	Bad: `-- content/requests.toml --
[[request]]
id = "REQ-01"
title = "Access review"
request = "The access review of 2026."
type = "document"
due = 2026-10-15
status = "answered"
`,
	Good: `-- content/requests.toml --
[[request]]
id = "REQ-01"
title = "Access review"
request = "The access review of 2026."
type = "document"
due = 2026-10-15
status = "answered"
body = "There was none in the period; the minutes of 18 June say so."
`,
	Run: runRequestWithoutAnswer,
}

func runRequestWithoutAnswer(p *Pass) {
	for _, r := range p.Program.Requests {
		if r.Status == "answered" && len(r.Answers) == 0 && r.Body.Empty() {
			p.Report(r, r.At("status"), fmt.Sprintf("%s is said to be answered, and nothing answers it", r.ID), "name the evidence under answers, or answer in its body")
		}
	}
}
