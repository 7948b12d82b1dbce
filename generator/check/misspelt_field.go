package check

import "trustpress/generator/diag"

var misspeltField = &Rule{
	Rule: diag.Rule{Code: "TP003", Name: "misspelt-field", Severity: diag.Error, Blocks: everything, Waivable: false,
		Says: "a key that nobody knows, within two letters of a known one"},
	Why: `A misspelt key is a statement that nobody hears. Here the control would be mapped to nothing, and its criterion would be
reported as uncovered although somebody wrote the mapping. Write the key as the hint spells it. If the key belongs to another
tool and only looks like ours, list it under [content] extra_fields in site.toml.`,
	Bad: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every quarter
critera: [CC6.2, CC6.3]
---
System owners compare their users with the staff list.
`,
	Good: `-- content/controls/AC-02.md --
---
id: AC-02
title: Access is reviewed every quarter
criteria: [CC6.2, CC6.3]
---
System owners compare their users with the staff list.
`,
}
