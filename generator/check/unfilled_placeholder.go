package check

import "trustpress/generator/diag"

var unfilledPlaceholder = &Rule{
	Rule: diag.Rule{Code: "TP010", Name: "unfilled-placeholder", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a prompt or a blank that nobody has filled in"},
	Why: `A starter text asks questions that only the company can answer. Left open they show that a policy was taken from a shelf, and
that nobody decided what it says. Answer the question in its place, prompt and all. If the answer is that it does not apply, say so
in a sentence or delete the one that asks.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Exceptions are approved by {{ fill: who approves exceptions? }}.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Exceptions are approved by the head of security.
`,
}
