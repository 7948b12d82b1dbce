package check

import "trustpress/generator/diag"

var invalidConfig = &Rule{
	Rule: diag.Rule{Code: "TP001", Name: "invalid-config", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "site.toml does not parse, has an unknown key or a value of the wrong kind"},
	Why: `Everything else rests on site.toml: which period is audited, which categories are in scope, which outputs are written. A key
that nobody reads looks like a decision and is none, so an unknown one is refused and not passed over. Correct the spelling, or
delete the line.`,
	Bad: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[site]
language = ["en", "sv"]
`,
	Good: `-- site.toml --
[organization]
name = "Nordan Ledger AB"

[site]
languages = ["en"]
`,
}
