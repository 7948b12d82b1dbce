package check

import "trustpress/generator/diag"

var unknownParameter = &Rule{
	Rule: diag.Rule{Code: "TP008", Name: "unknown-parameter", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a parameter that site.toml does not define"},
	Why: `A parameter says a number or a name in one place, so that a policy and its controls cannot disagree. If it is not defined,
the sentence would reach its readers with a hole in it. Define the parameter under [params] in site.toml, or write the name that
is defined there.`,
	Bad: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[params]
password_min_length = 14
-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least {{ params.password_length }} characters.
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[params]
password_min_length = 14
-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
---
Passwords have at least {{ params.password_min_length }} characters.
`,
}
