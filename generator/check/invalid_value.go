package check

import "trustpress/generator/diag"

var invalidValue = &Rule{
	Rule: diag.Rule{Code: "TP006", Name: "invalid-value", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a date, a duration, a number, a list or one of a few words, written as none"},
	Why: `A date in free form cannot be compared with the audit period, and a word that is not one of those a field takes would be
guessed at. Nothing is guessed here. Dates are written as 2026-09-30, durations as "12 months", and the hint names the words that
a field takes.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
effective_on: 2026-09-01
review_every: yearly
---
Passwords have at least 14 characters.
`,
	Good: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
effective_on: 2026-09-01
review_every: 12 months
---
Passwords have at least 14 characters.
`,
}
