package check

import "trustpress/generator/diag"

var unknownField = &Rule{
	Rule: diag.Rule{Code: "TP004", Name: "unknown-field", Severity: diag.Warning, Blocks: nothing, Waivable: true,
		Says: "a key that nobody knows"},
	Why: `What stands under an unknown key reaches no page and no bundle, although its author may think that it does. Move it to a key
that the kind has, or into the text. A key that another tool reads is listed under [content] extra_fields in site.toml, and is
then passed over; one that means the same as ours is read under [content] front_matter.`,
	Bad: `-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
department: Finance
---
Passwords have at least 14 characters.
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[content]
extra_fields = ["department"]
-- content/policies/passwords.md --
---
id: POL-PW
title: Passwords
department: Finance
---
Passwords have at least 14 characters.
`,
}
